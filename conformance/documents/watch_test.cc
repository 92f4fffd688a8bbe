#include "conformance/documents/watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "conformance/documents/sentences.h"

namespace netioconf::conformance::documents {
namespace {

constexpr const char* page =
    "# Lend\n\nThe **Lend** function lends a book.\n\n## Return value\n\n"
    "| Return code | Description |\n| --- | --- |\n"
    "| **GONE** | The book is gone. This is returned if:<br>* It was lent.<br>* It was lost. |\n\n"
    "## Remarks\n\nA book is lent once. It must come back. It costs nothing.\n";

// A folder with one page, and sentences of it to watch.
class Watching : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }

  void write(const std::string& text) { std::ofstream{folder_ / "related-le-nd.md"} << text; }

  static Watched watched(std::string_view section, std::string_view words, std::string_view before,
                         std::string_view after) {
    return {.id = "lend.once",
            .page = "LE_ND",
            .section = std::string{section},
            .hash = hash_of(words),
            .before = hash_of(before),
            .after = hash_of(after)};
  }

  Seen look(const Watched& watched) {
    const auto seen = look_for({watched}, folder_);
    EXPECT_TRUE(seen) << seen.error();
    return seen ? seen->front() : Seen{};
  }

  std::string replaced(std::string_view from, std::string_view to) {
    std::string text = page;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
  }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  testing::UnitTest::GetInstance()->current_test_info()->name();
  Watched comes_back_ =
      watched("Remarks", "It must come back", "A book is lent once", "It costs nothing");
};

TEST_F(Watching, FindsASentenceWhereItWas) {
  write(page);
  EXPECT_EQ(look(comes_back_).now, SentenceState::there);
  EXPECT_EQ(
      look(watched("Return value", "GONE: It was lost", "GONE: It was lent", "A book is lent once")).now,
      SentenceState::there);
  EXPECT_EQ(look(watched("Introduction", "The Lend function lends a book", "", "")).now,
            SentenceState::there);
}

TEST_F(Watching, IgnoresMarkup) {
  write(replaced("It must come back.", "It **must**\n[come](https://example.org/a_b)  `back`."));
  EXPECT_EQ(look(comes_back_).now, SentenceState::there);
}

TEST_F(Watching, FindsWhatMovedToAnotherSection) {
  write(replaced(" It must come back.", "") + "\n## Requirements\n\nIt must come back.\n");
  const Seen seen = look(comes_back_);
  EXPECT_EQ(seen.now, SentenceState::moved);
  EXPECT_EQ(seen.where, "LE_ND, Requirements");
}

TEST_F(Watching, FindsWhatMovedToAnotherPage) {
  write(replaced(" It must come back.", ""));
  std::ofstream{folder_ / "borrow.md"} << "## Remarks\n\nIt must come back.\n";
  const Seen seen = look(comes_back_);
  EXPECT_EQ(seen.now, SentenceState::moved);
  EXPECT_EQ(seen.where, "borrow, Remarks");
}

TEST_F(Watching, SeesThatASentenceChanged) {
  write(replaced("It must come back.", "It should come back."));
  EXPECT_EQ(look(comes_back_).now, SentenceState::changed);
}

TEST_F(Watching, SeesThatAConditionIsAnotherCodesNow) {
  write(replaced("**GONE**", "**LOST**"));
  EXPECT_NE(
      look(watched("Return value", "GONE: It was lost", "GONE: It was lent", "A book is lent once")).now,
      SentenceState::there);
}

TEST_F(Watching, SeesThatASentenceIsGone) {
  write(replaced(" It must come back.", ""));
  EXPECT_EQ(look(comes_back_).now, SentenceState::gone);
}

TEST_F(Watching, SeesThatAPageIsGone) {
  std::ofstream{folder_ / "borrow.md"} << page;
  EXPECT_EQ(look(comes_back_).now, SentenceState::no_page);
}

TEST_F(Watching, RefusesAFolderWithoutPages) {
  EXPECT_FALSE(look_for({comes_back_}, folder_));
  EXPECT_FALSE(look_for({comes_back_}, folder_ / "nowhere"));
}

}  // namespace
}  // namespace netioconf::conformance::documents

#include "conformance/documents/citations.h"

#include <gmock/gmock.h>

namespace netioconf::conformance::documents {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr std::string_view lending_page = "# Lend\n\nIt lends.\n\n## Remarks\n\nOnce. It returns.\n";

TEST(SentenceLines, AreReadAsTheyAreWritten) {
  const auto table = parse_sentences("# words\n\n" + sentence_lines("Lend", lending_page), "x.tsv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->size(), 3U);
  EXPECT_EQ((*table)[0].section, "Introduction");
  EXPECT_EQ((*table)[2].section, "Remarks");
  EXPECT_EQ((*table)[2].number, 2U);
}

TEST(SentenceLines, AreRefusedByLine) {
  for (const std::string_view line :
       {"A\tB\t1\n", "A\tB\t1\tff\tff\n", "A\tB\tx\tff\n", "A\tB\t1\t0g\n"}) {
    const auto table = parse_sentences("A\tB\t1\tff\n" + std::string{line}, "x.tsv");
    ASSERT_FALSE(table) << line;
    EXPECT_THAT(table.error(), StartsWith("x.tsv:2: expected a page"));
  }
}

TEST(CitedSentences, AreReadLineByLine) {
  EXPECT_THAT(parse_cited("# words\nR1\tLend\tRemarks\t2\n", "x.tsv").value(),
              ElementsAre(Cited{"R1", "Lend", "Remarks", 2}));
  EXPECT_FALSE(parse_cited("R1\tLend\tRemarks\t\n", "x.tsv"));
}

TEST(CitedSentences, AreWatchedWithTheirNeighbours) {
  const std::vector<PlacedSentence> table = {
      {"Keep", "Remarks", 1, 9}, {"Lend", "Introduction", 1, 1}, {"Lend", "Remarks", 1, 2}};
  EXPECT_THAT(watched({{"a", "Lend", "Introduction", 1}, {"b", "Lend", "Remarks", 1}}, table).value(),
              ElementsAre(Watched{"a", "Lend", "Introduction", 1, 0, 2},
                          Watched{"b", "Lend", "Remarks", 2, 1, 0}));
  EXPECT_THAT(watched({}, table).value(), IsEmpty());
}

TEST(CitedSentences, MustBeInTheTable) {
  const auto all = watched({{"a", "Lend", "Remarks", 3}}, {{"Lend", "Remarks", 1, 2}});
  ASSERT_FALSE(all);
  EXPECT_THAT(all.error(), HasSubstr("a: Lend, Remarks has no sentence 3"));
}

}  // namespace
}  // namespace netioconf::conformance::documents

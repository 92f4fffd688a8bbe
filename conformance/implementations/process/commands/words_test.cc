#include "conformance/implementations/process/commands/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/words/escape.h"

namespace netioconf::conformance::implementations::process::commands {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words(const std::string& command) { return split_words(command).value(); }

TEST(Words, AreSeparatedByBlanks) {
  EXPECT_THAT(words("ssh host testee"), ElementsAre("ssh", "host", "testee"));
  EXPECT_THAT(words(" \t one\n two  "), ElementsAre("one", "two"));
  EXPECT_THAT(words("  "), IsEmpty());
}

TEST(Words, AreQuotedAsInAShell) {
  EXPECT_THAT(words("'a b' \"c d\" e\\ f"), ElementsAre("a b", "c d", "e f"));
  EXPECT_THAT(words("a'b'\"c\"d ''"), ElementsAre("abcd", ""));
  EXPECT_THAT(words(R"('a\b' "a\"b\\c\d" \'\")"), ElementsAre(R"(a\b)", R"(a"b\c\d)", R"('")"));
  EXPECT_THAT(words("'it'\\''s'"), ElementsAre("it's"));
}

TEST(Words, MeanNothingElse) {
  EXPECT_THAT(words("$HOME *.so ~ a;b >c `d`"), ElementsAre("$HOME", "*.so", "~", "a;b", ">c", "`d`"));
}

TEST(Words, AreWhatTheReportsQuote) {
  for (const char* word : {"", "a b", "it's", "a\"b\\c", "$x", "-o", "ä"}) {
    EXPECT_THAT(words(reports::words::shell_word(word)), ElementsAre(word));
  }
}

TEST(Words, NeedTheirQuotesClosed) {
  EXPECT_EQ(split_words("a 'b").error(), "a ' is not closed");
  EXPECT_EQ(split_words("a \"b").error(), "a \" is not closed");
  EXPECT_EQ(split_words("a \\").error(), "nothing follows the last \\");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process::commands

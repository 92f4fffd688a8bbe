#include "reports/words/escape.h"

#include <gtest/gtest.h>

namespace netioconf::reports::words {
namespace {

using namespace std::string_literals;

TEST(LegibleText, KeepsWhatCanBeShown) {
  EXPECT_EQ(legible("route.lifetimes, \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80"),
            "route.lifetimes, \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80");
  EXPECT_EQ(legible(""), "");
}

TEST(LegibleText, SpellsControlCharacters) {
  EXPECT_EQ(legible("a\nb\tc\x1b[0m\x7f"), "a\\u{A}b\\u{9}c\\u{1B}[0m\\u{7F}");
  EXPECT_EQ(legible("\0"s), "\\u{0}");
  EXPECT_EQ(legible("\xc2\x85 \xe2\x80\xa8 \xef\xbb\xbf \xef\xbf\xbf"),
            "\\u{85} \\u{2028} \\u{FEFF} \\u{FFFF}");
}

TEST(LegibleText, SpellsWhatTurnsTheDirection) {
  EXPECT_EQ(legible("\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f"), "\\u{202E}\\u{2066}\\u{200F}");
}

TEST(LegibleText, SpellsBytesThatAreNoUtf8) {
  EXPECT_EQ(legible("\xff\xc3"), "\\xFF\\xC3");
  EXPECT_EQ(legible("\xc0\x80"), "\\xC0\\x80") << "longer than needed";
  EXPECT_EQ(legible("\xe0\x80\x80"), "\\xE0\\x80\\x80") << "longer than needed";
  EXPECT_EQ(legible("\xed\xa0\x80"), "\\xED\\xA0\\x80") << "half of a pair";
  EXPECT_EQ(legible("\xf4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80") << "above the last character";
  EXPECT_EQ(legible("\xe2(a"), "\\xE2(a") << "truncated";
}

TEST(AShellWord, IsPlainWhereItCanBe) {
  EXPECT_EQ(shell_word("corpora/scripts/a.textproto"), "corpora/scripts/a.textproto");
  EXPECT_EQ(shell_word("wine:user"), "wine:user");
}

TEST(AShellWord, IsQuotedWhereItMustBe) {
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("process:ssh host"), "'process:ssh host'");
  EXPECT_EQ(shell_word("it's $x"), "'it'\\''s $x'");
  EXPECT_EQ(shell_word("a\x1b'\xff"), "$'a\\033\\'\\377'");
}

TEST(MarkdownText, HoldsNoMarkup) {
  EXPECT_EQ(markdown_text("a|b"), "a&#124;b");
  EXPECT_EQ(markdown_text("<b>&@me"), "&#60;b&#62;&#38;&#64;me");
  EXPECT_EQ(markdown_text("`a` *b* _c_ [d] ~e~ $f$ #1 \\"),
            "\\`a\\` \\*b\\* \\_c\\_ \\[d\\] \\~e\\~ \\$f\\$ \\#1 \\\\");
  EXPECT_EQ(markdown_text("a\nb"), "a\\\\u{A}b");
}

TEST(AUriPath, HoldsOnlyNamesAndSlashes) {
  EXPECT_EQ(uri_path("corpora/scripts/a-b_c~1.textproto"), "corpora/scripts/a-b_c~1.textproto");
  EXPECT_EQ(uri_path("a b%\xff:?#"), "a%20b%25%FF%3A%3F%23");
}

TEST(Utf8Text, ReplacesOnlyBytesThatAreNotPartOfACharacter) {
  EXPECT_EQ(utf8_text("a\x1b \xc3\xa9"), "a\x1b \xc3\xa9");
  EXPECT_EQ(utf8_text("a\xff\xc3"), "a\xef\xbf\xbd\xef\xbf\xbd");
}

TEST(AWorkflowCommand, GetsOnlyWhatGithubDecodes) {
  EXPECT_EQ(workflow_message("a, b: 50%\r\n::error::é"), "a, b: 50%25%0D%0A::error::é");
  EXPECT_EQ(workflow_property("a, b: 50%\nc"), "a%2C b%3A 50%25%0Ac");
}

}  // namespace
}  // namespace netioconf::reports::words

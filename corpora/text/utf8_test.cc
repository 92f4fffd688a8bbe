#include "corpora/text/utf8.h"

#include <gtest/gtest.h>

#include <string_view>

namespace netioconf::corpora::text {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, AcceptsTheFirstAndLastCharacterOfEachLength) {
  for (const auto text :
       {"\0"sv, "\x7f"sv, "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv, "\xed\x9f\xbf"sv,
        "\xee\x80\x80"sv, "\xef\xbf\xbf"sv, "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv}) {
    EXPECT_EQ(first_invalid_utf8(text), std::nullopt) << text;
  }
}

TEST(Utf8, RefusesWhatNoCharacterIs) {
  for (const auto text : {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x9f\xbf"sv,
                          "\xed\xa0\x80"sv, "\xf0\x8f\xbf\xbf"sv, "\xf4\x90\x80\x80"sv,
                          "\xf5\x80\x80\x80"sv, "\xff"sv, "\xe2\x28\xa1"sv, "\xf0\x90\x28\x80"sv}) {
    EXPECT_EQ(first_invalid_utf8(text), 0U) << text;
  }
}

TEST(Utf8, RefusesACharacterThatIsCutOff) {
  for (const auto text : {"\xc2"sv, "\xe2\x82"sv, "\xf0\x9f\x98"sv}) {
    EXPECT_EQ(first_invalid_utf8(text), 0U) << text;
  }
}

TEST(Utf8, SaysWhereTheTextGoesWrong) {
  EXPECT_EQ(first_invalid_utf8("ab\xc3\xa4\xff"), 4U);
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
}

TEST(Utf8, DecodesACharacterOfEachLength) {
  EXPECT_EQ(first_character("z").code, 0x7aU);
  EXPECT_EQ(first_character("\xc3\xa4").code, 0xe4U);
  EXPECT_EQ(first_character("\xe2\x82\xac").code, 0x20acU);
  EXPECT_EQ(first_character("\xf0\x9f\x98\x80").code, 0x1f600U);
}

TEST(Utf8, CountsCharactersAndOctetsOfNone) {
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(character_count("a\xe2\x82\xac\xff"), 3U);
}

}  // namespace
}  // namespace netioconf::corpora::text

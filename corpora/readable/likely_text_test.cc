#include "corpora/readable/likely_text.h"

#include <gtest/gtest.h>

#include <string>

namespace netioconf::corpora::readable {
namespace {

std::string said_of(std::string_view text, Form form) {
  const Mistake mistake = mistake_in(text, form);
  return mistake.what + " (" + mistake.remedy + ")";
}

struct WrongAndLikely {
  std::string_view wrong;
  std::string_view said;
};

TEST(LikelyText, IsThePrefixThatWasProbablyMeant) {
  constexpr WrongAndLikely examples[] = {
      {"198.51.100.0/33", ": IPv4 has only 32 bits (did you mean \"198.51.100.0/32\"?)"},
      {"2001:db8::/129", ": IPv6 has only 128 bits (did you mean \"2001:db8::/128\"?)"},
      {"198.51.100/24", ": an IPv4 address has four numbers (did you mean \"198.51.100.0/24\"?)"},
      {"10/8", ": an IPv4 address has four numbers (did you mean \"10.0.0.0/8\"?)"},
      {"198.51.100.0.0/24", ": an IPv4 address has four numbers (did you mean \"198.51.100.0/24\"?)"},
      {"300.1.1.1/8", ": 300 is greater than 255 (did you mean \"30.1.1.1/8\"?)"},
      {"010.0.0.0/8", ": 010 begins with 0 (did you mean \"10.0.0.0/8\"?)"},
      {"198.51.100.0", ": the length is missing (did you mean \"198.51.100.0/32\"?)"},
      {"198.51.100.0/x", ": the length is not a number (did you mean \"198.51.100.0/32\"?)"},
      {"2001:db8/32", ": an IPv6 address has eight groups (did you mean \"2001:db8::/32\"?)"},
      {"2001:db8:::/32", ": \":::\" has one colon too many (did you mean \"2001:db8::/32\"?)"},
      {"20011:db8::/32", ": 20011 has more than four digits (did you mean \"2001:db8::/32\"?)"},
      {"198.51.100.0 /24", ": it has a blank (did you mean \"198.51.100.0/24\"?)"},
      {"198.51.100.0/24 ", ": it has a blank (did you mean \"198.51.100.0/24\"?)"},
      {"198.51.100.0/ 24", ": it has a blank (did you mean \"198.51.100.0/24\"?)"},
      {"198.51.100.0/240", ": IPv4 has only 32 bits (did you mean \"198.51.100.0/24\"?)"},
      {"2001:db8::/1280", ": IPv6 has only 128 bits (did you mean \"2001:db8::/128\"?)"},
      {"198.51.100.0/255.255.255.0",
       ": the length is a number of bits, not a mask (did you mean \"198.51.100.0/24\"?)"},
      {"10.0.0.0/255.0.255.0", ": the length is not a number (did you mean \"10.0.0.0/32\"?)"},
      {"198.51.100.0\\24", ": it has a backslash (did you mean \"198.51.100.0/24\"?)"},
      {"198.51.1O0.0/24", ": it has the letter O instead of 0 (did you mean \"198.51.100.0/24\"?)"},
      {"198,51,100,0/24", ": it has a comma (did you mean \"198.51.100.0/24\"?)"},
      {"2001::db8::/32", ": \"::\" may stand only once (did you mean \"2001:db8::/32\"?)"},
      {"fe80::1%eth0/64", ": a zone is written as scope_id (did you mean \"fe80::1/64\"?)"},
  };
  for (const auto& [wrong, said] : examples) {
    EXPECT_EQ(said_of(wrong, Form::prefix),
              "\"" + std::string(wrong) + "\" is not a prefix" + std::string(said));
  }
}

TEST(LikelyText, IsTheAddressThatWasProbablyMeant) {
  EXPECT_EQ(said_of("198.51.100.7/32", Form::address),
            "\"198.51.100.7/32\" is not an address: an address has no length (did you mean "
            "\"198.51.100.7\"?)");
  EXPECT_EQ(said_of("1922.0.2.1", Form::ipv4),
            "\"1922.0.2.1\" is not an IPv4 address: 1922 is greater than 255 (did you mean "
            "\"192.0.2.1\"?)");
}

TEST(LikelyText, IsAnExampleIfNothingIsLikely) {
  EXPECT_EQ(said_of("gateway", Form::address),
            "\"gateway\" is not an address (write one as \"198.51.100.7\" or \"2001:db8::7\")");
  EXPECT_EQ(said_of("198.51.100", Form::address),
            "\"198.51.100\" is not an address: an IPv4 address has four numbers (write one as "
            "\"198.51.100.7\" or \"2001:db8::7\")");
  EXPECT_EQ(said_of("2001:db8::g/32", Form::prefix),
            "\"2001:db8::g/32\" is not a prefix: g is not a hexadecimal number (write one as "
            "\"198.51.100.0/24\" or \"2001:db8::/32\")");
  EXPECT_EQ(said_of("", Form::prefix),
            "\"\" is not a prefix (write one as \"198.51.100.0/24\" or \"2001:db8::/32\")");
  EXPECT_EQ(said_of("198.51.100.7", Form::ipv6),
            "\"198.51.100.7\" is not an IPv6 address (write one as \"2001:db8::7\")");
  EXPECT_EQ(said_of("2001:db8::7", Form::ipv4),
            "\"2001:db8::7\" is not an IPv4 address (write one as \"198.51.100.7\")");
}

TEST(LikelyText, HasNoTypographicQuotes) {
  EXPECT_EQ(said_of("\xe2\x80\x9c"
                    "192.0.2.1\xe2\x80\x9d",
                    Form::address),
            "\"???192.0.2.1???\" is not an address: it has typographic quotes (did you mean "
            "\"192.0.2.1\"?)");
}

TEST(LikelyText, ShowsALongTextCutAndInAscii) {
  const std::string long_text(1000, 'x');
  EXPECT_EQ(mistake_in(long_text, Form::address).what,
            "\"" + std::string(60, 'x') + "...\" is not an address");
  EXPECT_EQ(mistake_in("\xc3\xa4\n", Form::address).what, "\"???\" is not an address");
}

}  // namespace
}  // namespace netioconf::corpora::readable

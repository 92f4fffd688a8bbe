#include "corpora/readable/expand.h"

#include <gtest/gtest.h>

#include <string>

#include "corpora/script.pb.h"

namespace netioconf::corpora::readable {
namespace {

std::string expanded(std::string_view text) {
  const auto result = expand(text, *proto::Script::descriptor());
  if (result) return result->text;
  const WrongText& wrong = result.error();
  return std::to_string(wrong.offset) + ": " + wrong.what + " (" + wrong.remedy + ")";
}

std::string expanded_row(const std::string& members) {
  const std::string before = "operations { create_route { row { ";
  const std::string text = expanded(before + members);
  return text.starts_with(before) ? text.substr(before.size()) : text;
}

TEST(Expand, PutsNumbersInPlaceOfAddresses) {
  EXPECT_EQ(expanded_row("to: \"198.51.100.0/24\" via: \"192.0.2.1\" metric: 10 } } }"),
            "destination: {address { ipv4: 3325256704 } length: 24} next_hop: {ipv4: 3221225985} "
            "metric: 10 } } }");
  EXPECT_EQ(expanded("operations { best_route { destination: '2001:db8::7' } }"),
            "operations { best_route { destination: {ipv6 { high: 2306139568115548160 low: 7 }} } }");
}

TEST(Expand, PutsNumbersInPlaceOfPartsOfAnAddress) {
  EXPECT_EQ(expanded_row("via { ipv4: \"192.0.2.1\" port: 80 }"),
            "next_hop { ipv4: 3221225985 port: 80 }");
  EXPECT_EQ(expanded_row("destination { address: \"192.0.2.1\" length: 33 }"),
            "destination { address: {ipv4: 3221225985} length: 33 }");
  EXPECT_EQ(expanded_row("next_hop < ipv6: \"::1\" scope_id: 3 >"),
            "next_hop < ipv6: {low: 1} scope_id: 3 >");
}

TEST(Expand, LeavesNumbersAsTheyAre) {
  for (const auto* text :
       {"", "# to: \"x\"\n", "host { ipv4: true links: [{ index: 1 }, { index: 2 }] }",
        "operations: < create_route { row { destination { address { ipv4: 0x0a000000 } } } } >",
        "operations { best_route { destination { raw: \"to: \\\"x\\\"\" \"y\" } } }"}) {
    EXPECT_EQ(expanded(text), text);
  }
}

TEST(Expand, LeavesTheRestAfterWhatProtobufRefuses) {
  for (const auto* text :
       {"gateway: 1 operations { best_route { source: \"x\" } }",
        "operations { create_route: 3 to: \"x\"", "operations { best_route { source \"x\" } }",
        "host { } } to: \"x\"", "host { ipv4: { to: \"x\"", "operations { best_route { source: \"x\n",
        ": : }"}) {
    EXPECT_EQ(expanded(text), text);
  }
}

TEST(Expand, ReadsMessagesInAList) {
  EXPECT_EQ(
      expanded("operations: [{ best_route { source: \"::\" } }, { best_route { source: \"::\" } }]"),
      "operations: [{ best_route { source: {ipv6 { }} } }, { best_route { source: {ipv6 { }} } }]");
}

TEST(Expand, ReadsPrefixesInAList) {
  const std::string first = "addresses: {address { ipv4: 3325256711 } length: 24}";
  const std::string second = "{address { ipv6 { low: 7 } } length: 64}";
  EXPECT_EQ(expanded("host { links { addresses: \"198.51.100.7/24\" addresses: \"::7/64\" } }"),
            "host { links { " + first + " addresses: " + second + " } }");
  EXPECT_EQ(expanded("host { links { addresses: [\"198.51.100.7/24\", \"::7/64\"] index: 2 } }"),
            "host { links { addresses: [" + first.substr(11) + ", " + second + "] index: 2 } }");
  EXPECT_EQ(expanded("host { links { addresses: [{ length: 1 }, 198.51.100.7/24] } }"),
            "42: 198.51.100.7/24 is not in quotes (did you mean \"198.51.100.7/24\"?)");
}

TEST(Expand, KeepsLinesAndFindsTheSource) {
  const std::string text = "operations {\n best_route { source:\n\n \"::1\" x: 1 } }";
  const auto result = expand(text, *proto::Script::descriptor());
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, "operations {\n best_route { source:\n\n {ipv6 { low: 1 }} x: 1 } }");
  EXPECT_EQ(result->offset_in_source(5), 5U);
  EXPECT_EQ(result->offset_in_source(result->text.find("low")), text.find("\"::1\""));
  EXPECT_EQ(result->offset_in_source(result->text.find("x:")), text.find("x:"));
  EXPECT_EQ(result->offset_in_source(result->text.size()), text.size());
}

TEST(Expand, RefusesAWrongPrefixWithItsPlace) {
  EXPECT_EQ(expanded("operations { create_route { row { to: \"198.51.100.0/33\" } } }"),
            "38: \"198.51.100.0/33\" is not a prefix: IPv4 has only 32 bits (did you mean "
            "\"198.51.100.0/32\"?)");
  EXPECT_EQ(expanded("operations { best_route { source: \"\\x31.2.3.4\" } }"),
            "34: \"\\x31.2.3.4\" is not an address: it has a backslash (write one as \"198.51.100.7\" "
            "or \"2001:db8::7\")");
}

TEST(Expand, RefusesAnAddressWithoutQuotes) {
  EXPECT_EQ(expanded("operations { best_route { source: 2001:db8::7 } }"),
            "34: 2001:db8::7 is not in quotes (did you mean \"2001:db8::7\"?)");
  EXPECT_EQ(expanded("operations { best_route { source { ipv4: 198.51.100.7 } } }"),
            "41: 198.51.100.7 is not in quotes (did you mean \"198.51.100.7\"?)");
  EXPECT_EQ(expanded("operations { create_route { row { to: 198.51.100/24 } } }"),
            "38: \"198.51.100/24\" is not a prefix: an IPv4 address has four numbers (did you mean "
            "\"198.51.100.0/24\"?)");
}

TEST(Expand, RefusesAMemberThatIsSetTwice) {
  EXPECT_EQ(expanded("operations { create_route { row { via: \"::\" via { } } } }"),
            "44: \"via\" is set twice (keep one of them)");
  EXPECT_EQ(expanded("operations { create_route { row { to: \"::/0\" destination { } } } }"),
            "45: \"to\" and \"destination\" are the same member (keep one of them)");
}

}  // namespace
}  // namespace netioconf::corpora::readable

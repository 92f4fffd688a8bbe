#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/known/known.h"

namespace netioconf::reports::known {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view canonical = R"(# What acme deviates in.
#
# Ask the network people.

deviations {
  rule: "route.lifetimes"
  script: "route.lifetimes/*"
  call: "CreateIpForwardEntry2"
  observed: "success"
  reason: "Lifetimes are not stored: \"never\" é"
  link: "https://example.org/1"
  versions: "1.0 to 1.1"
  versions: "2.0"
  expires: "2027-01-31"
  seen: 4
}

deviations {
  rule: "route.link-known"
  script: "*"
  call: "DeleteIpForwardEntry2"
  observed: "crashed"
  reason: "not explained yet"
  seen: 0
}
)";

// The canonical list with one line replaced.
std::string spoiled(std::string_view line, std::string_view by) {
  std::string text{canonical};
  return text.replace(text.find(line), line.size(), by);
}

std::string error(const std::string& text) {
  const auto known = parse_known(text, "k.textproto");
  return known ? "" : known.error();
}

TEST(AList, MayNameItsFormat) {
  EXPECT_EQ(error("format: 1\n" + std::string{canonical}), "");
  EXPECT_EQ(error("format: 2\n" + std::string{canonical}),
            "k.textproto: the list has format 2, but this netioconf reads only format 1; use another "
            "version of it");
}

TEST(AList, IsReadWithLines) {
  const auto known = parse_known(canonical, "k.textproto");
  ASSERT_TRUE(known.has_value()) << known.error();
  ASSERT_EQ(known->entries.size(), 2U);
  EXPECT_EQ(known->entries[0].line(), 5U);
  EXPECT_EQ(known->entries[0].versions(1), "2.0");
  EXPECT_EQ(known->entries[0].seen(), 4U);
  EXPECT_EQ(known->entries[1].line(), 18U);
  EXPECT_EQ(known->entries[1].expires(), "");
}

TEST(AList, IsPrintedAsItWasRead) {
  const auto known = parse_known(canonical, "k.textproto");
  ASSERT_TRUE(known.has_value()) << known.error();
  EXPECT_EQ(print(*known), canonical);
}

TEST(AList, IsPrintedCanonicallyHoweverItWasWritten) {
  const auto known = parse_known(
      "# head\ndeviations: <observed: 'success' rule: 'route.age' script: 's' reason: 'x' seen: 0x2\n"
      "call: 'SetIpForwardEntry2'>",
      "k.textproto");
  ASSERT_TRUE(known.has_value()) << known.error();
  EXPECT_EQ(print(*known),
            "# head\ndeviations {\n  rule: \"route.age\"\n  script: \"s\"\n"
            "  call: \"SetIpForwardEntry2\"\n  observed: \"success\"\n  reason: \"x\"\n  seen: 2\n}\n");
}

TEST(AList, MayBeEmpty) {
  const auto known = parse_known("", "k.textproto");
  ASSERT_TRUE(known.has_value());
  EXPECT_EQ(print(*known), "");
  EXPECT_EQ(print(parse_known("# only a head", "k.textproto").value()), "# only a head");
}

TEST(AnEmptyListWithAHead, KeepsItApartFromTheFirstEntry) {
  Known known = parse_known("# only a head", "k.textproto").value();
  known.entries.emplace_back().set_rule("r");
  EXPECT_THAT(print(known), StartsWith("# only a head\ndeviations {\n"));
}

TEST(AList, NamesRulesThatARunMustMeet) {
  const std::string text = "# Acme.\n\nmust_meet: \"anycast.*\"\nmust_meet: \"route.lifetimes\"\n";
  const auto known = parse_known(text, "k.textproto");
  ASSERT_TRUE(known.has_value()) << known.error();
  EXPECT_EQ(print(*known), text);
  const std::vector<std::string> rules = rules_to_meet(*known);
  EXPECT_THAT(rules, testing::IsSupersetOf({"route.lifetimes", "anycast.duplicate"}));
  EXPECT_THAT(rules, testing::Not(testing::Contains("route.duplicate")));
  EXPECT_THAT(error("must_meet: \"route.lifetimes\"\nmust_meet: \"rute.*\"\n"),
              "k.textproto:2: no rule fits \"rute.*\"; netioconf rules lists them");
}

TEST(AListThatIsNoText, IsRefusedWithFileAndLine) {
  EXPECT_THAT(error("# head\ndeviations {\n  rule: 7\n}\n"), StartsWith("k.textproto:3:"));
  EXPECT_THAT(error("deviations {\n  colour: \"red\"\n}\n"), StartsWith("k.textproto:2:"));
}

TEST(AnEntry, IsRefusedWithoutWhatItNeeds) {
  EXPECT_EQ(error(spoiled("  rule: \"route.link-known\"\n", "")),
            "k.textproto:18: an entry needs a rule: the id of a rule or of a question");
  EXPECT_THAT(error(spoiled("\"route.lifetimes/*\"", "\"\"")), HasSubstr("5: an entry needs a script"));
  EXPECT_THAT(error(spoiled("\"not explained yet\"", "\" \"")),
              HasSubstr("18: an entry needs a reason"));
}

TEST(AnEntry, IsRefusedWithWordsThatNeverFit) {
  EXPECT_THAT(error(spoiled("\"DeleteIpForwardEntry2\"", "\"delete_route\"")),
              HasSubstr("18: \"delete_route\" is not a call"));
  EXPECT_THAT(error(spoiled("\"crashed\"", "\"crash\"")), HasSubstr("18: \"crash\" cannot be observed"));
  EXPECT_THAT(error(spoiled("\"https://example.org/1\"", "\"javascript:alert(1)\"")),
              HasSubstr("5: a link starts with"));
}

// known_fuzzer found that quoted text was printed unescaped.
TEST(AnEntry, IsRefusedWithTheNameThatWasMeant) {
  EXPECT_THAT(error(spoiled("\"DeleteIpForwardEntry2\"", "\"DeleteIpForwardEntry\"")),
              HasSubstr("is not a call; did you mean DeleteIpForwardEntry2"));
  EXPECT_THAT(error(spoiled("\"route.link-known\"", "\"route.link-knwon\"")),
              HasSubstr("is neither a rule nor a question; did you mean route.link-known"));
  EXPECT_THAT(error("deviations {\n  scrpt: \"x\"\n}\n"), HasSubstr(" did you mean script"));
}

TEST(AnEntry, IsRefusedInOneLineWhateverItHolds) {
  EXPECT_THAT(error(spoiled("\"DeleteIpForwardEntry2\"", "\"Delete\\r\\nIp\"")),
              HasSubstr("18: \"Delete\\u{D}\\u{A}Ip\" is not a call"));
}

TEST(AnEntry, IsRefusedWithADateThatIsNone) {
  for (const char* date : {"2027-13-01", "2027-00-01", "2027-01-32", "2027-01-00", "2027-1-1",
                           "01.02.2027", "2027-01-0x", "2027/01/01"}) {
    EXPECT_THAT(error(spoiled("2027-01-31", date)), HasSubstr("is not a date")) << date;
  }
}

// An entry that names one build applies to no other build of the same version.
TEST(AnEntry, IsRefusedWithTheNameOfABuild) {
  EXPECT_EQ(error(spoiled("\"1.0 to 1.1\"", "\"6.18.44-fc-v657\"")),
            "k.textproto:5: \"6.18.44-fc-v657\" is not a range of versions; write 6.18, or 6.1 to 6.18");
}

TEST(AnEntry, IsRefusedWithALine) {
  EXPECT_THAT(error(spoiled("  seen: 4\n", "  line: 4\n")), HasSubstr("5: an entry has no line"));
}

TEST(AnEntry, IsRefusedTwice) {
  const std::string text{canonical};
  EXPECT_THAT(error(text + "\n" + text.substr(text.find("deviations"))),
              HasSubstr("27: this entry is listed twice"));
}

}  // namespace
}  // namespace netioconf::reports::known

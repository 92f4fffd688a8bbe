#include "corpora/text/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>

#include "corpora/arbitrary/nouns.h"
#include "corpora/codec/codec.h"

namespace netioconf::corpora::text {
namespace {

using namespace std::string_view_literals;
using testing::EndsWith;

constexpr std::string_view script_text =
    R"(host {
  ipv6: false
  links {
    luid: 0x6000002000000 index: 7 connected: false ignores_default_routes: true
    path_mtu_timeout_ms: 600000 addresses: "198.51.100.7/24" addresses: "2001:db8::7/64"
  }
}
operations { create_route {
  row {
    luid: 0
    to { address: "10.0.0.0" length: 8 padding: "\xab" }
    via { ipv6: "2001:db8::1" scope_id: 3 }
    valid_lifetime_s: 60
  }
  misalignment: 3
} }
operations { set_route { row { to: "198.51.100.0/24" via: "192.0.2.1" metric: 10 } } }
operations { create_anycast { } }
operations { advance_clock { seconds: 60 } }
operations { best_route { destination { family: 7 raw: "\x00\x00\x41\x0a\x00\x00\x01" } } }
operations { best_route { destination: "198.51.100.7" } }
)";

constexpr std::string_view trace_text = R"(implementation: "emulated"
script: "route.lifetimes/preferred_above_valid"
steps { operation { create_route { row { } } } reply { status: 0xc000000d route { origin: 1 } } }
steps {
  operation { route_table { } }
  reply {
    ending: CRASHED detail: "SIGSEGV \"\303\244\"" best_source: "2001:db8::7"
    table { unreadable: true row_count: 2 }
    notifications { type: 1 }
  }
  probe: true
}
)";

// The first script as it is written without the readable form.
constexpr std::string_view script_in_numbers = R"(
operations { set_route { row {
  destination { address { ipv4: 0xc6336400 } length: 24 }
  next_hop { ipv4: 0xc0000201 }
  metric: 10
} } }
operations { best_route { destination { ipv6 { high: 0x20010db800000000 low: 7 } } } }
)";

std::string diagnostic_about(std::string_view text) {
  const auto parsed = parse_script(text, "a.textproto");
  return parsed ? "none" : parsed.error();
}

TEST(Text, PrintsAScriptInTheOneWay) {
  const auto parsed = parse_script(script_text, "golden");
  ASSERT_TRUE(parsed) << parsed.error();
  EXPECT_EQ(print(codec::encode(codec::decode(*parsed))), script_text);
}

TEST(Text, PrintsATraceInTheOneWay) {
  const auto parsed = parse_trace(trace_text, "golden");
  ASSERT_TRUE(parsed) << parsed.error();
  EXPECT_EQ(print(codec::encode(codec::decode(*parsed))), trace_text);
}

TEST(Text, ReadsNumbersAndPrintsAddresses) {
  const auto parsed = parse_script(script_in_numbers, "numbers");
  ASSERT_TRUE(parsed) << parsed.error();
  EXPECT_EQ(
      print(*parsed),
      "operations { set_route { row { to: \"198.51.100.0/24\" via: \"192.0.2.1\" metric: 10 } } }\n"
      "operations { best_route { destination: \"2001:db8::7\" } }\n");
}

TEST(Text, ReadsNothingAsAnEmptyScript) {
  EXPECT_EQ(diagnostic_about(""), "none");
  EXPECT_EQ(diagnostic_about("# Only a comment.\n"), "none");
}

TEST(Text, NamesTheLineAndTheMemberThatWasMeant) {
  EXPECT_EQ(diagnostic_about("# A slip.\nhost {\n  link { }\n}\n"),
            "a.textproto:3:8: Message type \"Host\" has no field named \"link\" (did you mean links?)");
}

TEST(Text, ListsTheMembersIfNoneIsNear) {
  EXPECT_EQ(diagnostic_about("gateway: 1"),
            "a.textproto:1:8: Message type \"Script\" has no field named \"gateway\" "
            "(its members are host, operations)");
}

TEST(Text, SaysHowToFixAnError) {
  EXPECT_EQ(diagnostic_about("host { ipv4: yes }"),
            "a.textproto:1:18: Invalid value for boolean field \"ipv4\". Value: \"yes\" "
            "(write true or false)");
  EXPECT_EQ(diagnostic_about("host { links { index: 4294967296 } }"),
            "a.textproto:1:23: Integer out of range (4294967296) (corpora/script.proto gives the type "
            "of the member)");
  EXPECT_EQ(diagnostic_about("host { links { index: ten } }"),
            "a.textproto:1:23: Expected integer, got: ten (write a number as 10 or 0x0a)");
  EXPECT_EQ(diagnostic_about("host { links { index: -1 } }"),
            "a.textproto:1:23: Expected integer, got: - (a member is unsigned: -1 of 32 bits is "
            "0xffffffff)");
  EXPECT_EQ(
      diagnostic_about("host { ipv4: true ipv4: true }"),
      "a.textproto:1:23: Non-repeated field \"ipv4\" is specified multiple times (keep one of them)");
}

TEST(Text, NamesAWrongPrefixAndTheOneThatWasMeant) {
  EXPECT_EQ(
      diagnostic_about("# A slip.\noperations { create_route { row {\n  to: \"198.51.100/24\"\n} } }"),
      "a.textproto:3:7: \"198.51.100/24\" is not a prefix: an IPv4 address has four numbers (did "
      "you mean \"198.51.100.0/24\"?)");
}

TEST(Text, SuggestsAShortName) {
  EXPECT_EQ(
      diagnostic_about("operations { create_route { row { vai: \"192.0.2.1\" } } }"),
      "a.textproto:1:38: Message type \"RouteRow\" has no field named \"vai\" (did you mean via?)");
}

TEST(Text, SuggestsWhatADocumentOrAnotherProgramMeans) {
  EXPECT_EQ(diagnostic_about("operations { CreateIpForwardEntry2 { } }"),
            "a.textproto:1:36: Message type \"Operation\" has no field named "
            "\"CreateIpForwardEntry2\" (did you mean create_route?)");
  EXPECT_THAT(diagnostic_about("operations { create_route { row { gateway: \"192.0.2.1\" } } }"),
              EndsWith("(did you mean via?)"));
  EXPECT_THAT(diagnostic_about("operations { create_route { row { NextHop: \"192.0.2.1\" } } }"),
              EndsWith("(did you mean next_hop?)"));
  EXPECT_THAT(diagnostic_about("host { ipv4: fals }"), EndsWith("(did you mean false?)"));
  EXPECT_THAT(diagnostic_about("operations { create_route { row { valid_lifetime_s: infinite } } }"),
              EndsWith("(an infinite lifetime is 0xffffffff)"));
}

TEST(Text, RefusesAnEqualsSign) {
  for (const char* text : {"host { ipv4=true }", "host { ipv4 = true }", "host { ipv4 =true }"})
    EXPECT_THAT(diagnostic_about(text), EndsWith(": \"=\" after the name of a member (write \":\")"));
  EXPECT_EQ(diagnostic_about("operations { create_route { row { to=\"::/0\" } } }"),
            "a.textproto:1:37: \"=\" after the name of a member (write \":\")");
}

TEST(Text, RefusesAMemberInBothForms) {
  EXPECT_EQ(diagnostic_about("operations { create_route { row { to: \"::/0\"\n destination { } } } }"),
            "a.textproto:2:2: \"to\" and \"destination\" are the same member (keep one of them)");
}

TEST(Text, FindsThePlaceAfterAnAddress) {
  EXPECT_EQ(
      diagnostic_about("operations { create_route { row { to: \"198.51.100.0/24\" metrc: 10 } } }"),
      "a.textproto:1:62: Message type \"RouteRow\" has no field named \"metrc\" (did you mean metric?)");
  EXPECT_EQ(diagnostic_about("\toperations { best_route { source: \"::1\"\tindex: x } }"),
            "a.textproto:1:49: Expected integer, got: x (write a number as 10 or 0x0a)");
}

TEST(Text, RefusesTwoCallsInOneOperation) {
  EXPECT_EQ(diagnostic_about("operations { create_route { } get_route { } }"),
            "a.textproto:1:41: Field \"get_route\" is specified along with field \"create_route\", "
            "another member of oneof \"call\" (keep one of them)");
}

TEST(Text, RefusesABraceThatStaysOpen) {
  EXPECT_EQ(diagnostic_about("host {\n"),
            "a.textproto:2:1: Expected identifier, got the end of the text (complete the last member "
            "and close all braces)");
}

TEST(Text, RefusesANulWithItsPlace) {
  EXPECT_EQ(diagnostic_about("host {\n  \0}"sv),
            "a.textproto:2:3: a NUL octet, so this is not text (the name of a file in binary form ends "
            "in .binpb; in text, write NUL as \\000)");
}

TEST(Text, RefusesWhatIsNotUtf8) {
  EXPECT_EQ(diagnostic_about("# caf\xe9\n"),
            "a.textproto:1:6: octet 0xe9 is not UTF-8 (save the file as UTF-8; write octets of a value "
            "as \\x)");
  EXPECT_EQ(diagnostic_about("# caf\xc3\xa9\n"), "none");
}

TEST(Text, MakesOneShortLineOfEveryDiagnostic) {
  const auto parsed = parse_script("host\n", "a\nb\x1b[2J");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().rfind("a b [2J:2:1: ", 0), 0U) << parsed.error();
  EXPECT_LT(diagnostic_about(std::string(100000, 'x')).size(), 400U);
}

TEST(HeadComment, IsKeptVerbatim) {
  EXPECT_EQ(head_comment("# One.\n#two\n\n  ## three\nhost { } # not this\n# nor this\n"),
            "# One.\n#two\n\n  ## three\n");
}

TEST(HeadComment, LosesLineEndsOfWindowsAndEmptyLinesAround) {
  EXPECT_EQ(head_comment("\xef\xbb\xbf\r\n# One.\r\n\r\n# Two.\r\n\r\nhost { }"), "# One.\n\n# Two.\n");
}

TEST(HeadComment, IsEmptyWithoutOne) {
  EXPECT_EQ(head_comment(""), "");
  EXPECT_EQ(head_comment("\n\nhost { }\n# Late.\n"), "");
}

TEST(HeadComment, NeedsNoLineEnd) { EXPECT_EQ(head_comment("# One."), "# One.\n"); }

TEST(Words, AreACommentWithoutNumberSigns) {
  EXPECT_EQ(words_of("# One.\n#\n#Two.\n"), "One.\n\nTwo.");
  EXPECT_EQ(comment_of("One.\n\nTwo."), "# One.\n#\n# Two.\n");
  EXPECT_EQ(comment_of("# One."), "# One.\n");
  EXPECT_EQ(words_of(""), "");
  EXPECT_EQ(comment_of(""), "");
}

TEST(InnerComment, IsFoundAfterTheHead) {
  EXPECT_EQ(line_of_inner_comment("# Head.\nhost {\n} # inner\n"), 3U);
  EXPECT_EQ(line_of_inner_comment("# Head.\n\n# Head.\nhost { }\n"), std::nullopt);
}

TEST(InnerComment, IsNotANumberSignInAString) {
  EXPECT_EQ(line_of_inner_comment(R"(a: "\"#" b: '#"')"), std::nullopt);
  EXPECT_EQ(line_of_inner_comment("a: \"x\"\n\n#"), 3U);
}

RC_GTEST_PROP(Text, LosesNothingOfAnyMessage, ()) {
  proto::Script message = *arbitrary::arbitrary_message();
  message.DiscardUnknownFields();
  const std::string text = print(message);
  RC_LOG() << text;
  const auto parsed = parse_script(text, "printed");
  RC_ASSERT(parsed.has_value());
  RC_ASSERT(parsed->SerializeAsString() == message.SerializeAsString());
  RC_ASSERT(print(*parsed) == text);
}

RC_GTEST_PROP(Text, LosesNothingOfARecording, ()) {
  const proto::Trace message = codec::encode(*arbitrary::arbitrary_recording());
  const std::string text = print(message);
  RC_LOG() << text;
  const auto parsed = parse_trace(text, "printed");
  RC_ASSERT(parsed.has_value());
  RC_ASSERT(parsed->SerializeAsString() == message.SerializeAsString());
}

}  // namespace
}  // namespace netioconf::corpora::text

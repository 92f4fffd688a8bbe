#include "corpora/codec/codec.h"

#include <gtest/gtest.h>

// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include "corpora/arbitrary/nouns.h"
#include "corpora/codec/codec_operations.h"
#include "corpora/codec/codec_rows.h"
#include "corpora/text/text.h"

namespace netioconf::corpora::codec {
namespace {

oracle::RouteCall only_route_call(const oracle::Script& script) {
  return std::get<oracle::RouteCall>(script.operations.at(0));
}

proto::RouteCall& a_create(proto::Script& message) {
  return *message.add_operations()->mutable_create_route();
}

TEST(ScriptCodec, GivesAScriptThatAsksForNothingThePlainHost) {
  EXPECT_EQ(decode(proto::Script()).host, oracle::plain_host());
  EXPECT_FALSE(encode(oracle::Script{.host = oracle::plain_host()}).has_host());
}

TEST(ScriptCodec, CanSayAMachineWithoutLinks) {
  const oracle::Script script{.operations = {}};
  EXPECT_TRUE(encode(script).has_host());
  EXPECT_EQ(decode(encode(script)), script);
}

TEST(ScriptCodec, TakesSixteenLinks) {
  proto::Script message;
  for (std::uint32_t i = 1; i <= 17; ++i) {
    proto::Link& link = *message.mutable_host()->add_links();
    link.set_luid(i);
    link.set_index(i);
  }
  ASSERT_EQ(decode(message).host.links.size(), 16U);
  EXPECT_EQ(decode(message).host.links.back().index, 16U);
}

TEST(ScriptCodec, LeavesOutLinksThatCannotBeNamed) {
  proto::Script message;
  message.mutable_host()->add_links();                // LUID 0x0006000001000000, index 1
  message.mutable_host()->add_links()->set_index(2);  // the same LUID
  message.mutable_host()->add_links()->set_luid(2);   // the same index
  message.mutable_host()->mutable_links(2)->set_index(1);
  proto::Link& no_luid = *message.mutable_host()->add_links();
  no_luid.set_luid(0);
  no_luid.set_index(3);
  proto::Link& no_index = *message.mutable_host()->add_links();
  no_index.set_luid(4);
  no_index.set_index(0);
  proto::Link& good = *message.mutable_host()->add_links();
  good.set_luid(5);
  good.set_index(5);
  const auto links = decode(message).host.links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].luid, oracle::first_luid);
  EXPECT_EQ(links[1].luid, 5U);
}

proto::Prefix& add_address(proto::Link& link, std::uint32_t ipv4) {
  proto::Prefix& prefix = *link.add_addresses();
  prefix.mutable_address()->set_ipv4(ipv4);
  prefix.set_length(24);
  return prefix;
}

TEST(ScriptCodec, TakesFourAddressesOfALink) {
  proto::Script message;
  proto::Link& link = *message.mutable_host()->add_links();
  for (std::uint32_t number = 1; number <= 5; ++number) add_address(link, 0xc6336400 + number);
  const auto addresses = decode(message).host.links[0].addresses;
  ASSERT_EQ(addresses.size(), oracle::most_addresses);
  EXPECT_EQ(addresses.back(), (oracle::Prefix{oracle::ipv4(198, 51, 100, 4), 24}));
}

TEST(ScriptCodec, LeavesOutAddressesThatNoLinkCanHave) {
  proto::Script message;
  proto::Link& link = *message.mutable_host()->add_links();
  add_address(link, 0xe0000001);                      // multicast
  add_address(link, 0xc6336401).set_padding("\x01");  // stray bytes
  add_address(link, 0xc6336402);
  add_address(link, 0xc6336402).set_length(32);  // a second time
  EXPECT_EQ(decode(message).host.links[0].addresses,
            std::vector{(oracle::Prefix{oracle::ipv4(198, 51, 100, 2), 24})});
}

TEST(ScriptCodec, LeavesOutOperationsWithoutACall) {
  proto::Script message;
  message.add_operations();
  a_create(message);
  message.add_operations();
  EXPECT_EQ(decode(message).operations.size(), 1U);
}

TEST(ScriptCodec, Takes65536Operations) {
  proto::Script message;
  for (int i = 0; i < operation_count_max; ++i) a_create(message);
  EXPECT_EQ(decode(message).operations.size(), 65536U);
  a_create(message);
  EXPECT_EQ(decode(message).operations.size(), 65536U);
}

TEST(ScriptCodec, DistinguishesNullFromAnEmptyRow) {
  proto::Script message;
  proto::RouteCall& call = a_create(message);
  EXPECT_EQ(only_route_call(decode(message)).row, std::nullopt);
  call.mutable_row();
  EXPECT_NE(only_route_call(decode(message)).row, std::nullopt);
}

TEST(ScriptCodec, GivesAnEmptyRowTheDefaultsOfTheFormat) {
  const oracle::RouteRow row = decode(proto::RouteRow());
  EXPECT_EQ(row.luid, oracle::first_luid);
  EXPECT_EQ(row.index, 0U);
  EXPECT_EQ(row.destination, oracle::Prefix{});
  EXPECT_EQ(row.next_hop, oracle::SocketAddress{});
  EXPECT_EQ(row.valid_lifetime_s, oracle::infinite_lifetime_s);
  EXPECT_EQ(row.preferred_lifetime_s, oracle::infinite_lifetime_s);
  EXPECT_EQ(row.protocol, oracle::protocol_netmgmt);
  EXPECT_EQ(decode(proto::AnycastRow()).luid, oracle::first_luid);
  EXPECT_EQ(decode(proto::LinkRow()).family, oracle::ipv4_family);
}

TEST(ScriptCodec, DistinguishesUnknownFromFalse) {
  proto::LinkRow message;
  EXPECT_EQ(decode(message).connected, std::nullopt);
  EXPECT_EQ(decode(message).disable_default_routes, std::nullopt);
  message.set_connected(0);
  message.set_disable_default_routes(0x101);
  EXPECT_EQ(decode(message).connected, 0);
  EXPECT_EQ(decode(message).disable_default_routes, 1);
}

TEST(ScriptCodec, CountsLowBits) {
  proto::RouteRow row;
  row.set_site_prefix_length(0x1ff);
  row.set_loopback(0x102);
  row.set_autoconfigure_address(0x100);
  row.set_publish(0x1ff);
  row.set_immortal(0x103);
  row.mutable_destination()->set_length(0x121);
  row.set_padding("\x01\x02\x03\x04");
  const oracle::RouteRow decoded = decode(row);
  EXPECT_EQ(decoded.site_prefix_length, 255);
  EXPECT_EQ(decoded.loopback, 2);
  EXPECT_EQ(decoded.autoconfigure_address, 0);
  EXPECT_EQ(decoded.publish, 255);
  EXPECT_EQ(decoded.immortal, 3);
  EXPECT_EQ(decoded.destination.length, 0x21);
  EXPECT_EQ(decoded.padding, (std::array<std::uint8_t, 3>{1, 2, 3}));
}

TEST(ScriptCodec, CountsThreeBitsOfTheMisalignment) {
  proto::Script message;
  proto::RouteCall& call = a_create(message);
  call.set_misalignment(7);
  EXPECT_EQ(only_route_call(decode(message)).misalignment, 7);
  call.set_misalignment(8);
  EXPECT_EQ(only_route_call(decode(message)).misalignment, 0);
}

TEST(ScriptCodec, LeavesOutWhatEqualsItsDefault) {
  const proto::RouteRow empty;
  EXPECT_EQ(encode(decode(empty)).ByteSizeLong(), 0U);
  proto::RouteRow zero;
  zero.mutable_destination()->mutable_address()->set_raw("");
  zero.set_padding(std::string(3, '\0'));
  zero.set_metric(0);
  EXPECT_EQ(encode(decode(zero)).ByteSizeLong(), 0U);
}

TEST(ScriptCodec, MakesNoCallOfAnOperationThatContradictsItself) {
  oracle::RouteCall call;
  call.call = oracle::Call::create_anycast;
  EXPECT_EQ(encode(oracle::Operation(call)).call_case(), proto::Operation::CALL_NOT_SET);
}

RC_GTEST_PROP(ScriptCodec, GivesEveryScriptBack, ()) {
  const oracle::Script script = *arbitrary::arbitrary_script();
  const proto::Script message = encode(script);
  RC_LOG() << text::print(message);
  RC_ASSERT(decode(message) == script);
}

RC_GTEST_PROP(ScriptCodec, MakesEveryMessageCanonicalInOneStep, ()) {
  const proto::Script message = *arbitrary::arbitrary_message();
  const proto::Script canonical = encode(decode(message));
  RC_LOG() << text::print(message) << "\nbecomes\n" << text::print(canonical);
  RC_ASSERT(decode(canonical) == decode(message));
  RC_ASSERT(encode(decode(canonical)).SerializeAsString() == canonical.SerializeAsString());
}

TEST(TraceCodec, KeepsLinksThatCannotBe) {
  Recording recording;
  recording.trace.host.links = {{.luid = 0, .index = 1}, {.luid = 0, .index = 1}};
  recording.trace.host.links[0].addresses.resize(2);
  EXPECT_EQ(decode(encode(recording)), recording);
}

TEST(TraceCodec, LeavesOutStepsWithoutACall) {
  proto::Trace message;
  message.add_steps()->mutable_reply()->set_status(1);
  EXPECT_TRUE(decode(message).trace.steps.empty());
}

RC_GTEST_PROP(TraceCodec, GivesEveryRecordingBack, ()) {
  const Recording recording = *arbitrary::arbitrary_recording();
  const proto::Trace message = encode(recording);
  RC_LOG() << text::print(message);
  RC_ASSERT(decode(message) == recording);
}

}  // namespace
}  // namespace netioconf::corpora::codec

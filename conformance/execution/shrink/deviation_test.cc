#include "conformance/execution/shrink/deviation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/execution/testing/implementation_named.h"
#include "corpora/text/loader.h"

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Call;
using oracle::RouteCall;
using oracle::Script;
using oracle::readings::Profile;
using testing::IsEmpty;
using testing::SizeIs;

std::unique_ptr<Implementation> mutant(const std::string& name) {
  return implementation_named("mutant:" + name);
}

oracle::RouteRow a_row(std::uint8_t net) {
  oracle::RouteRow row{.luid = oracle::first_luid};
  row.destination = {.address = oracle::ipv4(10, net, 0, 0), .length = 16};
  row.next_hop = oracle::ipv4(192, 0, 2, 1);
  row.valid_lifetime_s = oracle::infinite_lifetime_s;
  row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.metric = net;
  return row;
}

Script noise_around(const oracle::Operation& operation) {
  Script script{.name = "found/1", .host = oracle::plain_host()};
  script.host.links.push_back({.luid = oracle::second_luid, .index = 2});
  for (std::uint8_t net = 1; net < 6; ++net) {
    script.operations.emplace_back(RouteCall{.call = Call::create_route, .row = a_row(net)});
    if (net == 3) script.operations.push_back(operation);
    script.operations.emplace_back(oracle::TableCall{.family = oracle::ipv4_family});
  }
  return script;
}

TEST(Shorten, FindsTheOneCallThatDeviates) {
  oracle::RouteRow row = a_row(9);
  row.valid_lifetime_s = 0x7fffffff;
  row.preferred_lifetime_s = 0x80000000;
  const Script script = noise_around(RouteCall{.call = Call::create_route, .row = row});
  const auto wrong = mutant("lifetimes-compared-as-signed");
  const auto shown = shorten(*wrong, Profile::documented, {.script = script});
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->group.rule, "route.lifetimes");
  EXPECT_EQ(shown->group.observed, "success");
  EXPECT_THAT(shown->shrunk.script.operations, SizeIs(1));
  EXPECT_EQ(shown->shrunk.script.host, oracle::plain_host());
  EXPECT_TRUE(is_minimal(shown->shrunk.script, deviates_so(*wrong, Profile::documented, shown->group)));
  EXPECT_EQ(words_for(shown->group, shown->alone),
            "CreateIpForwardEntry2: success against route.lifetimes, allowed: invalid_parameter.");
}

TEST(Shorten, HasNothingToShowOfAScriptThatConforms) {
  const Script script = noise_around(oracle::TableCall{});
  const auto right = implementation_named("emulated");
  EXPECT_FALSE(shorten(*right, Profile::documented, {.script = script}).has_value());
}

Script with_host_bits(std::string name, const oracle::SocketAddress& destination) {
  oracle::RouteRow row = a_row(1);
  row.destination = {.address = destination, .length = 16};
  row.next_hop.family = destination.family;
  row.next_hop.bytes = {};
  Script script{.name = std::move(name), .host = oracle::plain_host()};
  script.operations = {oracle::TableCall{}, RouteCall{.call = Call::create_route, .row = row}};
  return script;
}

TEST(Shorten, PutsTheEvidenceInFrontOfWhatContradictsIt) {
  const auto wrong = mutant("host-bits-kept-in-ipv6");
  const Script earlier = with_host_bits("found/1", oracle::ipv4(10, 1, 2, 3));
  const Script later = with_host_bits("found/2", oracle::ipv6(0x20010db800000000, 1));
  oracle::engine::Judge judge{Profile::documented};
  (void)judge.judge(wrong->observe(earlier));
  const oracle::Trace trace = wrong->observe(later);
  const oracle::Judgement judgement = judge.judge(trace);
  const auto groups = deviations_of(trace, judgement);
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_EQ(groups.front().reading, "host-bits");
  const Deviating deviating{
      .script = later, .group = groups.front(), .contradicted = judgement.findings[1].contradicts};
  EXPECT_FALSE(shorten(*wrong, Profile::documented, deviating).has_value());
  const auto find = [&](const std::string& name) {
    return name == "found/1" ? std::optional(earlier) : std::nullopt;
  };
  const auto shown = shorten(*wrong, Profile::documented, deviating, find);
  ASSERT_TRUE(shown.has_value());
  EXPECT_THAT(shown->evidence, testing::ElementsAre("found/1"));
  EXPECT_EQ(shown->group.reading, "host-bits");
  EXPECT_THAT(shown->shrunk.script.operations, SizeIs(2));
  EXPECT_EQ(shown->shrunk.script.name, "found/2");
}

}  // namespace
}  // namespace netioconf::conformance::execution::shrink

#include "conformance/execution/reset_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/execution/implementation.h"
#include "oracle/model/samples.h"
#include "oracle/model/steps.h"

namespace netioconf::conformance::execution {
namespace {

using oracle::Call;
using testing::SizeIs;

// A transport with tables that a reset may leave, and a host that it may ignore.
class Tables final : public implementations::Transport {
 public:
  bool empties = true;
  std::optional<oracle::Host> only_host;
  std::optional<oracle::Host> description;
  std::string problem;  // of the description
  std::size_t resets = 0;

  std::optional<oracle::Host> links;  // that GetIpInterfaceEntry shows

  bool has(Call) const override { return true; }
  bool has_reset() const override { return true; }
  std::expected<oracle::Host, std::string> host() override { return oracle::plain_host(); }
  std::optional<implementations::DescribedHost> described() override {
    if (!problem.empty()) return std::unexpected(problem);
    return description ? description : only_host;
  }
  void renew() override {}
  implementations::Outcome run(const implementations::Batch& batch) override {
    if (batch.start == implementations::Start::reset) {
      ++resets;
      if (empties) routes_.clear();
    }
    implementations::Outcome outcome{.replies = {}};
    for (const oracle::Operation& operation : batch.operations) {
      outcome.replies.push_back(carry_out(operation));
    }
    return outcome;
  }

 private:
  oracle::Reply carry_out(const oracle::Operation& operation) {
    oracle::Reply reply;
    if (const auto* call = std::get_if<oracle::RouteCall>(&operation)) routes_.push_back(*call->row);
    if (const auto* call = std::get_if<oracle::LinkCall>(&operation)) {
      const oracle::Link* link = links ? oracle::named_link(*links, call->row->luid, 0) : nullptr;
      reply.status = link == nullptr ? 0xC0000225 : 0;
      reply.link = call->row;
      if (link != nullptr) reply.link->metric = link->ipv4_metric;
    }
    if (const auto* call = std::get_if<oracle::TableCall>(&operation)) {
      reply.table.emplace();
      if (call->call == Call::route_table) reply.table->routes = routes_;
    }
    return reply;
  }

  std::vector<oracle::RouteRow> routes_;
};

struct Tested {
  Tables* transport = nullptr;
  std::unique_ptr<Implementation> implementation;

  Tested() {
    auto made = std::make_unique<Tables>();
    transport = made.get();
    implementation = implementation_of("tested", std::move(made));
  }
};

oracle::Script creating() {
  return {
      .name = "test", .host = oracle::plain_host(), .operations = {oracle::create(oracle::a_route())}};
}

TEST(AReset, ThatEmptiesTheTablesIsTriedOnceForEachHost) {
  Tested tested;
  for (int i = 0; i < 3; ++i) EXPECT_THAT(tested.implementation->observe(creating()).steps, SizeIs(2));
  EXPECT_EQ(tested.transport->resets, 4U);
}

TEST(AReset, ThatLeavesEntriesShowsInTheSameScriptAndInLaterOnes) {
  Tested tested;
  tested.transport->empties = false;
  for (int i = 0; i < 2; ++i) {
    const oracle::Trace trace = tested.implementation->observe(creating());
    ASSERT_THAT(trace.steps, SizeIs(3));
    EXPECT_TRUE(trace.steps[0].probe);
    EXPECT_FALSE(trace.initial_routes.empty());
  }
}

TEST(AReset, IsNotBlamedForARowThatTheTableAlwaysShows) {
  Tested tested;
  oracle::Script other = creating();
  (void)tested.transport->run(
      {.start = implementations::Start::fresh, .operations = {oracle::create(oracle::an_ipv6_route())}});
  tested.transport->empties = false;
  other.operations = {oracle::TableCall{}};
  EXPECT_THAT(tested.implementation->observe(other).steps, SizeIs(1));
}

TEST(AReset, ThatSetsUpAnotherHostShowsWithTheHostThatIsThere) {
  Tested tested;
  oracle::Host metric = oracle::plain_host();
  metric.links.front().ipv4_metric = 1;
  tested.transport->only_host = metric;
  const oracle::Trace trace = tested.implementation->observe(creating());
  EXPECT_EQ(trace.host, metric);
  EXPECT_EQ(trace.wanted_host, oracle::plain_host());
  ASSERT_FALSE(trace.steps.empty());
  EXPECT_TRUE(trace.steps.front().probe);
}

TEST(AReset, IsAskedForItsHostAgainWhenTheHostChanges) {
  Tested tested;
  oracle::Script other = creating();
  other.host = oracle::a_host_with_two_links();
  tested.transport->description = oracle::plain_host();
  EXPECT_EQ(tested.implementation->observe(creating()).wanted_host, std::nullopt);
  tested.transport->description = other.host;
  EXPECT_EQ(tested.implementation->observe(other).wanted_host, std::nullopt);
  const oracle::Trace trace = tested.implementation->observe(creating());
  EXPECT_EQ(trace.wanted_host, oracle::plain_host());
  EXPECT_EQ(trace.host, other.host);
}

TEST(AReset, ThatDescribesNoHostIsAskedForTheLinks) {
  Tested tested;
  tested.transport->links = oracle::plain_host();
  EXPECT_EQ(tested.implementation->observe(creating()).wanted_host, std::nullopt);
  oracle::Script other = creating();
  other.host = oracle::a_host_with_two_links();
  const oracle::Trace trace = tested.implementation->observe(other);
  EXPECT_EQ(trace.wanted_host, other.host);
  EXPECT_EQ(trace.host.links, oracle::plain_host().links);
}

TEST(AReset, NeedNotDescribeTheLinksInOrderNorTheMetricOfAMissingStack) {
  Tested tested;
  oracle::Script script = creating();
  script.host = oracle::a_host_with_two_links();
  script.host.ipv6 = false;
  oracle::Host described = script.host;
  std::swap(described.links.front(), described.links.back());
  described.links.front().ipv6_metric = 0;
  described.links.front().ipv6 = false;
  tested.transport->description = described;
  EXPECT_EQ(tested.implementation->observe(script).wanted_host, std::nullopt);
}

TEST(AReset, NeedNotDescribeAddressesInOrderNorAPathMtuTimeoutThatTheScriptLeavesOut) {
  Tested tested;
  oracle::Script script = creating();
  std::vector<oracle::Prefix>& asked = script.host.links.front().addresses;
  asked = {{oracle::ipv4(198, 51, 100, 7), 24}, {oracle::ipv6(1, 2), 64}};
  oracle::Host described = script.host;
  std::swap(described.links.front().addresses[0], described.links.front().addresses[1]);
  described.links.front().path_mtu_timeout_ms = 600'000;
  tested.transport->description = described;
  EXPECT_EQ(tested.implementation->observe(script).wanted_host, std::nullopt);
}

TEST(AReset, MustSetUpTheDetailsThatAreAskedFor) {
  for (const std::uint32_t timeout_ms : {5U, 0U}) {
    Tested tested;
    oracle::Script script = creating();
    script.host.links.front().path_mtu_timeout_ms = 600'000;
    oracle::Host described = script.host;
    described.links.front().path_mtu_timeout_ms = timeout_ms;
    tested.transport->description = described;
    EXPECT_EQ(tested.implementation->observe(script).wanted_host, script.host);
  }
}

TEST(AReset, MaySetUpAddressesThatNobodyAskedForButNoOthersThanThose) {
  const std::vector<oracle::Prefix> some = {{oracle::ipv4(198, 51, 100, 7), 24}};
  const std::vector<oracle::Prefix> others = {{oracle::ipv4(198, 51, 100, 8), 24}};
  const auto is_as_asked = [](const std::vector<oracle::Prefix>& asked,
                              const std::vector<oracle::Prefix>& described) {
    Tested tested;
    oracle::Script script = creating();
    script.host.links.front().addresses = asked;
    oracle::Host host = script.host;
    host.links.front().addresses = described;
    tested.transport->description = host;
    return !tested.implementation->observe(script).wanted_host.has_value();
  };
  EXPECT_TRUE(is_as_asked({}, some));
  EXPECT_TRUE(is_as_asked(some, some));
  EXPECT_FALSE(is_as_asked(some, others));
  EXPECT_FALSE(is_as_asked(some, {}));
}

TEST(AReset, ShowsWithWhatIsWrongWithTheDescriptionOfItsHost) {
  Tested tested;
  tested.transport->problem = "netioconf_describe wrote size 5000";
  const oracle::Trace trace = tested.implementation->observe(creating());
  EXPECT_EQ(trace.host, oracle::plain_host());
  EXPECT_EQ(trace.wanted_host, oracle::plain_host());
  ASSERT_FALSE(trace.steps.empty());
  EXPECT_TRUE(trace.steps.front().probe);
  EXPECT_EQ(trace.bad_description, "netioconf_describe wrote size 5000");
}

TEST(AReset, IsNotAskedAboutIfItIsNotDescribed) {
  Tested tested;
  EXPECT_EQ(tested.implementation->observe(creating()).wanted_host, std::nullopt);
}

}  // namespace
}  // namespace netioconf::conformance::execution

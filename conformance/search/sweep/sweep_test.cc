#include "conformance/search/sweep/sweep.h"

#include <gtest/gtest.h>

#include <set>

namespace netioconf::conformance::search::sweep {
namespace {

using std::chrono::milliseconds;

// Answers every call with `status` and records the numbers of the scripts.
class Scripted final : public execution::Implementation {
 public:
  explicit Scripted(std::uint32_t status) : status_{status} {}

  std::string name() const override { return "scripted"; }
  oracle::Trace observe(const oracle::Script& script) override {
    numbers.push_back(*number_of_name(script.name));
    oracle::Trace trace{.script = script.name, .host = script.host};
    for (const oracle::Operation& operation : script.operations) {
      oracle::Reply reply;
      reply.status = status_;
      trace.steps.push_back({operation, reply, false});
    }
    return trace;
  }

  std::vector<std::uint64_t> numbers;

 private:
  std::uint32_t status_;
};

constexpr std::uint32_t invalid_parameter = 0xc000'000d;
constexpr std::uint32_t missing = 0xc000'0225;

const Space& depth_1() {
  static const Space space{1};
  return space;
}

Go go_on(const NonConforming&, const Swept&) { return Go::on; }
void say_nothing(const Swept&) {}

Swept run(const SweepPlan& plan, Scripted& implementation, const Sink& sink = go_on) {
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  return sweep(depth_1(), plan, implementation, judge, sink, say_nothing);
}

TEST(Sweep, DividesTheSpaceIntoShards) {
  std::set<std::uint64_t> seen;
  std::uint64_t count = 0;
  for (std::uint64_t shard = 1; shard <= 3; ++shard) {
    const SweepPlan plan{.shard = {shard, 3}, .from = depth_1().size() - 1000};
    Scripted implementation{invalid_parameter};
    const Swept swept = run(plan, implementation);
    EXPECT_EQ(swept.scripts, count_of(plan, depth_1().size()));
    EXPECT_EQ(swept.scripts, implementation.numbers.size());
    EXPECT_EQ(swept.stop, Stop::finished);
    seen.insert(implementation.numbers.begin(), implementation.numbers.end());
    count += swept.scripts;
  }
  EXPECT_EQ(count, 1000U);
  EXPECT_EQ(seen.size(), 1000U);
  EXPECT_EQ(*seen.rbegin(), depth_1().size() - 1);
}

TEST(Sweep, CountsShardsOfTheWholeSpace) {
  std::uint64_t count = 0;
  for (std::uint64_t shard = 1; shard <= 7; ++shard) {
    count += count_of({.shard = {shard, 7}}, depth_1().size());
  }
  EXPECT_EQ(count, depth_1().size());
}

TEST(Sweep, GoesOnWhereItStopped) {
  Scripted complete{missing};
  (void)run({.shard = {2, 5}, .script_limit = 40}, complete);
  Scripted parts{missing};
  const Swept first = run({.shard = {2, 5}, .script_limit = 15}, parts);
  EXPECT_EQ(first.stop, Stop::at_limit);
  (void)run({.shard = {2, 5}, .from = first.next, .script_limit = 25}, parts);
  EXPECT_EQ(parts.numbers, complete.numbers);
}

TEST(Sweep, RunsThoseAloneThatAreAskedFor) {
  Scripted implementation{missing};
  const Swept swept = run({.from = 100, .only = {17, 4}}, implementation);
  EXPECT_EQ(implementation.numbers, (std::vector<std::uint64_t>{17, 4}));
  EXPECT_EQ(swept.stop, Stop::finished);
}

TEST(Sweep, StopsWhenTheSinkSaysSo) {
  Scripted implementation{0};
  std::size_t deviations = 0;
  const Swept swept = run({}, implementation, [&](const NonConforming& found, const Swept& so_far) {
    EXPECT_EQ(found.judgement.findings.back().verdict, oracle::Verdict::deviates);
    EXPECT_EQ(found.trace.steps.size(), found.judgement.findings.back().step + 1);
    EXPECT_EQ(so_far.scripts, implementation.numbers.size());
    return ++deviations < 3 ? Go::on : Go::stop;
  });
  EXPECT_EQ(deviations, 3U);
  EXPECT_EQ(swept.stop, Stop::by_sink);
  EXPECT_EQ(swept.next, implementation.numbers.back() + 1);
}

TEST(Sweep, StopsAtTheEndOfItsBudget) {
  Scripted implementation{missing};
  const Swept swept = run({.budget = milliseconds{1}}, implementation);
  EXPECT_EQ(swept.stop, Stop::out_of_time);
  EXPECT_LT(swept.scripts, depth_1().size());
  EXPECT_GE(swept.took, milliseconds{1});
}

TEST(Sweep, GivesTheSinkNothingThatConforms) {
  Scripted implementation{invalid_parameter};
  const Swept swept = run({.script_limit = 1}, implementation, [](const NonConforming&, const Swept&) {
    ADD_FAILURE() << "NULL is an invalid parameter";
    return Go::on;
  });
  EXPECT_EQ(swept.scripts_conforming, 1U);
  EXPECT_EQ(swept.steps_conforming, swept.steps);
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep

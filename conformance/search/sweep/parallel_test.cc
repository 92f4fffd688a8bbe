#include "conformance/search/sweep/parallel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::search::sweep {
namespace {

constexpr std::uint32_t not_found = 0xc000'0225;

// Every call returns not_found. The judge collects evidence from it, and many answers deviate.
class Empty final : public execution::Implementation {
 public:
  std::string name() const override { return "empty"; }
  oracle::Trace observe(const oracle::Script& script) override {
    oracle::Trace trace{.script = script.name, .host = script.host};
    for (const oracle::Operation& operation : script.operations) {
      oracle::Reply reply;
      reply.status = not_found;
      trace.steps.push_back({operation, reply, false});
    }
    return trace;
  }
};

// The result of a sweep.
struct Result {
  std::vector<std::uint64_t> numbers;
  std::vector<std::uint64_t> steps_by_then;
  Swept swept;
  std::vector<oracle::Followed> followed;
  oracle::coverage::Coverage coverage;
};

Result sweep_with(std::size_t jobs, const SweepPlan& plan, std::size_t enough) {
  static const Space space{1};
  std::vector<std::unique_ptr<execution::Implementation>> implementations;
  while (implementations.size() < jobs) implementations.push_back(std::make_unique<Empty>());
  Result result;
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  const Sink sink = [&](NonConforming found, const Swept& so_far) {
    result.numbers.push_back(found.number);
    result.steps_by_then.push_back(so_far.steps);
    return result.numbers.size() < enough ? Go::on : Go::stop;
  };
  result.swept = sweep_in_parallel(space, plan, implementations, judge, sink, [](const Swept&) {});
  result.followed = judge.followed();
  result.coverage = judge.coverage();
  return result;
}

void expect_the_same(const Result& one, const Result& several) {
  EXPECT_EQ(one.numbers, several.numbers);
  EXPECT_EQ(one.steps_by_then, several.steps_by_then);
  EXPECT_EQ(one.swept.scripts, several.swept.scripts);
  EXPECT_EQ(one.swept.scripts_conforming, several.swept.scripts_conforming);
  EXPECT_EQ(one.swept.steps, several.swept.steps);
  EXPECT_EQ(one.swept.steps_conforming, several.swept.steps_conforming);
  EXPECT_EQ(one.swept.next, several.swept.next);
  EXPECT_EQ(one.swept.stop, several.swept.stop);
  EXPECT_EQ(one.followed, several.followed);
  EXPECT_EQ(one.coverage, several.coverage);
}

constexpr std::size_t never = ~std::size_t{0};

TEST(SweepInParallel, ComesToTheSameAsOneAfterTheOther) {
  const SweepPlan plan{.script_limit = 20'000};
  const Result one = sweep_with(1, plan, never);
  EXPECT_THAT(one.numbers, testing::Not(testing::IsEmpty()));
  expect_the_same(one, sweep_with(3, plan, never));
}

TEST(SweepInParallel, DoesItsShardToTheEnd) {
  const SweepPlan plan{.shard = {2, 3}, .from = 410'000};
  const Result one = sweep_with(1, plan, never);
  EXPECT_EQ(one.swept.stop, Stop::finished);
  expect_the_same(one, sweep_with(2, plan, never));
}

TEST(SweepInParallel, StopsAtTheGivenNumber) {
  const SweepPlan plan{.script_limit = 20'000};
  const Result one = sweep_with(1, plan, 3000);
  EXPECT_EQ(one.swept.stop, Stop::by_sink);
  EXPECT_EQ(one.numbers.size(), 3000);
  expect_the_same(one, sweep_with(4, plan, 3000));
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep

#include "conformance/search/schedule/run_picks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "conformance/execution/testing/implementation_named.h"
#include "conformance/search/properties/minimized.h"

namespace netioconf::conformance::search::schedule {
namespace {

const sweep::Space& whole_space() {
  static const sweep::Space all{sweep::depth_max};
  return all;
}

// What a search came to.
struct Came {
  std::vector<std::uint64_t> costs;  // of each pick
  std::vector<std::string> failed;   // the scripts with a new kind of deviation
  std::vector<std::size_t> known;    // how much evidence there was by then
  std::vector<oracle::Followed> followed;
  oracle::coverage::Coverage coverage;

  friend bool operator==(const Came& one, const Came& other) = default;
};

constexpr std::size_t never = ~std::size_t{0};

// Runs picks until so many were taken, with a kind of deviation counted once.
Came search(const std::string& name, std::size_t threads, std::size_t enough,
            std::size_t failures_max = never) {
  const auto implementation = execution::implementation_named(name);
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  const properties::SearchOptions options{};
  Schedule schedule{whole_space(), {}, lookahead_for(implementation->callbacks())};
  PickRunner runner{*implementation, whole_space(), options};
  Came came;
  Kinds kinds;
  const auto note = [&](const Failure& failure) {
    for (const reports::GroupKey& group : properties::groups_of(failure.test_case)) {
      if (!kinds.insert(group).second) continue;
      came.failed.push_back(failure.test_case.executions.front().script.name);
      came.known.push_back(failure.known.size());
    }
  };
  const PickSink sink{.has_enough = [&] { return came.costs.size() >= enough; },
                      .take =
                          [&](const Pick&, const PickResult& result) {
                            came.costs.push_back(result.cost);
                            if (result.failure) note(*result.failure);
                            return came.failed.size() < failures_max;
                          }};
  if (threads == 1) {
    run_picks(schedule, runner, judge, sink);
  } else {
    Implementations implementations;
    while (implementations.size() < threads)
      implementations.push_back(execution::implementation_named(name));
    run_picks_on_threads(schedule, runner, judge, sink, {implementations, whole_space(), options});
  }
  came.followed = judge.followed();
  came.coverage = judge.coverage();
  return came;
}

TEST(PicksOnThreads, ComeToTheSameAsOneAfterTheOther) {
  for (const std::string name : {"emulated", "emulated:literal", "mutant:lifetimes-compared-as-signed",
                                 "mutant:null-row-succeeds"}) {
    const Came one = search(name, 1, 2500);
    EXPECT_EQ(one.costs.size(), 2500U);
    EXPECT_EQ(one.failed.empty(), name.starts_with("emulated")) << name;
    for (const std::size_t threads : {2U, 3U, 8U})
      EXPECT_TRUE(search(name, threads, 2500) == one) << name << " on " << threads << " threads";
  }
}

// Only the picks before the end count, also in the last block.
TEST(PicksOnThreads, EndWithAnyPick) {
  for (const std::size_t enough : {0U, 1U, 127U, 128U, 129U, 300U}) {
    const Came one = search("emulated", 1, enough);
    EXPECT_EQ(one.costs.size(), enough);
    EXPECT_TRUE(search("emulated", 3, enough) == one) << enough;
  }
}

TEST(PicksOnThreads, EndIfTheSinkFails) {
  EXPECT_EQ(search("mutant:null-row-succeeds", 1, 2500, 1).failed.size(), 1U);
  EXPECT_EQ(search("mutant:null-row-succeeds", 3, 2500, 1).failed.size(), 1U);
}

}  // namespace
}  // namespace netioconf::conformance::search::schedule

#include "fuzz/feedback/signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "fuzz/harness/tested_implementation.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz::feedback {
namespace {

using Seen = std::vector<std::uint8_t>;

Seen signals_of(const oracle::Script& script, std::string_view personality = "common") {
  clear_signals();
  signal(try_script(harness::emulated(personality), script, oracle::readings::Profile::documented));
  return {signals().begin(), signals().end()};
}

std::size_t count(const Seen& seen) {
  return seen.size() - static_cast<std::size_t>(std::ranges::count(seen, 0));
}

// How many counters one has and the other lacks.
std::size_t beyond(const Seen& one, const Seen& other) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i] != 0 && other[i] == 0) ++found;
  }
  return found;
}

oracle::Script with_lifetimes(std::uint32_t valid_s, std::uint32_t preferred_s) {
  oracle::Script script = a_created_route();
  auto& row = std::get<oracle::RouteCall>(script.operations[0]).row;
  row->valid_lifetime_s = valid_s;
  row->preferred_lifetime_s = preferred_s;
  return script;
}

oracle::Script a_route_created_twice() {
  oracle::Script script = a_created_route();
  script.operations.push_back(script.operations.front());
  return script;
}

TEST(Signals, AreTheSameForTheSameInput) {
  EXPECT_GT(count(signals_of(a_route_created_twice())), 0U);
  EXPECT_EQ(signals_of(a_route_created_twice()), signals_of(a_route_created_twice()));
}

TEST(Signals, RecordWhatAnInputDecided) {
  EXPECT_GT(beyond(signals_of(with_lifetimes(0, 0)), signals_of(with_lifetimes(60, 60))), 0U);
  EXPECT_GT(beyond(signals_of(a_route_created_twice()), signals_of(a_created_route())), 0U);
}

TEST(Signals, SayNothingOfWhatThePagesSayPlainly) {
  EXPECT_EQ(signals_of(with_lifetimes(60, 60)), signals_of(with_lifetimes(61, 60)));
  EXPECT_EQ(beyond(signals_of(with_lifetimes(60, 61)), signals_of(with_lifetimes(60, 60))), 0U);
}

TEST(Signals, DistinguishTheCallsOfAQuestion) {
  oracle::Script set = a_created_route();
  set.operations.push_back(with_lifetimes(0, 0).operations.front());
  std::get<oracle::RouteCall>(set.operations.back()).call = oracle::Call::set_route;
  EXPECT_GT(beyond(signals_of(set), signals_of(with_lifetimes(0, 0))), 0U);
  EXPECT_GT(beyond(signals_of(with_lifetimes(0, 0)), signals_of(set)), 0U);
}

TEST(Signals, DistinguishAnswers) {
  oracle::Script script = a_created_route();
  auto& row = std::get<oracle::RouteCall>(script.operations[0]).row;
  row->site_prefix_length = 255;
  EXPECT_GT(beyond(signals_of(script, "literal"), signals_of(script, "common")), 0U);
}

TEST(Signals, StayUntilTheyAreCleared) {
  const Seen once = signals_of(a_route_created_twice());
  signal(try_script(harness::emulated("common"), a_route_created_twice(),
                    oracle::readings::Profile::documented));
  EXPECT_EQ(once, Seen(signals().begin(), signals().end()));
  clear_signals();
  EXPECT_EQ(std::ranges::count(signals(), 0), static_cast<long>(signal_count));
}

}  // namespace
}  // namespace netioconf::fuzz::feedback

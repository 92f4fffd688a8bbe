#include "fuzz/signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "fuzz/subject.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz {
namespace {

using Seen = std::vector<std::uint8_t>;

Seen signals_of(const oracle::Script& script, std::string_view personality = "common") {
  clear_signals();
  signal(try_script(*emulated(personality), script, oracle::Profile::documented));
  return {signals().begin(), signals().end()};
}

std::size_t count(const Seen& seen) {
  return seen.size() - static_cast<std::size_t>(std::count(seen.begin(), seen.end(), 0));
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

TEST(Signals, AreTheSameForTheSameTrial) {
  EXPECT_GT(count(signals_of(a_created_route())), 3U);
  EXPECT_EQ(signals_of(a_created_route()), signals_of(a_created_route()));
}

TEST(Signals, TellInputsApart) {
  const Seen accepted = signals_of(with_lifetimes(60, 60));
  EXPECT_GT(beyond(signals_of(with_lifetimes(60, 61)), accepted), 0U);
  EXPECT_EQ(beyond(signals_of(with_lifetimes(61, 61)), accepted), 0U);
}

TEST(Signals, TellStatesApart) {
  oracle::Script twice = a_created_route();
  twice.operations.push_back(twice.operations.front());
  EXPECT_GT(beyond(signals_of(twice), signals_of(a_created_route())), 0U);
}

TEST(Signals, TellAnswersApart) {
  oracle::Script script = a_created_route();
  auto& row = std::get<oracle::RouteCall>(script.operations[0]).row;
  row->site_prefix_length = 255;
  EXPECT_GT(beyond(signals_of(script, "literal"), signals_of(script, "common")), 0U);
}

TEST(Signals, StayUntilTheyAreCleared) {
  const Seen once = signals_of(a_created_route());
  signal(try_script(*emulated("common"), a_created_route(), oracle::Profile::documented));
  EXPECT_EQ(once, Seen(signals().begin(), signals().end()));
  clear_signals();
  EXPECT_EQ(std::count(signals().begin(), signals().end(), 0), static_cast<long>(signal_count));
}

}  // namespace
}  // namespace netioconf::fuzz

#include "conformance/search/sweep/space.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "conformance/search/sweep/fingerprint_for_test.h"
#include "conformance/search/sweep/spaces/hosts.h"

namespace netioconf::conformance::search::sweep {
namespace {

// Large regions are sampled, so that the test takes seconds under sanitizers too.
std::uint64_t stride_of(const Placed& placed) { return placed.region.size / 20'000 + 1; }

template <class Look>
void for_some_scripts(const Space& space, const Look& look) {
  oracle::Script script;
  for (const Placed& placed : space.regions()) {
    for (std::uint64_t offset = 0; offset < placed.region.size; offset += stride_of(placed)) {
      space.write(placed.first + offset, script);
      look(script);
    }
  }
}

TEST(Space, HasNoTwoEqualScriptsAtDepth1) {
  const Space space{1};
  std::vector<std::uint64_t> fingerprints;
  fingerprints.reserve(space.size());
  oracle::Script script;
  for (std::uint64_t number = 0; number < space.size(); ++number) {
    space.write(number, script);
    fingerprints.push_back(fingerprint(script));
  }
  std::ranges::sort(fingerprints);
  EXPECT_EQ(std::adjacent_find(fingerprints.begin(), fingerprints.end()), fingerprints.end());
}

TEST(Space, HasNoTwoEqualScriptsInItsSmallRegions) {
  const Space space{2};
  std::set<std::uint64_t> fingerprints;
  oracle::Script script;
  for (const Placed& placed : space.regions()) {
    if (placed.depth == 1 || placed.region.size > 90'000) continue;
    for (std::uint64_t offset = 0; offset < placed.region.size; ++offset) {
      space.write(placed.first + offset, script);
      EXPECT_TRUE(fingerprints.insert(fingerprint(script)).second)
          << placed.region.name << ", " << offset;
    }
  }
}

TEST(Space, HasEveryCallAndEveryHost) {
  std::set<oracle::Call> calls;
  std::set<std::uint64_t> hosts;
  for_some_scripts(Space{2}, [&](const oracle::Script& script) {
    for (const oracle::Operation& operation : script.operations)
      calls.insert(oracle::call_of(operation));
    hosts.insert(fingerprint({.host = script.host}));
  });
  EXPECT_EQ(calls.size(), oracle::call_count);
  for (const spaces::SmallHost& small : spaces::small_hosts()) {
    EXPECT_EQ(hosts.count(fingerprint({.host = small.host})), 1U) << small.name;
  }
}

TEST(Space, HasNoScriptOfMoreThanFourOperationsButThoseWithLargeTables) {
  for_some_scripts(Space{3}, [](const oracle::Script& script) {
    EXPECT_FALSE(script.operations.empty());
    const bool is_large = script.operations.size() > 64;
    EXPECT_TRUE(is_large || script.operations.size() <= 4U) << script.name;
  });
}

TEST(Space, HasTheSameScriptUnderANumberAtEveryDepth) {
  const Space shallow{1};
  const Space deep{3};
  ASSERT_LT(shallow.size(), deep.size());
  oracle::Script left;
  oracle::Script right;
  for (std::uint64_t number = 0; number < shallow.size(); number += 997) {
    shallow.write(number, left);
    deep.write(number, right);
    EXPECT_EQ(left, right);
  }
}

TEST(Space, MakesTheSameScriptOutOfAnyOther) {
  const Space space{2};
  oracle::Script used;
  for (std::uint64_t number = space.size(); number-- > 3;) {
    if (number % 7919 != 0) continue;
    space.write(number, used);
    oracle::Script fresh;
    space.write(number, fresh);
    EXPECT_EQ(used, fresh) << number;
  }
}

TEST(Space, NamesAScriptByItsNumber) {
  const Space space{1};
  oracle::Script script;
  space.write(4711, script);
  EXPECT_EQ(script.name, "sweep/4711");
  EXPECT_EQ(number_of_name(script.name), 4711U);
  EXPECT_EQ(name_of_number(4711), script.name);
  for (const char* name : {"", "4711", "sweep/", "sweep/-1", "sweep/1x", "route.link/both_zero"}) {
    EXPECT_EQ(number_of_name(name), std::nullopt) << name;
  }
}

TEST(Space, SaysWhatItIsMadeOf) {
  EXPECT_THAT(describe_values(),
              testing::Contains(testing::AllOf(testing::HasSubstr("MIB_IPFORWARD_ROW2"),
                                               testing::HasSubstr("SitePrefixLength 22"))));
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep

#include "conformance/search/properties/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "conformance/execution/testing/implementation_named.h"
#include "conformance/mutants/mutants.h"
#include "conformance/search/properties/minimized.h"
#include "conformance/search/properties/scripts.h"
#include "corpora/codec/codec.h"
#include "oracle/model/calls.h"

namespace netioconf::conformance::search::properties {
namespace {

using oracle::Call;
using oracle::readings::Profile;
using testing::Le;
using testing::SizeIs;

constexpr bool go_on = true;
constexpr bool stop = false;
constexpr std::chrono::hours long_enough{1};

SearchResult search_for(std::uint64_t calls, std::uint64_t seed) {
  const auto emulator = execution::implementation_named("emulated");
  oracle::engine::Judge judge{Profile::documented};
  return check_properties(*emulator, judge, {.time = long_enough, .calls = calls}, seed,
                          [](Search&, const TestCase& test_case) {
                            ADD_FAILURE() << test_case.property << "/" << test_case.number;
                            return stop;
                          });
}

// A property that sees only empty scripts or refused calls would test nothing.
TEST(Search, TriesWhatIsWorthTrying) {
  const Tally tally = search_for(30'000, default_seed).tally;
  std::cout << tally.in_words();
  EXPECT_EQ(tally.skipped_scripts, 0U);
  EXPECT_GE(tally.with_entries * 100, tally.scripts * 70);
  EXPECT_LE(tally.calls, tally.scripts * 20);
  EXPECT_GE(tally.calls, tally.scripts * 6);
  EXPECT_GE(tally.machines_without_a_stack * 100, tally.scripts * 5);
  for (const std::size_t links : {0U, 1U, 2U, 3U, 4U}) {
    ASSERT_TRUE(tally.links.contains(links));
    EXPECT_GE(tally.links.at(links) * 100, tally.scripts) << links << " links";
  }
  for (const relations::Relation& relation : relations::relations()) {
    ASSERT_TRUE(tally.properties.contains(relation.name)) << relation.name;
    EXPECT_GE(tally.properties.find(relation.name)->second, 20U) << relation.name;
  }
}

// The minimum share of a call among all calls, and of its successes and refusals, in percent.
struct Floor {
  Call call;
  double of_all;
  double succeed;
  double refused;
};

TEST(Search, MakesEveryCallSucceedAndFail) {
  const Tally tally = search_for(30'000, default_seed + 1).tally;
  for (const Floor& floor :
       {Floor{Call::create_route, 25, 30, 30}, Floor{Call::set_route, 3, 20, 20},
        Floor{Call::get_route, 4, 20, 20}, Floor{Call::delete_route, 4, 20, 20},
        Floor{Call::route_table, 2, 20, 5}, Floor{Call::best_route, 3, 15, 20},
        Floor{Call::create_anycast, 8, 25, 20}, Floor{Call::get_anycast, 2, 20, 20},
        Floor{Call::delete_anycast, 1.5, 15, 20}, Floor{Call::anycast_table, 1, 20, 10},
        Floor{Call::get_link, 0.5, 15, 20}, Floor{Call::notify_route_change, 0.5, 50, 3},
        Floor{Call::cancel_notification, 0.2, 20, 0}, Floor{Call::collect_notifications, 0.5, 99, 0},
        Floor{Call::initialize_route, 0.5, 99, 0}, Floor{Call::free_table, 0.3, 5, 0},
        Floor{Call::reread_table, 0.5, 5, 0}}) {
    const Tally::Outcomes& outcomes = tally.of(floor.call);
    const double all = static_cast<double>(outcomes.succeeded + outcomes.refused + outcomes.skipped);
    const auto percent = [](std::uint64_t part, double whole) {
      return 100 * static_cast<double>(part) / whole;
    };
    EXPECT_GE(100 * all / static_cast<double>(tally.calls), floor.of_all)
        << oracle::function_name(floor.call);
    EXPECT_GE(percent(outcomes.succeeded, all), floor.succeed) << oracle::function_name(floor.call);
    EXPECT_GE(percent(outcomes.refused, all), floor.refused) << oracle::function_name(floor.call);
  }
}

TEST(Search, TriesTheSameUnderTheSameSeed) {
  const auto emulator = execution::implementation_named("emulated");
  oracle::engine::Judge judge{Profile::documented};
  oracle::engine::Judge other_judge{Profile::documented};
  Search one{*emulator, judge, {.seed = 5}};
  Search other{*emulator, other_judge, {.seed = 5}};
  for (int test_case = 0; test_case < 40; ++test_case) {
    const TestCase made = one.next();
    const TestCase again = other.next();
    EXPECT_EQ(made.script, again.script);
    ASSERT_FALSE(fails(made));
    if (made.executions.empty()) continue;
    EXPECT_EQ(one.test_cases().script(made.executions.back().script.name).value().operations,
              made.executions.back().script.operations);
    EXPECT_EQ(one.repeat(made.script.name).value().script, made.script);
  }
  EXPECT_FALSE(one.test_cases().script("nobody/1").has_value());
  EXPECT_FALSE(one.test_cases().script("routes/x").has_value());
  EXPECT_FALSE(one.repeat("").has_value());
}

TEST(SomeScript, CanBeSaidInAScript) {
  const auto scripts = some_script();
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const oracle::Script script = scripts(rc::Random(seed), rc::kNominalSize).value();
    EXPECT_EQ(corpora::codec::decode(corpora::codec::encode(script)), script);
    EXPECT_FALSE(script.operations.empty());
  }
}

TEST(Search, AsksAHostThatCannotBeChosenForNothingElse) {
  const auto library =
      execution::implementation_named("library:" SPECIMENS "/libspecimen_without_reset.so");
  oracle::engine::Judge judge{Profile::documented};
  const SearchResult result = check_properties(*library, judge, {.time = long_enough, .calls = 500},
                                               default_seed, [](Search&, const TestCase& test_case) {
                                                 ADD_FAILURE()
                                                     << test_case.property << "/" << test_case.number;
                                                 return stop;
                                               });
  EXPECT_LE(result.tally.skipped_scripts * 20, result.tally.scripts);
}

struct Example {
  std::string mutant;
  std::string relation;
};

class ARelation : public testing::TestWithParam<Example> {};

// Each relation detects some fault without the oracle.
TEST_P(ARelation, BreaksWhereAnImplementationIsWrong) {
  const auto mutant = execution::implementation_named("mutant:" + GetParam().mutant);
  const relations::Relation* relation = relations::find_relation(GetParam().relation);
  ASSERT_NE(relation, nullptr);
  const auto scripts = rc::gen::oneOf(script_about(Theme::routes, some_host()),
                                      script_about(Theme::best_routes, some_host()),
                                      script_about(Theme::anycasts, some_host()));
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const oracle::Script script = scripts(rc::Random(seed), rc::kNominalSize).value();
    std::deque<oracle::Trace> traces;
    const auto broken = relation->check(script, [&](const oracle::Script& variant) -> const auto& {
      return traces.emplace_back(mutant->observe(variant));
    });
    if (!broken) continue;
    EXPECT_LT(broken->observation, traces.size());
    EXPECT_LT(broken->step, traces[broken->observation].steps.size());
    EXPECT_NE(broken->allowed, broken->observed);
    return;
  }
  ADD_FAILURE() << "nothing was found";
}

INSTANTIATE_TEST_SUITE_P(Properties, ARelation,
                         testing::Values(Example{"origin-from-caller-when-known", "ignored_members"},
                                         Example{"index-before-luid", "link_names"},
                                         Example{"entry-kept-after-delete", "created_again"},
                                         Example{"duplicate-ignores-length", "creates_in_any_order"},
                                         Example{"state-kept-after-failure", "refused_calls"},
                                         Example{"next-hop-stored-as-zero", "read_as_created"},
                                         Example{"best-route-shortest-prefix", "best_of_the_table"}),
                         [](const auto& it) { return it.param.relation; });

// Only a sweep fills such tables.
bool needs_a_large_table(std::string_view mutant) {
  constexpr std::array<std::string_view, 5> names = {
      "table-of-64-rows", "table-count-in-eight-bits", "table-spoilt-beyond-1024-rows",
      "anycast-table-count-in-eight-bits", "anycast-table-misses-row-beyond-1024"};
  return std::ranges::find(names, mutant) != names.end();
}

// This test tries every 40th mutant. `netioconf mutants --by properties` tries all of them.
TEST(Search, CatchesMutants) {
  constexpr std::size_t every = 40;
  for (std::size_t number = 0; number < mutants::mutants().size(); number += every) {
    const mutants::Mutant& wrong = mutants::mutants()[number];
    // These mutants end this process or leak memory.
    if (wrong.rule == "call.returns" || wrong.rule.starts_with("free-table")) continue;
    if (wrong.rule.ends_with("-table.readable") || needs_a_large_table(wrong.name)) continue;
    const auto mutant = execution::implementation_named("mutant:" + std::string(wrong.name));
    oracle::engine::Judge judge{Profile::documented};
    const SearchResult result =
        check_properties(*mutant, judge, {.time = long_enough, .calls = 400'000}, default_seed,
                         [](Search&, const TestCase&) { return stop; });
    EXPECT_TRUE(result.stopped) << wrong.name;
  }
}

// The relations repeat calls that were accepted, also those with a NULL row.
TEST(Search, GoesOnWhereAMutantAcceptsNull) {
  for (const char* name : {"mutant:null-row-succeeds", "mutant:anycast-null-row-succeeds"}) {
    const auto mutant = execution::implementation_named(name);
    oracle::engine::Judge judge{Profile::documented};
    Search search{*mutant, judge, {.seed = default_seed}};
    std::size_t failed = 0;
    for (int number = 0; number < 2000; ++number) failed += fails(search.next()) ? 1U : 0U;
    EXPECT_GT(failed, 0U) << name;
  }
}

TEST(Minimized, IsShortAndStandsAlone) {
  const auto mutant = execution::implementation_named("mutant:host-bits-kept-in-ipv6");
  oracle::engine::Judge judge{Profile::documented};
  std::optional<Minimized> found;
  const auto result =
      check_properties(*mutant, judge, {.time = long_enough}, default_seed,
                       [&](Search& search, const TestCase& test_case) {
                         found = minimize(search, *mutant, test_case, groups_of(test_case).front(), {});
                         return stop;
                       });
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(result.stopped);
  EXPECT_TRUE(found->stands_alone);
  EXPECT_EQ(found->group.reading, "host-bits");
  EXPECT_THAT(found->shown.script.operations, SizeIs(Le(4U)));
  EXPECT_TRUE(execution::shrink::is_minimal(
      found->shown.script, execution::shrink::deviates_so(*mutant, Profile::documented, found->group)));
}

TEST(Minimized, NamesTheRelationThatOnlyARelationSees) {
  const auto mutant = execution::implementation_named("mutant:scope-id-from-caller");
  oracle::engine::Judge judge{Profile::documented};
  std::optional<Minimized> found;
  (void)check_properties(
      *mutant, judge, {.time = long_enough}, 1, [&](Search& search, const TestCase& test_case) {
        if (!test_case.broken || deviates(test_case.executions.front())) return go_on;
        found = minimize(search, *mutant, test_case, groups_of(test_case).front(), {});
        return found->relation == nullptr;
      });
  ASSERT_TRUE(found.has_value());
  ASSERT_NE(found->relation, nullptr);
  EXPECT_EQ(found->relation->name, "ignored_members");
  EXPECT_EQ(found->group.rule, "anycast.scope-id");
  EXPECT_THAT(groups_of({.relation = nullptr}), SizeIs(0));
}

}  // namespace
}  // namespace netioconf::conformance::search::properties

#include "fuzz/harness/stop.h"

#include <gmock/gmock.h>
#include <unwind.h>

#include <algorithm>
#include <set>
#include <vector>

#include "conformance/execution/implementation.h"
#include "fuzz/harness/tested_implementation.h"
#include "fuzz/testing/scripts.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::fuzz::harness {
namespace {

std::vector<std::string_view> ids() {
  std::vector<std::string_view> all;
  for (const oracle::Rule& rule : oracle::rules::rules()) all.push_back(rule.id);
  for (const oracle::readings::Reading& question : oracle::readings::readings())
    all.push_back(question.id);
  return all;
}

// The functions that are active, innermost first.
std::vector<const void*> active;

void note_active_functions() {
  active.clear();
  const auto note = [](_Unwind_Context* context, void*) {
    // Minus one: the address after a call may belong to another function.
    const auto address = static_cast<std::uintptr_t>(_Unwind_GetIP(context)) - 1;
    active.push_back(_Unwind_FindEnclosingFunction(reinterpret_cast<void*>(address)));
    return _URC_NO_REASON;
  };
  _Unwind_Backtrace(note, nullptr);
}

reports::GroupKey group_of_rule(std::string_view id) {
  return {.rule = std::string{id}, .observed = "success"};
}

TEST(Stop, HasAPlaceForEachRuleAndQuestion) {
  std::set<std::size_t> places;
  for (const std::string_view id : ids()) places.insert(stop_index_of(id));
  EXPECT_EQ(places.size(), ids().size());
  EXPECT_LT(*places.rbegin(), stop_count_max);
}

TEST(Stop, HasTwoFunctionsOfItsOwnForEachPlace) {
  std::set<const void*> functions;
  for (std::size_t place = 0; place < stop_count_max; ++place) {
    functions.insert(frames_of(place).outer);
    functions.insert(frames_of(place).inner);
  }
  EXPECT_EQ(functions.size(), 2 * stop_count_max);
}

TEST(Stop, PassesThroughThemOneAfterTheOther) {
  for (std::size_t place = 0; place < stop_count_max; ++place) {
    call_within(place, &note_active_functions);
    const auto [outer, inner] = frames_of(place);
    const auto found = std::ranges::find(active, inner);
    ASSERT_NE(found, active.end()) << place;
    ASSERT_NE(found + 1, active.end()) << place;
    EXPECT_EQ(*(found + 1), outer) << place;
  }
}

TEST(FirstLine, HasTheIdInWordsAndNoDigits) {
  for (const std::string_view id : ids()) {
    const std::string line = first_line(group_of_rule(id));
    EXPECT_EQ(line.find_first_of("0123456789"), std::string::npos) << line;
    EXPECT_LE(line.size(), std::string{"ASSERTION FAILED: "}.size() + 80) << line;
  }
  EXPECT_THAT(first_line(group_of_rule("route.site-prefix-255")),
              testing::StartsWith("ASSERTION FAILED: route.site prefix twofivefive FuzzerHash="));
}

TEST(FirstLine, IsAnotherOneForEachGroup) {
  std::set<std::string> lines;
  for (const std::string_view id : ids()) lines.insert(first_line(group_of_rule(id)));
  EXPECT_EQ(lines.size(), ids().size());

  reports::GroupKey other = group_of_rule("route.lifetimes");
  other.observed = "not_found";
  EXPECT_NE(first_line(other), first_line(group_of_rule("route.lifetimes")));
}

TEST(Stop, ReportsADeviationAsCheckDoes) {
  const auto mutant =
      conformance::execution::make_implementation("mutant:notification-missing-for-create", {});
  ASSERT_TRUE(mutant) << mutant.error();
  oracle::Script script = a_created_route();
  script.operations.insert(script.operations.begin(), oracle::NotifyCall{});
  script.operations.push_back(oracle::CollectCall{1});
  const feedback::JudgedInput judged =
      feedback::try_script(**mutant, script, oracle::readings::Profile::documented);
  EXPECT_DEATH(stop_at_deviation(judged),
               "ASSERTION FAILED: notify.one per change FuzzerHash=[a-p]+\n"
               "DEVIATES  notify.one-per-change: [^\n]*\n(.*\n)*  repeat +[^\n]*fuzz_harness_test FILE");
}

TEST(Stop, LetsWhatConformsPass) {
  stop_at_deviation(feedback::try_script(emulated("common"), a_created_route(),
                                         oracle::readings::Profile::documented));
}

}  // namespace
}  // namespace netioconf::fuzz::harness

#include "conformance/search/budgeted_search.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/library/testing/faulty.h"

namespace netioconf::conformance::search {
namespace {

constexpr int test_cases = 20;

// The number of test cases of a property that conform if a search begins with them.
int conforming(const std::string& name) {
  const auto implementation =
      execution::make_implementation(name, {.isolation = implementations::Isolation::foreign_code});
  EXPECT_TRUE(implementation) << implementation.error();
  int conforming = 0;
  for (int number = 0; number < test_cases; ++number) {
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    reports::Summary summary{{}, {}};
    const BudgetedSearchOptions options{.budget = {.calls = 1},
                                        .seed = properties::seed_of({}),
                                        .find_script = [](const auto&) { return std::nullopt; },
                                        .first = fmt::format("anything/{}", number),
                                        .on_first_conforms = [&] { ++conforming; }};
    EXPECT_TRUE(budgeted_search(**implementation, judge, summary, {}, options));
  }
  return conforming;
}

// No document says what InitializeIpForwardEntry does with NULL, so such a crash is no deviation.
TEST(ABudgetedSearch, TakesNoScriptThatEndsTheImplementationForOneThatConforms) {
  EXPECT_EQ(conforming("emulated"), test_cases);
  const std::string library = implementations::library::faulty_library("crash_in_initialize_of_null");
  EXPECT_LT(conforming("library:" + library), test_cases);
}

}  // namespace
}  // namespace netioconf::conformance::search

#include "conformance/search/properties/testing/holding.h"

#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "conformance/search/properties/scripts.h"
#include "corpora/text/loader.h"

namespace netioconf::conformance::search::properties {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::optional<std::string> deletes_a_route(const oracle::Script& script) {
  for (const oracle::Operation& operation : script.operations) {
    if (oracle::call_of(operation) == oracle::Call::delete_route) return "it deletes a route";
  }
  return std::nullopt;
}

// The message of a property that does not hold.
std::string failure() {
  testing::TestPartResultArray failures;
  {
    const testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    expect_holds(some_script(), deletes_a_route);
  }
  return failures.size() == 1 ? failures.GetTestPartResult(0).message() : "";
}

TEST(Holding, SaysHowToRepeatAFailureAndWhatItTakes) {
  EXPECT_THAT(failure(),
              AllOf(HasSubstr("it deletes a route"), HasSubstr("RC_PARAMS=\"seed="),
                    HasSubstr("--gtest_filter='Holding.SaysHowToRepeatAFailureAndWhatItTakes'"),
                    HasSubstr("operations { delete_route { } }\n")));
}

TEST(Holding, WritesTheShortestScript) {
  const std::string complained = failure();
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) /
                                     "netioconf-properties/Holding.WritesTheShortestScript.textproto";
  EXPECT_THAT(complained, HasSubstr(path.string()));
  const auto written = corpora::text::load_scripts(path);
  ASSERT_TRUE(written.has_value()) << written.error();
  EXPECT_EQ(written->front().script.operations.size(), 1U);
}

}  // namespace
}  // namespace netioconf::conformance::search::properties

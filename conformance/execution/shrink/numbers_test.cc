#include "conformance/execution/shrink/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Call;
using oracle::Operation;
using oracle::Script;
using testing::ElementsAre;

const Operation keep = oracle::TableCall{.keep = true};
const Operation look = oracle::TableCall{};
const Operation notify = oracle::NotifyCall{};
Operation free_table(std::uint32_t table) {
  return oracle::KeptTableCall{.call = Call::free_table, .table = table};
}
Operation reread(std::uint32_t table) {
  return oracle::KeptTableCall{.call = Call::reread_table, .table = table};
}
Operation cancel(std::uint32_t registration) { return oracle::CancelCall{registration}; }

Script script_of(std::vector<Operation> operations) {
  return {.name = "a/b", .host = oracle::plain_host(), .operations = std::move(operations)};
}

TEST(Without, LeavesOperationsOut) {
  EXPECT_EQ(without(script_of({look, notify, keep}), 1, 2), script_of({look}));
}

TEST(Without, RenumbersTables) {
  EXPECT_EQ(without(script_of({keep, keep, reread(1), free_table(1)}), 0, 1),
            script_of({keep, reread(0), free_table(0)}));
}

TEST(Without, RenumbersRegistrations) {
  EXPECT_EQ(without(script_of({notify, notify, cancel(1)}), 0, 1), script_of({notify, cancel(0)}));
}

TEST(Without, TakesAwayWhatNamesTheOneThatIsGone) {
  EXPECT_EQ(without(script_of({keep, reread(0), look, notify, cancel(0)}), 0, 1),
            script_of({look, notify, cancel(0)}));
}

TEST(Without, LeavesANumberOfNothingTheNumberOfNothing) {
  EXPECT_EQ(without(script_of({keep, look, free_table(1)}), 0, 1), script_of({look, free_table(0)}));
}

TEST(Joined, NumbersTheLaterScriptAfterTheEarlier) {
  const Script earlier = script_of({keep, notify});
  Script later = script_of({keep, reread(0), notify, cancel(0)});
  later.name = "later/one";
  const Script both = joined(earlier, later);
  EXPECT_EQ(both.name, "later/one");
  EXPECT_THAT(both.operations, ElementsAre(keep, notify, keep, reread(1), notify, cancel(1)));
}

}  // namespace
}  // namespace netioconf::conformance::execution::shrink

#include "oracle/model/calls.h"

#include <gtest/gtest.h>

#include "oracle/model/trace.h"

namespace netioconf::oracle::inline model {
namespace {

TEST(ACall, IsFoundByItsDocumentedName) {
  for (const CallInfo& info : call_table) EXPECT_EQ(call_named(info.function), info.call);
  EXPECT_EQ(call_named("GetIpForwardTable2"), Call::route_table);
  EXPECT_EQ(call_named("route_table"), std::nullopt) << "the name in scripts";
}

TEST(ACall, IsAFunctionIfAPageDocumentsIt) {
  EXPECT_TRUE(is_function(Call::initialize_route));
  EXPECT_TRUE(is_function(Call::free_table));
  EXPECT_FALSE(is_function(Call::collect_notifications));
  EXPECT_FALSE(is_function(Call::advance_clock));
}

TEST(ACall, IsExportedIfItIsAFunctionOrMovesTheClock) {
  EXPECT_TRUE(is_exported(Call::free_table));
  EXPECT_TRUE(is_exported(Call::advance_clock));
  EXPECT_FALSE(is_exported(Call::reread_table));
}

TEST(ACall, ReturnsNothingIfItsFunctionIsVoidAndFillsNoRow) {
  EXPECT_TRUE(returns_nothing(Call::free_table));
  EXPECT_FALSE(returns_nothing(Call::initialize_route));
  EXPECT_FALSE(returns_nothing(Call::delete_route));
}

TEST(ACall, IsFoundByItsEntriesEffectAndResults) {
  using enum TableEffect;
  EXPECT_EQ(find_call(Entries::routes, deletes, Returns::status), Call::delete_route);
  EXPECT_EQ(find_call(Entries::anycasts, deletes, Returns::status), Call::delete_anycast);
  EXPECT_EQ(find_call(Entries::routes, changes, Returns::status), Call::set_route);
  EXPECT_EQ(find_call(Entries::routes, no_effect, Returns::table), Call::route_table);
  EXPECT_EQ(find_call(Entries::routes, no_effect, Returns::row), Call::get_route)
      << "GetBestRoute2 comes after it";
  EXPECT_EQ(find_call(Entries::anycasts, changes, Returns::status), std::nullopt)
      << "no function sets an anycast address";
}

TEST(ACall, CanBeFollowedByAnotherIfItReturnedOrWasNotMade) {
  using enum Ending;
  for (const Ending ending : {returned, unavailable}) EXPECT_TRUE(goes_on(ending));
  for (const Ending ending : {crashed, hung, exited, garbled}) EXPECT_FALSE(goes_on(ending));
}

}  // namespace
}  // namespace netioconf::oracle::inline model

#include "conformance/export/reproduction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/export/body.h"
#include "conformance/export/programs.h"
#include "oracle/model/samples.h"

namespace netioconf::conformance::exporting {
namespace {

using oracle::Call;
using oracle::Status;
using oracle::StatusSet;
using testing::HasSubstr;

oracle::RouteRow row_to(oracle::SocketAddress destination, std::uint8_t length) {
  return via(to(on(oracle::a_route(), oracle::first_luid, 0), destination, length),
             oracle::ipv4(192, 0, 2, 1));
}

oracle::Script script_of(std::vector<oracle::Operation> operations) {
  return {
      .name = "route.duplicate/test", .host = oracle::plain_host(), .operations = std::move(operations)};
}

Reproduction reproduced(const oracle::Script& script) {
  auto reproduction = reproduce(script, oracle::readings::Profile::documented);
  EXPECT_TRUE(reproduction) << reproduction.error();
  return reproduction.value_or(Reproduction{});
}

const oracle::RouteRow plain_row = row_to(oracle::ipv4(198, 51, 100, 0), 24);

TEST(Reproduction, IsRefusedForAScriptThatIsTooLong) {
  const std::vector<oracle::Operation> calls(33, oracle::RouteCall{.row = plain_row});
  const auto reproduction = reproduce(script_of(calls), oracle::readings::Profile::documented);
  ASSERT_FALSE(reproduction);
  EXPECT_EQ(reproduction.error(),
            "a program of 33 calls would be too long, 32 is the maximum (shorten the script with "
            "netioconf shrink)");
}

TEST(Reproduction, ReadsTheTableAfterEachChange) {
  const Reproduction all = reproduced(script_of({oracle::RouteCall{.row = plain_row}}));
  ASSERT_EQ(all.steps.size(), 2U);
  EXPECT_TRUE(all.steps[1].probe);
  ASSERT_EQ(all.steps[1].alternatives.size(), 1U);
  EXPECT_EQ(all.steps[1].alternatives[0].content.routes, std::vector<std::size_t>{0});
  EXPECT_EQ(all.ways, 1U);
}

TEST(Reproduction, HasAWayForEachReadingThatMakesADifference) {
  const oracle::RouteRow with_host_bits = row_to(oracle::ipv4(198, 51, 100, 7), 24);
  const Reproduction all = reproduced(script_of({oracle::RouteCall{.row = with_host_bits}}));
  // Refused, masked or kept. The reading of the key makes no difference for a single route.
  EXPECT_EQ(all.ways, 3U);
  EXPECT_EQ(all.routes.size(), 2U);
  Ways together = 0;
  for (const Alternative& each : all.steps[0].alternatives) together |= each.ways;
  EXPECT_EQ(together, 7U);
}

TEST(Reproduction, JoinsStatusesThatMakeNoFurtherDifference) {
  const Reproduction all =
      reproduced(script_of({oracle::RouteCall{.call = Call::delete_route, .row = plain_row}}));
  EXPECT_EQ(all.ways, 1U);
  ASSERT_EQ(all.steps[0].alternatives.size(), 1U);
  EXPECT_TRUE(all.steps[0].alternatives[0].statuses.contains(Status::not_found));
  EXPECT_TRUE(all.steps[0].alternatives[0].statuses.contains(Status::invalid_parameter));
  EXPECT_FALSE(all.steps[0].alternatives[0].statuses.contains(Status::success));
}

TEST(Reproduction, HoldsAnImplementationToOneAnswer) {
  const oracle::RouteCall missing{.call = Call::delete_route, .row = plain_row};
  const Reproduction all = reproduced(script_of({missing, missing}));
  EXPECT_GT(all.ways, 1U);
  for (const Alternative& each : all.steps[2].alternatives) {
    EXPECT_EQ(
        each.statuses.contains(Status::not_found) && each.statuses.contains(Status::invalid_parameter),
        false);
  }
}

TEST(Reproduction, SaysWhereNothingIsPromised) {
  const Reproduction all =
      reproduced(script_of({oracle::RouteCall{.row = plain_row, .misalignment = 1}}));
  EXPECT_THAT(all.steps[0].unpromised, HasSubstr("misaligned"));
}

TEST(CProgram, NamesTheRuleAndThePage) {
  Reproduction all =
      reproduced(script_of({oracle::RouteCall{.row = plain_row}, oracle::RouteCall{.row = plain_row}}));
  all.comment = "An idea */ that ends a comment.";
  const std::string program = c_program(all);
  EXPECT_THAT(program, HasSubstr("CreateIpForwardEntry2, Remarks"));
  EXPECT_THAT(program, HasSubstr("An idea * / that ends a comment."));
  EXPECT_THAT(program, HasSubstr("create_route(&row_1, 0);"));
}

TEST(IpProgram, SaysWhatLinuxHasNot) {
  oracle::RouteRow row = plain_row;
  row.preferred_lifetime_s = 5;
  row.valid_lifetime_s = 4;
  const auto program = ip_program(reproduced(script_of({oracle::RouteCall{.row = row}})));
  ASSERT_FALSE(program);
  EXPECT_EQ(program.error(), "Linux' routes have no preferred lifetime");
}

TEST(ReservedAddresses, AreNotLeftByAnyRoute) {
  EXPECT_TRUE(only_reserved_addresses(script_of({oracle::RouteCall{.row = plain_row}})));
  EXPECT_FALSE(only_reserved_addresses(
      script_of({oracle::RouteCall{.row = row_to(oracle::ipv4(198, 51, 100, 0), 23)}})));
  EXPECT_FALSE(only_reserved_addresses(
      script_of({oracle::RouteCall{.row = row_to(oracle::ipv4(0, 0, 0, 0), 0)}})));
}

}  // namespace
}  // namespace netioconf::conformance::exporting

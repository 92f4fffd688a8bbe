#include "oracle/judge.h"

#include <gtest/gtest.h>

namespace netioconf::oracle {
namespace {

constexpr std::uint32_t success = 0;
constexpr std::uint32_t invalid_parameter = 87;

RouteRow a_route() {
  RouteRow row;
  row.luid = first_luid;
  row.destination = {.address = ipv4(10, 0, 0, 0), .length = 8, .padding = {}};
  row.next_hop = ipv4(10, 0, 0, 1);
  row.valid_lifetime_s = infinite_lifetime_s;
  row.preferred_lifetime_s = infinite_lifetime_s;
  row.protocol = protocol_netmgmt;
  return row;
}

Step create(const RouteRow& row, std::uint32_t status) {
  Step step{.operation = RouteCall{.call = Call::create_route, .row = row}, .reply = {}};
  step.reply.status = status;
  step.reply.route = row;
  return step;
}

Verdict last_verdict(const std::vector<Step>& steps) {
  Trace trace{.script = "route.lifetimes/test", .host = plain_host(), .steps = steps};
  return Judge{Profile::documented}.judge(trace).findings.back().verdict;
}

TEST(Judge, RefusesAPreferredLifetimeAboveTheValidOne) {
  RouteRow row = a_route();
  row.valid_lifetime_s = 60;
  row.preferred_lifetime_s = 61;
  EXPECT_EQ(last_verdict({create(row, success)}), Verdict::deviates);
  EXPECT_EQ(last_verdict({create(row, invalid_parameter)}), Verdict::conforms);

  row.preferred_lifetime_s = 60;
  EXPECT_EQ(last_verdict({create(row, success)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({create(row, invalid_parameter)}), Verdict::deviates);
}

}  // namespace
}  // namespace netioconf::oracle

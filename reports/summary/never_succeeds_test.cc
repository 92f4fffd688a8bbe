#include <gtest/gtest.h>

#include "reports/summary/summarize.h"

namespace netioconf::reports::inline summary {
namespace {

using oracle::Call;

oracle::coverage::Coverage calls_of_create(oracle::Status status, std::uint64_t calls) {
  return {.cells = {{{.call = Call::create_route, .outcome = status}, calls}}};
}

// One step, which breaks the rule.
Judged refused(const std::string& rule) {
  oracle::Finding finding;
  finding.verdict = oracle::Verdict::deviates;
  finding.rule = rule;
  finding.observed = oracle::Status::not_supported;
  Judged made;
  made.path = rule + ".textproto";
  made.trace.script = rule;
  made.trace.steps.resize(1);
  made.trace.steps.front().operation = oracle::RouteCall{};
  made.judgement.findings = {finding};
  return made;
}

TEST(AFunctionThatNeverSucceeds, BreaksOneRule) {
  const std::vector<Judged> run{refused("first"), refused("second")};
  const auto kinds_after = [&](const oracle::coverage::Coverage& coverage) {
    return summarize({}, run, {}, coverage).groups_size();
  };
  oracle::coverage::Coverage calls = calls_of_create(oracle::Status::not_supported, 20);
  const Report report = summarize({}, run, {}, calls);
  ASSERT_EQ(report.groups_size(), 1);
  EXPECT_EQ(report.groups(0).rule(), "call.refuses-only-as-documented");
  EXPECT_EQ(report.groups(0).findings(), 2);
  EXPECT_EQ(kinds_after(calls_of_create(oracle::Status::not_supported, 19)), 2) << "few calls";
  calls.cells[{.call = Call::create_route, .outcome = oracle::Status::not_found}] = 5;
  EXPECT_EQ(kinds_after(calls), 1) << "not every call fails alike";
  EXPECT_EQ(kinds_after(calls_of_create(oracle::Status::access_denied, 20)), 2) << "another status";
  calls.cells[{.call = Call::create_route, .outcome = oracle::Status::success}] = 1;
  EXPECT_EQ(kinds_after(calls), 2) << "succeeds once";
}

}  // namespace
}  // namespace netioconf::reports::inline summary

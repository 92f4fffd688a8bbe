#include "reports/diff/divergence.h"

#include <gtest/gtest.h>

#include "oracle/engine/judge.h"
#include "reports/diff/divergence_fold.h"
#include "reports/diff/testing/sample_comparison.h"

namespace netioconf::reports::diff {
namespace {

constexpr auto profile = oracle::readings::Profile::documented;

std::vector<Divergence> divergences(const Tried& tried) {
  return divergences_in(compared_of(tried), profile);
}

oracle::RouteRow preferred_above_valid() {
  oracle::RouteRow row = a_plain_route();
  row.valid_lifetime_s = 60;
  row.preferred_lifetime_s = 61;
  return row;
}

oracle::RouteRow site_prefix_255() {
  oracle::RouteRow row = a_plain_route();
  row.site_prefix_length = 255;
  return row;
}

TEST(EquivalentReplies, AreNoDifference) {
  EXPECT_TRUE(divergences({"a/b", a_plain_route(), {win32_success, win32_success}}).empty());
  // The same meaning as a Win32 code and as an NTSTATUS.
  EXPECT_TRUE(
      divergences({"a/b", preferred_above_valid(), {win32_invalid_parameter, 0xc000000d}}).empty());
}

TEST(AnImplementationThatBreaksARule, DiffersFromThoseThatKeepIt) {
  const auto found = divergences({"a/b", preferred_above_valid(), {87, win32_success, 87}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DivergenceKind::broken);
  EXPECT_EQ(found[0].cause.rule, "route.lifetimes");
  ASSERT_EQ(found[0].groups.size(), 2U);
  EXPECT_EQ(found[0].groups[0].runs, std::vector<std::size_t>{1});
  EXPECT_EQ(found[0].groups[1].runs, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(found[0].aspect, Aspect::status);
}

TEST(ARuleThatAllBreak, IsNoDifference) {
  const auto found = divergences({"a/b", preferred_above_valid(), {win32_success, win32_success}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DivergenceKind::shared);
}

TEST(AnOpenQuestion, IsNamed) {
  const auto found = divergences({"a/b", site_prefix_255(), {win32_invalid_parameter, win32_success}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DivergenceKind::reading);
  EXPECT_EQ(found[0].cause.reading, "site-prefix-sentinel");
}

TEST(TwoRulesAtOnce, LeaveTheirOrderOpen) {
  oracle::RouteRow row = preferred_above_valid();
  row.luid = 0x77;
  const auto found = divergences({"a/b", row, {win32_invalid_parameter, win32_not_found}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DivergenceKind::order);
  EXPECT_EQ(found[0].cause.rules.size(), 2U);
}

// What follows from a difference is not a second difference.
TEST(AScriptWithADifference, IsNotComparedAnyFurther) {
  Compared script = compared_of({"a/b", site_prefix_255(), {win32_invalid_parameter, win32_success}});
  for (std::size_t run = 0; run < 2; ++run) {
    oracle::Step look{.operation = oracle::TableCall{}, .reply = {}, .probe = true};
    if (run == 0) look.reply.status = win32_not_found;
    if (run == 0) look.reply.table.emplace().null_pointer = true;
    if (run == 1) {
      look.reply.table.emplace().row_count = 1;
      look.reply.table->routes = {site_prefix_255()};
      look.reply.table->routes[0].index = 1;
    }
    script.traces[run].steps.push_back(look);
    script.judgements[run] = oracle::engine::Judge{profile}.judge(script.traces[run]);
  }
  EXPECT_EQ(divergences_in(script, profile).size(), 1U);
}

TEST(TheNamesOfLinks, MakeNoDifference) {
  oracle::RouteRow row = site_prefix_255();
  Compared script = compared_of({"a/b", row, {win32_success, win32_success}});
  script.traces[1].host.links[0].luid = 0x99;
  row.luid = 0x99;
  script.traces[1].steps[0].operation = oracle::RouteCall{.row = row};
  script.traces[1].steps[0].reply.route = row;
  script.judgements[1] = oracle::engine::Judge{profile}.judge(script.traces[1]);
  EXPECT_TRUE(divergences_in(script, profile).empty());
  EXPECT_TRUE(same_script(script.traces[0], script.traces[1]));
  row.metric = 7;
  script.traces[1].steps[0].operation = oracle::RouteCall{.row = row};
  EXPECT_FALSE(same_script(script.traces[0], script.traces[1]));
}

TEST(AnImplementationThatWasNotAsked, TakesNoPart) {
  Compared script =
      compared_of({"a/b", preferred_above_valid(), {win32_invalid_parameter, win32_success, 87}});
  script.traces[1].steps[0].reply.ending = oracle::Ending::unavailable;
  script.judgements[1] = oracle::engine::Judge{profile}.judge(script.traces[1]);
  EXPECT_TRUE(divergences_in(script, profile).empty());
}

TEST(DifferencesThatRepeatEachOther, AreOne) {
  DivergenceFold fold{profile};
  fold.add(compared_of({"a/three", site_prefix_255(), {87, win32_success, win32_success}}));
  Compared two = compared_of({"a/two", site_prefix_255(), {87, win32_success, win32_success}});
  two.done[2] = false;
  fold.add(two);
  Comparison comparison;
  fold.fold_into(comparison);
  ASSERT_EQ(comparison.differences.size(), 1U);
  EXPECT_EQ(comparison.differences[0].places, 2U);
  EXPECT_EQ(comparison.differences[0].committed.size(), 2U);
  EXPECT_EQ(comparison.scripts, 2U);
}

TEST(AScriptThatOnlyOneDid, IsLeftOutAndCounted) {
  DivergenceFold fold{profile};
  Compared script = compared_of({"a/b", site_prefix_255(), {87, win32_success}});
  script.traces[1].steps.clear();
  script.traces[1].skipped = "no such host";
  fold.add(script);
  Comparison comparison;
  fold.fold_into(comparison);
  EXPECT_EQ(comparison.scripts, 0U);
  EXPECT_EQ(comparison.left_out, (std::vector<LeftOut>{{"no such host", 1}}));
}

}  // namespace
}  // namespace netioconf::reports::diff

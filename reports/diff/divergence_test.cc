#include "reports/diff/divergence.h"

#include <gtest/gtest.h>

#include "oracle/engine/judge.h"
#include "oracle/model/samples.h"
#include "reports/diff/divergence_fold.h"

namespace netioconf::reports::diff {
namespace {

constexpr auto profile = oracle::readings::Profile::documented;

constexpr std::uint32_t win32_success = 0;
constexpr std::uint32_t win32_not_found = 1168;
constexpr std::uint32_t win32_invalid_parameter = 87;

// A create of a route with the statuses that several implementations returned.
struct Tried {
  std::string script;
  oracle::RouteRow row;
  std::vector<std::uint32_t> statuses;  // one for each implementation
};

oracle::RouteRow a_plain_route() {
  return via(to(on(oracle::a_route(), oracle::first_luid, 0), oracle::ipv4(198, 51, 100, 0), 24),
             oracle::ipv4(192, 0, 2, 1));
}

// A script with that one create as each implementation ran it, each judged by itself.
Compared compared_of(const Tried& tried) {
  Compared compared{.name = tried.script,
                    .path = "corpora/scripts/" + tried.script + ".textproto",
                    .comment = "One <idea>."};
  for (const std::uint32_t status : tried.statuses) {
    oracle::Trace& trace = compared.traces.emplace_back();
    trace.script = tried.script;
    trace.host = oracle::plain_host();
    oracle::Step& step = trace.steps.emplace_back();
    step.operation = oracle::RouteCall{.call = oracle::Call::create_route, .row = tried.row};
    step.reply.status = status;
    step.reply.route = tried.row;
    compared.judgements.push_back(oracle::engine::Judge{profile}.judge(trace));
    compared.done.push_back(true);
  }
  return compared;
}

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
  EXPECT_EQ(found[0].cause.kind, DifferenceKind::broken);
  EXPECT_EQ(found[0].cause.rule, "route.lifetimes");
  ASSERT_EQ(found[0].groups.size(), 2U);
  EXPECT_EQ(found[0].groups[0].runs, std::vector<std::size_t>{1});
  EXPECT_EQ(found[0].groups[1].runs, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(found[0].aspect, DifferenceAspect::status);
}

TEST(ARuleThatAllBreak, IsNoDifference) {
  const auto found = divergences({"a/b", preferred_above_valid(), {win32_success, win32_success}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DifferenceKind::shared);
}

TEST(AnOpenQuestion, IsNamed) {
  const auto found = divergences({"a/b", site_prefix_255(), {win32_invalid_parameter, win32_success}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DifferenceKind::reading);
  EXPECT_EQ(found[0].cause.reading, "site-prefix-sentinel");
}

TEST(TwoRulesAtOnce, LeaveTheirOrderOpen) {
  oracle::RouteRow row = preferred_above_valid();
  row.luid = 0x77;
  const auto found = divergences({"a/b", row, {win32_invalid_parameter, win32_not_found}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause.kind, DifferenceKind::order);
  EXPECT_EQ(found[0].cause.rules.size(), 2U);
}

// What follows from a difference is not a second difference.
TEST(AScriptWithADifference, IsNotComparedAnyFurther) {
  Compared script = compared_of({"a/b", site_prefix_255(), {win32_invalid_parameter, win32_success}});
  for (std::size_t run = 0; run < 2; ++run) {
    oracle::Step look{.operation = oracle::TableCall{}, .probe = true};
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
  const std::vector<Difference> differences = fold.differences();
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_EQ(differences[0].places, 2U);
  EXPECT_EQ(differences[0].committed.size(), 2U);
  Comparison comparison;
  fold.count_into(comparison);
  EXPECT_EQ(comparison.scripts(), 2);
}

TEST(ADifference, IsDescribedWithTheReplyOfEachImplementation) {
  DivergenceFold fold{profile};
  fold.add(compared_of({"a/b", preferred_above_valid(), {87, win32_success, 87}}));
  const DifferenceWords words = words_of(fold.differences().at(0));
  EXPECT_EQ(words.id(), "route.lifetimes");
  EXPECT_EQ(words.kind(), DifferenceKind::broken);
  ASSERT_EQ(words.agreeing_size(), 2);
  EXPECT_EQ(words.agreeing(0).implementations(0), 1U);
  EXPECT_EQ(words.agreeing(0).verdict(), Verdict::deviates);
  EXPECT_EQ(words.scripts(0).name(), "a/b");
  const ComparedScript& script = words.shortest();
  EXPECT_EQ(script.allowed(0), "invalid_parameter");
  EXPECT_EQ(script.exports(0).form(), "textproto");
  ASSERT_EQ(script.steps_size(), 1);
  EXPECT_TRUE(script.steps(0).parts());
  ASSERT_EQ(script.steps(0).replies_size(), 3);
  EXPECT_EQ(script.steps(0).replies(0).implementation(), 1U) << "those that deviate come first";
  EXPECT_EQ(script.steps(0).replies(0).reply(), "success (0)");
}

TEST(AScriptThatOnlyOneDid, IsLeftOutAndCounted) {
  DivergenceFold fold{profile};
  Compared script = compared_of({"a/b", site_prefix_255(), {87, win32_success}});
  script.traces[1].steps.clear();
  script.traces[1].skipped = "no such host";
  fold.add(script);
  Comparison comparison;
  fold.count_into(comparison);
  EXPECT_EQ(comparison.scripts(), 0);
  ASSERT_EQ(comparison.left_out_size(), 1);
  EXPECT_EQ(comparison.left_out(0).why(), "no such host");
  EXPECT_EQ(comparison.left_out(0).scripts(), 1);
}

}  // namespace
}  // namespace netioconf::reports::diff

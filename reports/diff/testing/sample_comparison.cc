#include "reports/diff/testing/sample_comparison.h"

#include <set>

#include "oracle/engine/judge.h"
#include "reports/diff/divergence_fold.h"
#include "reports/model/summarize.h"
#include "reports/testing/sample.h"
#include "reports/writers/json.h"

namespace netioconf::reports::diff {
namespace {

constexpr auto profile = oracle::readings::Profile::documented;

// Contains a control character and characters that the formats interpret as markup.
const std::vector<std::string> implementations{"emulated:literal", "emulated:windows",
                                               "library:./lib<b>\x1b[31m|acme.so"};

oracle::RouteRow with_lifetimes(std::uint32_t valid_s, std::uint32_t preferred_s) {
  oracle::RouteRow row = a_plain_route();
  row.valid_lifetime_s = valid_s;
  row.preferred_lifetime_s = preferred_s;
  return row;
}

oracle::RouteRow with_site_prefix(std::uint8_t length) {
  oracle::RouteRow row = a_plain_route();
  row.site_prefix_length = length;
  return row;
}

// Both the link and the lifetimes are wrong.
oracle::RouteRow with_two_faults() {
  oracle::RouteRow row = with_lifetimes(1, 2);
  row.luid = 0x77;
  return row;
}

std::vector<Compared> scripts() {
  return {compared_of({"route.lifetimes/preferred_above_valid",
                       with_lifetimes(60, 61),
                       {win32_invalid_parameter, win32_invalid_parameter, win32_success}}),
          compared_of({"route.site-prefix-255/sentinel",
                       with_site_prefix(255),
                       {win32_invalid_parameter, win32_success, win32_success}}),
          compared_of({"route.link-known/and_lifetimes",
                       with_two_faults(),
                       {win32_invalid_parameter, win32_not_found, win32_not_found}})};
}

// A report that contains only the words of the catalogue that its readers need.
Report abridged(Report report, const Comparison& comparison) {
  std::set<std::string> rules;
  std::set<std::string> questions;
  for (const Difference& difference : comparison.differences) {
    rules.insert(difference.key.cause.rule);
    rules.insert(difference.key.cause.rules.begin(), difference.key.cause.rules.end());
    questions.insert(difference.key.cause.reading);
  }
  std::erase_if(report.rules, [&](const RuleWords& rule) { return !rules.contains(rule.id); });
  std::erase_if(report.questions,
                [&](const QuestionWords& question) { return !questions.contains(question.id); });
  std::erase_if(report.readings, [&](const oracle::Followed& followed) {
    return !questions.contains(followed.question);
  });
  std::erase_if(report.coverage.rules, [&](const auto& rule) { return !rules.contains(rule.first); });
  report.coverage.cells.clear();
  return report;
}

Report report_of(const std::vector<Compared>& done, std::size_t run) {
  Report before;
  before.implementation = implementations[run];
  before.command = "netioconf check --implementation " + before.implementation;
  before.invocation.arguments = {{.option = "--implementation", .value = before.implementation},
                                 {.option = "--profile", .value = "documented"}};
  before.version = "1.2.3";
  Summary summary{std::move(before)};
  oracle::engine::Judge judge{profile};
  for (const Compared& script : done) {
    summary.add({.path = script.path,
                 .comment = script.comment,
                 .lines = {},
                 .trace = script.traces[run],
                 .judgement = judge.judge(script.traces[run])});
  }
  return summary.report(judge.followed(), judge.coverage());
}

Stored stored(const Report& report, const std::string& path) {
  return *parse_stored(writers::json(report), path);
}

}  // namespace

oracle::RouteRow a_plain_route() {
  oracle::RouteRow row;
  row.luid = oracle::first_luid;
  row.destination.address = oracle::ipv4(198, 51, 100, 0);
  row.destination.length = 24;
  row.next_hop = oracle::ipv4(192, 0, 2, 1);
  row.valid_lifetime_s = oracle::infinite_lifetime_s;
  row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.protocol = oracle::protocol_netmgmt;
  return row;
}

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

Comparison sample_comparison() {
  const std::vector<Compared> done = scripts();
  DivergenceFold fold{profile};
  for (const Compared& script : done) fold.add(script);
  Comparison comparison;
  fold.fold_into(comparison);
  for (std::size_t run = 0; run < implementations.size(); ++run)
    comparison.runs.push_back(abridged(report_of(done, run), comparison));
  comparison.command = "netioconf diff --implementation emulated:literal";
  comparison.version = "1.2.3";
  comparison.left_out = {{"this host is not available: two links", 2}};
  comparison.searches = {{.by = "sweep to depth 1, 10 of 20 scripts of it",
                          .scripts = 10,
                          .calls = 30,
                          .seconds = 0.5,
                          .scripts_folder = ""}};
  for (Difference& difference : comparison.differences)
    difference.replay = "netioconf diff --scripts " + difference.example.path;
  comparison.differences.front().exports = {
      {.form = "c", .text = "/* </script> */\n", .why_not = ""},
      {.form = "ip", .text = "", .why_not = "Linux' routes have no preferred lifetime"}};
  return comparison;
}

Changes sample_changes() {
  Report before = sample_report();
  Report after = sample_report();
  before.groups.erase(before.groups.begin() + 1);
  after.groups.erase(after.groups.begin());
  after.groups.back().observed = "exited";
  after.readings[0].answers = {"prefix + next hop"};
  after.scripts[1].verdict = oracle::Verdict::conforms;
  after.version = "1.3.0";
  after.known.reset();
  before.known.reset();
  return changes_between(stored(before, "old/report.json"), stored(after, "new/report.json"),
                         "netioconf diff old/report.json new/report.json");
}

}  // namespace netioconf::reports::diff

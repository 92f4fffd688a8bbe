#include "reports/model/reach.h"

#include <fmt/format.h>

#include <algorithm>

#include "oracle/model/calls.h"
#include "reports/model/report.h"

namespace netioconf::reports::inline model {
namespace {

bool is_seen(const CoverageCounts& coverage, const std::string& function, bool success) {
  return std::ranges::any_of(coverage.inputs(), [&](const InputCounts& input) {
    return input.function() == function && (input.outcome() == "success") == success;
  });
}

// The commonest reason why scripts or steps were skipped.
std::string why_skipped(const Report& report) {
  return report.skipped().empty() ? "" : fmt::format(" ({})", report.skipped(0).why());
}

std::string create_reach(const Report& report) {
  std::vector<std::string> seen;
  for (const char* function : {"CreateIpForwardEntry2", "CreateAnycastIpAddressEntry"}) {
    const bool succeeds = is_seen(report.coverage(), function, true);
    const bool refuses = is_seen(report.coverage(), function, false);
    if (succeeds && refuses) return "";
    const char* what = succeeds ? "never refuses" : refuses ? "never succeeds" : "was not judged";
    seen.push_back(fmt::format("{} {}", function, what));
  }
  return fmt::format("{}{}", fmt::join(seen, ", "), why_skipped(report));
}

// "GetIpForwardTable2 never succeeds in 214 calls: access_denied": such a status, which the page covers
// by its line "Other", is undecided in each call. Empty if the function succeeds at all or no call has
// such a status.
std::string never_succeeds(const CoverageCounts& coverage, const oracle::CallInfo& info) {
  double calls = 0;
  std::string status;
  for (const auto& [outcome, times] : failures_of(coverage, info.function)) {
    if (!oracle::named_statuses(info.call).contains(outcome)) status = oracle::name_of(outcome);
    calls += times;
  }
  return status.empty() ? ""
                        : fmt::format("{} never succeeds in {} calls: {}", info.function, calls, status);
}

bool is_met(const RuleCounts& rule) { return rule.alone() + rule.together() != 0; }

// The first of the rules that the run does not meet, and how many there are.
std::string unmet_among(std::vector<std::string> ids, const CoverageCounts& coverage) {
  std::erase_if(ids, [&](const std::string& id) {
    return std::ranges::any_of(
        coverage.rules(), [&](const RuleCounts& rule) { return rule.rule() == id && is_met(rule); });
  });
  if (ids.empty()) return "";
  const std::string more = ids.size() == 1 ? "" : fmt::format(", and {} more", ids.size() - 1);
  return fmt::format("{} was not tested{}", ids.front(), more);
}

}  // namespace

MetRules met_rules(const CoverageCounts& coverage) {
  MetRules rules{.all = static_cast<std::size_t>(coverage.rules_size())};
  for (const RuleCounts& rule : coverage.rules()) {
    const bool applied = is_met(rule);
    if (applied) ++rules.met;
    if (rule.alone() != 0) ++rules.alone;
    if (applied && rule.held_off() != 0) ++rules.on_both_sides;
  }
  return rules;
}

std::map<oracle::Status, double> failures_of(const CoverageCounts& coverage, std::string_view function) {
  std::map<oracle::Status, double> failures;
  for (const InputCounts& input : coverage.inputs()) {
    if (input.function() != function) continue;
    const auto outcome = oracle::status_named(input.outcome());
    if (!outcome || *outcome == oracle::Status::success) return {};
    failures[*outcome] += input.times();
  }
  return failures;
}

std::vector<std::string> missing_functions(const Report& report) {
  constexpr std::string_view is_missing = " is missing";
  std::vector<std::string> missing;
  for (const Reason& reason : report.skipped()) {
    const std::string_view why = reason.why();
    const std::string_view name = why.substr(0, why.size() - std::min(why.size(), is_missing.size()));
    const auto call = oracle::call_named(name);
    if (why.ends_with(is_missing) && call && oracle::is_function(*call)) missing.emplace_back(name);
  }
  return missing;
}

void demand(const Demands& demands, Report& report) {
  if (report.has_shard()) {
    *report.mutable_shard()->mutable_demands() = demands;
    return;
  }
  if (demands.a_create()) {
    if (const std::string why = create_reach(report); !why.empty()) report.add_too_little(why);
  }
  for (const oracle::CallInfo& info : oracle::call_table) {
    if (!demands.named_statuses() || !oracle::returns_status(info.call)) continue;
    if (const std::string why = never_succeeds(report.coverage(), info); !why.empty())
      report.add_too_little(why);
  }
  for (const std::string& function : demands.functions()) {
    const bool judged =
        is_seen(report.coverage(), function, true) || is_seen(report.coverage(), function, false);
    if (!judged)
      report.add_too_little(fmt::format("{} was not judged{}", function, why_skipped(report)));
  }
  const MetRules rules = met_rules(report.coverage());
  if (static_cast<double>(rules.met) < demands.rules()) {
    report.add_too_little(
        fmt::format("{} of {} rules tested, {} are demanded", rules.met, rules.all, demands.rules()));
  }
  if (const std::string unmet =
          unmet_among({demands.ids().begin(), demands.ids().end()}, report.coverage());
      !unmet.empty())
    report.add_too_little(unmet);
  settle(report);
}

}  // namespace netioconf::reports::inline model

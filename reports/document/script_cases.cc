#include "reports/document/script_cases.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/document/finding_lines.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::document {
namespace {

std::string folder_of(const ScriptResult& script) {
  if (script.origin() == Origin::generated) return "generated";
  const std::size_t slash = script.name().rfind('/');
  return slash == std::string::npos ? "scripts" : script.name().substr(0, slash);
}

// Generated scripts match the list as one unit, so a generated script is matched through the group that
// it is the example of.
bool is_at(const Report& report, const ScriptResult& script, const Match& match) {
  if (script.origin() == Origin::committed) return match.script() == script.name();
  const Group& group = report.groups(static_cast<int>(match.group()));
  return match.script().empty() && shortest_script(report, group).name() == script.name();
}

// Whether all deviations of a script are known.
bool is_known(const Report& report, const ScriptResult& script) {
  const auto& matches = report.known().matches();
  return report.has_known() && std::ranges::none_of(matches, [&](const Match& match) {
           return !match.has_entry() && is_at(report, script, match);
         });
}

// Why the deviations of a script are known.
std::string reasons_of(const Report& report, const ScriptResult& script) {
  std::vector<std::string> reasons;
  for (const Match& match : report.known().matches()) {
    if (!match.has_entry() || !is_at(report, script, match)) continue;
    const std::string& reason = report.known().entries(static_cast<int>(match.entry())).reason();
    if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
  }
  return fmt::format("{}", fmt::join(reasons, "; "));
}

std::string first_reason(const ScriptResult& script) {
  for (const StepResult& step : script.findings()) {
    if (step.verdict() == script.verdict()) return step.why();
  }
  return script.skipped().empty() ? "nothing was called" : script.skipped();
}

void describe_deviations(Case& made, const Report& report, const ScriptResult& script) {
  made.ending = Ending::failed;
  for (const StepResult& step : script.findings()) {
    if (step.verdict() != Verdict::deviates) continue;
    if (made.type.empty()) {
      made.type = step.rule();
      made.message = fmt::format("deviates from {} at {}", step.rule(), step.place());
    }
    made.text += step.rule() + ", " + step.place() + "\n" + block(finding_lines(report, script, step));
  }
  if (!is_known(report, script)) return;
  made.ending = Ending::skipped;
  made.message = fmt::format("known deviation: {}: {}", made.message, reasons_of(report, script));
}

Case case_of(const Report& report, const ScriptResult& script) {
  Case made{.suite = folder_of(script),
            .name = script.name().substr(script.name().rfind('/') + 1),
            .seconds = script.has_seconds() ? std::optional{script.seconds()} : std::nullopt};
  if (script.verdict() == Verdict::deviates) {
    describe_deviations(made, report, script);
  } else if (script.verdict() != Verdict::conforms) {
    made.ending = Ending::skipped;
    made.message = Verdict::Value_Name(script.verdict()) + ": " + first_reason(script);
  }
  return made;
}

}  // namespace

std::vector<Case> script_cases(const Report& report) {
  std::vector<Case> cases;
  for (const ScriptResult& script : report.scripts()) cases.push_back(case_of(report, script));
  for (const Stale& stale : report.known().stale()) {
    const KnownDeviation& entry = report.known().entries(static_cast<int>(stale.entry()));
    cases.push_back({.suite = "known deviations",
                     .name = fmt::format("{} in {}", entry.rule(), entry.script()),
                     .ending = Ending::failed,
                     .message = words::stale_text(report.known(), stale),
                     .type = Staleness::Value_Name(stale.staleness()),
                     .text = entry.reason()});
  }
  return cases;
}

}  // namespace netioconf::reports::document

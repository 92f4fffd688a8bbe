#include "reports/writers/junit.h"

#include <fmt/format.h>

#include "reports/formats/junit_xml.h"
#include "reports/words/finding_lines.h"
#include "reports/words/phrases.h"
#include "reports/writers/text.h"

namespace netioconf::reports::writers {
namespace {

using formats::junit_xml::Case;
using formats::junit_xml::Ending;
using formats::junit_xml::Suites;
using oracle::Verdict;

std::string folder_of(const ScriptResult& script) {
  if (script.origin == Origin::generated) return "generated";
  const std::size_t slash = script.name.rfind('/');
  return slash == std::string::npos ? "scripts" : script.name.substr(0, slash);
}

std::string name_in_folder(const ScriptResult& script) {
  const std::size_t slash = script.name.rfind('/');
  return slash == std::string::npos ? script.name : script.name.substr(slash + 1);
}

// Generated scripts match the list as one unit, so a generated script is matched through the group that
// it is the example of.
bool is_at(const Report& report, const ScriptResult& script, const Match& match) {
  if (script.origin == Origin::committed) return match.script == script.name;
  const std::size_t example = report.groups[match.group].script;
  return match.script.empty() && report.scripts[example].name == script.name;
}

// Whether all deviations of a script are known.
bool is_known(const Report& report, const ScriptResult& script) {
  if (!report.known) return false;
  for (const Match& match : report.known->matches) {
    if (!match.entry && is_at(report, script, match)) return false;
  }
  return true;
}

std::string first_reason(const ScriptResult& script, Verdict verdict) {
  for (const oracle::Finding& finding : script.judgement.findings) {
    if (finding.verdict == verdict) return finding.why;
  }
  return script.trace.skipped.empty() ? "nothing was called" : script.trace.skipped;
}

std::string all_deviations(const Report& report, const ScriptResult& script) {
  std::string text;
  for (const oracle::Finding& finding : script.judgement.findings) {
    if (finding.verdict != Verdict::deviates) continue;
    text += finding.rule + ", " + words::place_of(script.probes, finding.step) + "\n";
    text += block(words::finding_lines(report, script, finding));
  }
  return text;
}

Case deviation(const Report& report, const ScriptResult& script, std::string name) {
  Case made{std::move(name), Ending::failed, "", "", all_deviations(report, script)};
  for (const oracle::Finding& finding : script.judgement.findings) {
    if (finding.verdict != Verdict::deviates) continue;
    made.type = finding.rule;
    made.message = fmt::format("deviates from {} at {}", finding.rule,
                               words::place_of(script.probes, finding.step));
    break;
  }
  if (!is_known(report, script)) return made;
  made.ending = Ending::skipped;
  made.message = "known deviation: " + made.message;
  return made;
}

Case case_of(const Report& report, const ScriptResult& script) {
  const std::string name = name_in_folder(script);
  switch (script.verdict) {
    case Verdict::conforms:
      return {name, Ending::passed, "", "", ""};
    case Verdict::deviates:
      return deviation(report, script, name);
    case Verdict::undecided:
      return {name, Ending::skipped, "undecided: " + first_reason(script, script.verdict), "", ""};
    case Verdict::skipped:
      break;
  }
  return {name, Ending::skipped, "skipped: " + first_reason(script, script.verdict), "", ""};
}

Suites suites_of(const Report& report) {
  Suites suites;
  for (const ScriptResult& script : report.scripts) {
    suites[folder_of(script)].push_back(case_of(report, script));
  }
  if (!report.known) return suites;
  for (const Stale& stale : report.known->stale) {
    const KnownEntry& entry = report.known->entries[stale.entry];
    suites["known deviations"].push_back({fmt::format("{} in {}", entry.rule, entry.script),
                                          Ending::failed, words::stale_text(*report.known, stale),
                                          std::string{name_of(stale.staleness)}, entry.reason});
  }
  return suites;
}

}  // namespace

std::string junit(const Report& report) {
  return formats::junit_xml::document(
      fmt::format("netioconf {} {}", report.implementation, oracle::readings::name_of(report.profile)),
      suites_of(report));
}

}  // namespace netioconf::reports::writers

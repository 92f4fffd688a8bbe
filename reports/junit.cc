#include "reports/junit.h"

#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "reports/account.h"
#include "reports/escape.h"
#include "reports/phrases.h"
#include "reports/text.h"

namespace netioconf::reports {
namespace {

using oracle::Verdict;

enum class Ending : std::uint8_t { passed, failed, skipped };

struct Case {
  std::string name;
  Ending ending = Ending::passed;
  std::string message;
  std::string type;
  std::string text;
};

// By folder, in the order of the alphabet.
using Suites = std::map<std::string, std::vector<Case>>;

std::string folder_of(const ScriptResult& script) {
  if (script.origin == Origin::generated) return "generated";
  const std::size_t slash = script.name.rfind('/');
  return slash == std::string::npos ? "scripts" : script.name.substr(0, slash);
}

std::string name_in_folder(const ScriptResult& script) {
  const std::size_t slash = script.name.rfind('/');
  return slash == std::string::npos ? script.name : script.name.substr(slash + 1);
}

// Generated scripts share one place in a list, so one of them is told by the group that it is the
// example of.
bool is_at(const Report& report, const ScriptResult& script, const Match& match) {
  if (script.origin == Origin::committed) return match.script == script.name;
  const std::size_t example = report.groups[match.group].script;
  return match.script.empty() && report.scripts[example].name == script.name;
}

// Whether all deviations of a script are on the list.
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
    text += finding.rule + ", " + place_of(script.probes, finding.step) + "\n";
    text += block(account_of(report, script, finding));
  }
  return text;
}

Case deviation(const Report& report, const ScriptResult& script, std::string name) {
  Case made{std::move(name), Ending::failed, "", "", all_deviations(report, script)};
  for (const oracle::Finding& finding : script.judgement.findings) {
    if (finding.verdict != Verdict::deviates) continue;
    made.type = finding.rule;
    made.message =
        fmt::format("deviates from {} at {}", finding.rule, place_of(script.probes, finding.step));
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
                                          Ending::failed, stale_text(*report.known, stale),
                                          std::string{name_of(stale.staleness)}, entry.reason});
  }
  return suites;
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  node.append_attribute(attribute).set_value(legible(value).c_str());
}

// Texts of several lines are made legible line by line where they are put together.
void write_text(pugi::xml_node node, const std::string& text) {
  std::string shown;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) shown += legible(line) + "\n";
  node.text().set(shown.c_str());
}

void write_case(pugi::xml_node suite, const std::string& folder, const Case& one) {
  pugi::xml_node node = suite.append_child("testcase");
  set(node, "name", one.name);
  set(node, "classname", folder);
  if (one.ending == Ending::passed) return;
  pugi::xml_node ending = node.append_child(one.ending == Ending::failed ? "failure" : "skipped");
  set(ending, "message", one.message);
  if (one.ending == Ending::failed) set(ending, "type", one.type);
  if (!one.text.empty()) write_text(ending, one.text);
}

struct Totals {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Totals totals_of(const std::vector<Case>& cases) {
  Totals totals{cases.size(), 0, 0};
  for (const Case& one : cases) {
    if (one.ending == Ending::failed) ++totals.failures;
    if (one.ending == Ending::skipped) ++totals.skipped;
  }
  return totals;
}

void write_totals(pugi::xml_node node, const Totals& totals) {
  set(node, "tests", std::to_string(totals.tests));
  set(node, "failures", std::to_string(totals.failures));
  set(node, "errors", "0");
}

}  // namespace

std::string junit(const Report& report) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name",
      fmt::format("netioconf {} {}", report.implementation, oracle::name_of(report.profile)));

  const Suites suites = suites_of(report);
  Totals sum;
  for (const auto& [folder, cases] : suites) {
    const Totals totals = totals_of(cases);
    sum.tests += totals.tests;
    sum.failures += totals.failures;
  }
  write_totals(root, sum);
  for (const auto& [folder, cases] : suites) {
    pugi::xml_node suite = root.append_child("testsuite");
    set(suite, "name", folder);
    const Totals totals = totals_of(cases);
    write_totals(suite, totals);
    set(suite, "skipped", std::to_string(totals.skipped));
    for (const Case& one : cases) write_case(suite, folder, one);
  }
  std::ostringstream stream;
  document.save(stream, " ");
  return stream.str();
}

}  // namespace netioconf::reports

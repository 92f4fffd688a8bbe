// Writes pages to view and to test: reports_pages DIR [FINDINGS]. The pages are sample.html,
// faultless.html, empty.html, several.html, compared.html, changed.html, mutation_score.html, and
// large.html with that many findings (100000).
#include <fmt/format.h>

#include <charconv>
#include <cstring>
#include <filesystem>

#include "reports/diff/render/changes_formats.h"
#include "reports/diff/render/comparison_json.h"
#include "reports/diff/testing/sample_comparison.h"
#include "reports/formats/json.h"
#include "reports/model/exit_status.h"
#include "reports/testing/sample.h"
#include "reports/writers/html.h"
#include "reports/writers/json.h"
#include "reports/writers/write.h"

namespace netioconf::reports {
namespace {

using formats::Json;

constexpr std::size_t rule_count = 500;
constexpr std::size_t function_count = 10;

std::string rule_number(std::size_t number) {
  return fmt::format("family-{}.rule-{}", number % 20, number);
}

ScriptResult script_about(const std::string& rule, oracle::Call call, std::size_t number) {
  ScriptResult script;
  script.name = fmt::format("{}/idea_{}", rule, number);
  script.path = fmt::format("corpora/scripts/{}.textproto", script.name);
  script.comment = fmt::format("Idea number {}.", number);
  script.verdict = oracle::Verdict::deviates;
  script.steps = {0, 1, 0, 0};
  script.probes = {false};
  script.trace.host = oracle::plain_host();
  const auto byte = [number](unsigned shift) { return static_cast<std::uint8_t>(number >> shift); };
  oracle::RouteRow row;
  row.luid = oracle::first_luid;
  row.destination.address = oracle::ipv4(10, byte(16), byte(8), byte(0));
  row.destination.length = 32;
  oracle::Step step;
  step.operation = oracle::RouteCall{.call = oracle::Call::create_route, .row = row};
  script.trace.steps.push_back(step);
  oracle::Finding finding;
  finding.verdict = oracle::Verdict::deviates;
  finding.call = call;
  finding.rule = rule;
  finding.allowed = oracle::StatusSet{oracle::Status::invalid_parameter};
  script.judgement.findings.push_back(finding);
  return script;
}

// A report with the given number of groups, each with its own script.
Report large_report(std::size_t findings) {
  Report report;
  report.implementation = "library:./large.so";
  report.command = "netioconf check --implementation library:./large.so";
  report.invocation.arguments = {{.option = "--implementation", .value = report.implementation},
                                 {.option = "--profile", .value = "documented"}};
  report.version = "0.1.0";
  report.scripts_count.deviates = report.steps.deviates = findings;
  for (std::size_t i = 0; i < rule_count; ++i) {
    const std::string id = rule_number(i);
    report.rules.push_back({.id = id,
                            .kind = "refusal",
                            .call = "CreateIpForwardEntry2",
                            .page = "CreateIpForwardEntry2",
                            .section = "Remarks",
                            .says = fmt::format("promise number {} is kept", i)});
    report.coverage.rules[id] = {.alone = 1, .together = 2, .held_off = 3};
  }
  for (std::size_t i = 0; i < findings; ++i) {
    const std::string rule = rule_number(i % rule_count);
    const auto call = static_cast<oracle::Call>(i / rule_count % function_count);
    report.scripts.push_back(script_about(rule, call, i));
    report.groups.push_back({.rule = rule,
                             .call = call,
                             .observed = fmt::format("status_{}", i / rule_count / function_count),
                             .findings = i % 7 + 1,
                             .committed = {{report.scripts.back().name, i % 7 + 1}},
                             .script = i});
  }
  return report;
}

std::vector<Json> several_reports() {
  Report other = sample_report();
  other.implementation = "emulated:literal";
  other.groups.erase(other.groups.begin());
  other.known.reset();
  other.readings[0].answers = {"prefix + next hop"};
  return {writers::json_value(sample_report()), writers::json_value(faultless_report()),
          writers::json_value(other)};
}

int write_pages(const std::filesystem::path& folder, std::size_t findings) {
  const std::vector<Json> several = several_reports();
  const auto written = writers::write_folder(
      folder, {
                  {"sample.html", writers::html(sample_report())},
                  {"faultless.html", writers::html(faultless_report())},
                  {"empty.html", writers::html(Report{})},
                  {"several.html", writers::html(writers::PageData{.reports = several})},
                  {"compared.html", diff::render::html(diff::sample_comparison())},
                  {"changed.html", diff::render::html(diff::sample_changes())},
                  {"mutation_score.html", writers::html(sample_mutation_score())},
                  {"large.html", writers::html(large_report(findings))},
              });
  return written ? exit_conforms : could_not_run(written.error());
}

}  // namespace
}  // namespace netioconf::reports

int main(int argc, char** argv) {
  std::size_t findings = 100'000;
  if (argc == 3) std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), findings);
  return argc < 2 ? 2 : netioconf::reports::write_pages(argv[1], findings);
}

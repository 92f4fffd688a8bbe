// Writes pages to view and to test: reports_pages DIR [FINDINGS]. The pages are sample.html,
// faultless.html, empty.html, several.html, compared.html, changed.html, matrix.html,
// mutation_score.html, and large.html with that many findings (100000).
#include <fmt/format.h>

#include <charconv>
#include <cstring>
#include <filesystem>

#include "oracle/model/calls.h"
#include "reports/model/exit_status.h"
#include "reports/testing/message.h"
#include "reports/testing/sample.h"
#include "reports/writers/page/page.h"
#include "reports/writers/write.h"

namespace netioconf::reports {
namespace {

constexpr std::size_t rule_count = 500;
constexpr std::size_t function_count = 10;

std::string rule_number(std::size_t number) {
  return fmt::format("family-{}.rule-{}", number % 20, number);
}

void describe_script(const std::string& rule, const std::string& function, std::size_t number,
                     ScriptResult& script) {
  script = message<ScriptResult>(fmt::format(
      R"text(name: "{0}/idea_{1}" path: "corpora/scripts/{0}/idea_{1}.textproto"
         comment: "Idea number {1}." verdict: deviates steps {{ deviates: 1 }} host: "machine with IPv4"
         machine {{ ipv4: true links {{ luid: "0x6000001000000" index: 1 ipv4: true routes: true }} }}
         findings {{
           place: "step 1" verdict: deviates function: "{2}" status: 0 reply: "success (0)"
           call: "create route 10.{3}.{4}.{5}/32 on luid 0x6000001000000"
           allowed: "invalid_parameter" rule: "{0}"
         }}
         exports {{ form: "textproto" text: "operations {{ create_route {{ }} }}" }}
         replay: "netioconf check --scripts corpora/scripts/{0}/idea_{1}.textproto")text",
      rule, number, function, number >> 16U & 255U, number >> 8U & 255U, number & 255U));
}

// A report with the given number of groups, each with its own script.
Report large_report(std::size_t findings) {
  Report report = message<Report>(R"(
    implementation: "library:./large.so" version: "0.1.0"
    command: "netioconf check --implementation library:./large.so")");
  report.mutable_scripts_count()->set_deviates(static_cast<double>(findings));
  report.mutable_steps()->set_deviates(static_cast<double>(findings));
  for (std::size_t i = 0; i < rule_count; ++i) {
    *report.add_rules() = message<RuleWords>(fmt::format(
        R"(id: "{}" kind: "refusal" function: "CreateIpForwardEntry2" page: "CreateIpForwardEntry2"
           section: "Remarks" says: "promise number {} is kept")",
        rule_number(i), i));
    *report.mutable_coverage()->add_rules() = message<RuleCounts>(
        fmt::format(R"(rule: "{}" alone: 1 together: 2 held_off: 3)", rule_number(i)));
  }
  for (std::size_t i = 0; i < findings; ++i) {
    const std::string rule = rule_number(i % rule_count);
    const auto call = static_cast<oracle::Call>(i / rule_count % function_count);
    const std::string function{oracle::function_name(call)};
    describe_script(rule, function, i, *report.add_scripts());
    *report.add_groups() = message<Group>(fmt::format(
        R"(rule: "{0}" function: "{1}" observed: "status_{2}" findings: {3}
           scripts {{ name: "{4}" findings: {3} }} shortest {{ script: "{4}" index: {5} }})",
        rule, function, i / rule_count / function_count, i % 7 + 1, report.scripts().rbegin()->name(),
        i));
  }
  settle(report);
  return report;
}

Page several_reports() {
  Page page;
  *page.add_reports() = sample_report();
  *page.add_reports() = faultless_report();
  Report& other = *page.add_reports() = sample_report();
  other.set_implementation("emulated:literal");
  other.mutable_groups()->erase(other.groups().begin());
  other.clear_known();
  other.mutable_readings(0)->set_answers(0, "prefix + next hop");
  settle(other);
  return page;
}

std::string html(const Report& report) { return writers::html(writers::source_of(report).page); }

std::string changed_page() {
  const auto [before, after] = sample_reports();
  return writers::html(writers::source_of(sample_changes(), before.report, after.report).page);
}

int write_pages(const std::filesystem::path& folder, std::size_t findings) {
  const auto written = writers::write_folder(
      folder,
      {
          {"sample.html", html(sample_report())},
          {"faultless.html", html(faultless_report())},
          {"empty.html", html(Report{})},
          {"several.html", writers::html(several_reports())},
          {"compared.html", writers::html(writers::source_of(sample_comparison()).page)},
          {"changed.html", changed_page()},
          {"matrix.html", writers::html(writers::source_of(sample_matrix(), sample_versions()).page)},
          {"mutation_score.html", html(sample_mutation_score())},
          {"large.html", html(large_report(findings))},
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

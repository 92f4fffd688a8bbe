#include "reports/testing/sample.h"

#include <google/protobuf/util/json_util.h>

#include <stdexcept>

#include "corpora/files/files.h"
#include "reports/matrix/matrix.h"
#include "reports/stored/read.h"

namespace netioconf::reports {

Report sample_report() { return stored::read_report("reports/golden/check").value(); }

Report faultless_report() {
  Report report = sample_report();
  const ScriptResult conforming = report.scripts(2);
  report.clear_groups();
  report.clear_known();
  report.clear_undecided();
  report.clear_skipped();
  report.clear_searches();
  report.clear_readings();
  report.clear_series();
  report.clear_mutants();
  report.clear_scripts();
  report.set_strict(false);
  report.set_partial(false);
  *report.add_scripts() = conforming;
  *report.mutable_steps() = conforming.steps();
  report.mutable_scripts_count()->Clear();
  report.mutable_scripts_count()->set_conforms(1);
  settle(report);
  return report;
}

Report sample_mutation_score() { return stored::read_report("reports/golden/mutation_score").value(); }

Comparison sample_comparison() {
  const auto text = corpora::files::read_file("reports/golden/comparison/report.json");
  Comparison comparison;
  if (!google::protobuf::util::JsonStringToMessage(text.value(), &comparison).ok())
    throw std::invalid_argument{"reports/golden/comparison/report.json"};
  return comparison;
}

std::pair<diff::NamedReport, diff::NamedReport> sample_reports() {
  Report before = sample_report();
  Report after = before;
  before.mutable_groups()->erase(before.groups().begin() + 1);
  after.mutable_groups()->erase(after.groups().begin());
  after.mutable_groups()->rbegin()->set_observed("exited");
  after.mutable_readings(0)->set_answers(0, "prefix + next hop");
  after.mutable_scripts(1)->set_verdict(Verdict::conforms);
  after.mutable_rules(1)->set_says("Age is the time since the route was created.");
  after.set_version("1.3.0");
  before.set_catalogue("b5efe66f123b8148");
  after.set_catalogue("83e784258b90c7a1");
  for (Report* report : {&before, &after}) {
    report->clear_known();
    settle(*report);
  }
  return {{"old/report.json", before}, {"new/report.json", after}};
}

Changes sample_changes() {
  const auto [before, after] = sample_reports();
  return diff::changes_between(before, after, "netioconf diff old/report.json new/report.json");
}

std::vector<diff::NamedReport> sample_versions() {
  auto [before, after] = sample_reports();
  before.report.set_implementation_version("1.9");
  after.report.set_implementation_version("1.10");
  Report faultless = faultless_report();
  faultless.set_implementation("emulated");
  faultless.set_catalogue(before.report.catalogue());
  return matrix::in_order({after, {"emulated/report.json", faultless}, before});
}

Matrix sample_matrix() {
  return matrix::matrix_of(sample_versions(), "netioconf matrix new emulated old");
}

}  // namespace netioconf::reports

#include "conformance/export/reproducers.h"

#include <algorithm>

#include "conformance/export/programs.h"

namespace netioconf::conformance::exporting {
namespace {

constexpr std::size_t count_max = 200;

reports::Export export_of(std::string form, std::expected<std::string, std::string> program) {
  if (!program) return {.form = std::move(form), .text = "", .why_not = std::move(program).error()};
  return {.form = std::move(form), .text = *std::move(program), .why_not = ""};
}

std::vector<reports::Export> exports_of(const oracle::Script& script, const std::string& comment,
                                        oracle::readings::Profile profile) {
  auto reproduction = reproduce(script, profile);
  std::vector<reports::Export> exports;
  for (const std::string form : {"c", "gtest", "powershell", "ip"}) {
    if (!reproduction) {
      exports.push_back({.form = form, .text = "", .why_not = reproduction.error()});
      continue;
    }
    reproduction->comment = comment;
    exports.push_back(export_of(form, program_as(form, *reproduction)));
  }
  return exports;
}

}  // namespace

reports::Report with_reproducers(reports::Report report) {
  const std::size_t count = std::min(report.groups.size(), count_max);
  for (std::size_t i = 0; i < count; ++i) {
    reports::ScriptResult& result = report.scripts[report.groups[i].script];
    if (!result.exports.empty()) continue;
    oracle::Script script = reports::script_of(result.trace);
    script.name = result.name;
    result.exports = exports_of(script, result.comment, report.profile);
  }
  return report;
}

reports::diff::Comparison with_reproducers(reports::diff::Comparison comparison) {
  const std::size_t count = std::min(comparison.differences.size(), count_max);
  for (std::size_t i = 0; i < count; ++i) {
    reports::diff::Difference& difference = comparison.differences[i];
    oracle::Script script = reports::script_of(reports::diff::shown_trace(difference));
    script.name = difference.example.name;
    difference.exports = exports_of(script, difference.example.comment, comparison.profile);
  }
  return comparison;
}

}  // namespace netioconf::conformance::exporting

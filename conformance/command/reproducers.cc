#include "conformance/command/reproducers.h"

#include <algorithm>

#include "conformance/reproduce/programs.h"

namespace netioconf::conformance {
namespace {

constexpr std::size_t group_count_max = 20;

oracle::Script script_of(const reports::ScriptResult& result) {
  oracle::Script script{.name = result.name, .host = result.trace.host, .operations = {}};
  for (const oracle::Step& step : result.trace.steps) {
    if (!step.probe) script.operations.push_back(step.operation);
  }
  return script;
}

std::vector<reports::Export> exports_for(const reports::ScriptResult& result, oracle::Profile profile) {
  auto reproduction = reproduce(script_of(result), profile);
  if (!reproduction) return {};
  reproduction->comment = result.comment;
  std::vector<reports::Export> exports = {
      {.form = "c", .text = c_program(*reproduction)},
      {.form = "gtest", .text = gtest_program(*reproduction)},
      {.form = "powershell", .text = powershell_program(*reproduction)}};
  if (auto program = ip_program(*reproduction)) {
    exports.push_back({.form = "ip", .text = *std::move(program)});
  }
  return exports;
}

}  // namespace

reports::Report with_reproducers(reports::Report report) {
  const std::size_t count = std::min(report.groups.size(), group_count_max);
  for (std::size_t i = 0; i < count; ++i) {
    reports::ScriptResult& result = report.scripts[report.groups[i].script];
    if (result.exports.empty()) result.exports = exports_for(result, report.profile);
  }
  return report;
}

}  // namespace netioconf::conformance

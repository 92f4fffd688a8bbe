#include "conformance/execution/rule_mutants.h"

#include "conformance/mutants/mutants.h"

namespace netioconf::conformance::execution {

std::vector<std::string> mutants_of(std::string_view rule) {
  std::vector<std::string> names;
  for (const mutants::Mutant& mutant : mutants::mutants()) {
    if (mutant.rule == rule) names.emplace_back(mutant.name);
  }
  return names;
}

reports::Report with_mutants(reports::Report report) {
  for (reports::RuleWords& rule : *report.mutable_rules()) {
    for (std::string& mutant : mutants_of(rule.id())) rule.add_mutants(std::move(mutant));
  }
  return report;
}

}  // namespace netioconf::conformance::execution

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
  for (reports::RuleWords& rule : report.rules) rule.mutants = mutants_of(rule.id);
  return report;
}

}  // namespace netioconf::conformance::execution

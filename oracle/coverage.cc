#include "oracle/coverage.h"

#include <algorithm>

#include "oracle/finding.h"
#include "oracle/partition.h"

namespace netioconf::oracle {
namespace {

std::string amount(std::size_t count, std::string_view noun) {
  const std::string number = count > 1 ? "several" : std::to_string(count);
  return number + " " + std::string(noun);
}

void cover_rule(const Rule& rule, const Finding& finding, RuleCoverage& coverage) {
  if (rule.call != finding.call) return;
  const bool applied =
      rule.kind == Kind::refusal
          ? std::find(finding.because.begin(), finding.because.end(), rule.id) != finding.because.end()
          : finding.observed == Status::success;
  if (!applied) {
    ++coverage.held_off;
  } else if (finding.because.size() > 1) {
    ++coverage.together;
  } else {
    ++coverage.alone;
  }
}

}  // namespace

Coverage empty_coverage() {
  Coverage coverage;
  for (const Rule& rule : rules()) coverage.rules[std::string(rule.id)] = {};
  return coverage;
}

std::string class_of(std::size_t routes, std::size_t anycasts) {
  return amount(routes, "route(s)") + ", " + amount(anycasts, "anycast address(es)");
}

void cover(const Finding& finding, const Operation& operation, const std::string& state_class,
           Coverage& coverage) {
  if (finding.verdict == Verdict::skipped) return;
  for (const Rule& rule : rules()) cover_rule(rule, finding, coverage.rules.find(rule.id)->second);
  ++coverage.cells[{finding.call, partition_of(operation), finding.observed}];
  ++coverage.states[state_class];
}

}  // namespace netioconf::oracle

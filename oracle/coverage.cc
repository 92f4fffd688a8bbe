#include "oracle/coverage.h"

#include <algorithm>
#include <array>

#include "oracle/finding.h"
#include "oracle/partition.h"

namespace netioconf::oracle {
namespace {

// Positions in rules() of the rules of each call.
using RulesOfCalls = std::array<std::vector<std::size_t>, call_count>;

RulesOfCalls group_rules() {
  RulesOfCalls groups;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    groups[static_cast<std::size_t>(rules()[i].call)].push_back(i);
  }
  return groups;
}

const std::vector<std::size_t>& rules_of(Call call) {
  static const RulesOfCalls groups = group_rules();
  return groups[static_cast<std::size_t>(call)];
}

bool applied(const Rule& rule, const Finding& finding) {
  if (rule.kind != Kind::refusal) return finding.observed == Status::success;
  return std::find(finding.because.begin(), finding.because.end(), rule.id) != finding.because.end();
}

void count_rule(const Rule& rule, const Finding& finding, RuleCoverage& coverage) {
  if (!applied(rule, finding)) {
    ++coverage.held_off;
  } else if (finding.because.size() > 1) {
    ++coverage.together;
  } else {
    ++coverage.alone;
  }
}

// Two entries or more make no further difference.
constexpr std::size_t several = 2;

std::string amount(std::size_t count, std::string_view noun) {
  const std::string number = count == several ? "several" : std::to_string(count);
  return number + " " + std::string(noun);
}

}  // namespace

CoverageCounter::CoverageCounter() : rules_(rules().size()) {}

void CoverageCounter::count(const Finding& finding, const Operation& operation, std::size_t routes,
                            std::size_t anycasts) {
  if (finding.verdict == Verdict::skipped) return;
  for (const std::size_t rule : rules_of(finding.call)) count_rule(rules()[rule], finding, rules_[rule]);
  ++cells_[{finding.call, partition_of(operation), finding.observed}];
  ++states_[{std::min(routes, several), std::min(anycasts, several)}];
}

Coverage CoverageCounter::coverage() const {
  Coverage coverage{.rules = {}, .cells = cells_, .states = {}};
  for (std::size_t i = 0; i < rules_.size(); ++i) coverage.rules[std::string(rules()[i].id)] = rules_[i];
  for (const auto& [size, steps] : states_) {
    coverage.states[amount(size.first, "route(s)") + ", " + amount(size.second, "anycast address(es)")] =
        steps;
  }
  return coverage;
}

}  // namespace netioconf::oracle

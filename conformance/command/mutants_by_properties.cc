#include "conformance/command/mutants_by_properties.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "conformance/command/exit_status.h"
#include "conformance/command/implementations.h"
#include "conformance/mutants/mutants.h"
#include "conformance/properties/search.h"

namespace netioconf::conformance {
namespace {

// The first failure, and the first one that names the rule which the mutant breaks.
struct Catch {
  bool any = false;
  bool by_rule = false;
  std::uint64_t calls = 0;  // until the first of all
  double seconds = 0;
  std::uint64_t calls_by_rule = 0;
  std::string property;
  std::string rule;
};

bool names(const oracle::Finding& finding, std::string_view rule) {
  if (finding.verdict != oracle::Verdict::deviates) return false;
  const auto is_it = [rule](std::string_view id) { return id == rule; };
  return finding.rule == rule ||
         std::any_of(finding.because.begin(), finding.because.end(), is_it) ||
         std::any_of(finding.mismatches.begin(), finding.mismatches.end(),
                     [&](const oracle::Mismatch& mismatch) { return is_it(mismatch.rule); });
}

bool names(const Trial& trial, std::string_view rule) {
  if (trial.broken && trial.broken->rule == rule) return true;
  return std::any_of(trial.attempts.begin(), trial.attempts.end(), [&](const Attempt& attempt) {
    const auto& findings = attempt.judgement.findings;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const oracle::Finding& finding) { return names(finding, rule); });
  });
}

std::string rule_of(const Trial& trial) {
  for (const Attempt& attempt : trial.attempts) {
    for (const oracle::Finding& finding : attempt.judgement.findings) {
      if (finding.verdict == oracle::Verdict::deviates) return finding.rule;
    }
  }
  return trial.broken ? trial.broken->rule : "";
}

// A mutant that doesn't return must not take this process with it.
ImplementationOptions options_for(const Mutant& mutant) {
  return {.isolation = mutant.rule == "call.returns" ? Isolation::child : Isolation::none,
          .time_limit = std::chrono::milliseconds{300}};
}

Catch try_to_catch(Implementation& mutant, std::string_view rule, std::chrono::milliseconds limit,
                   std::uint64_t seed) {
  Catch caught;
  const auto start = std::chrono::steady_clock::now();
  oracle::Judge judge{oracle::Profile::documented};
  const auto on_failure = [&](Search& search, const Trial& trial) {
    if (!caught.any) {
      caught.any = true;
      caught.calls = search.tally().calls;
      caught.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      caught.property = trial.property;
      caught.rule = rule_of(trial);
    }
    caught.by_rule = names(trial, rule);
    caught.calls_by_rule = search.tally().calls;
    return !caught.by_rule;
  };
  (void)check_properties(mutant, judge, {.time = limit}, seed, on_failure);
  return caught;
}

template <class Member>
auto median(std::vector<Catch> catches, Member Catch::* member) {
  const auto middle = catches.begin() + static_cast<std::ptrdiff_t>(catches.size() / 2);
  std::nth_element(catches.begin(), middle, catches.end(),
                   [&](const Catch& a, const Catch& b) { return a.*member < b.*member; });
  return (*middle).*member;
}

void print(const Mutant& mutant, const std::vector<Catch>& catches) {
  const auto count = [&](bool Catch::* member) {
    return std::count_if(catches.begin(), catches.end(), [&](const Catch& it) { return it.*member; });
  };
  const auto caught = count(&Catch::any);
  std::string by = "NOT CAUGHT";
  if (caught != 0) {
    by = fmt::format("{}: {}", catches.front().property, catches.front().rule);
    if (count(&Catch::by_rule) == 0) by = "WRONG RULE, " + by;
  }
  fmt::print("{:<46} {:<32} {:>3}/{:<3} {:>8} {:>8.3f} {:>8}  {}\n", mutant.name, mutant.rule, caught,
             catches.size(), median(catches, &Catch::calls), median(catches, &Catch::seconds),
             median(catches, &Catch::calls_by_rule), by);
}

}  // namespace

int mutants_by_properties(const PropertiesTableOptions& options) {
  fmt::print("{:<46} {:<32} {:>7} {:>8} {:>8} {:>8}  {}\n", "mutant", "breaks", "caught", "calls",
             "seconds", "by rule", "first property and rule");
  std::size_t all_caught = 0;
  for (const Mutant& mutant : mutants()) {
    std::vector<Catch> catches;
    for (std::size_t repeat = 0; repeat < options.repeats; ++repeat) {
      auto implementation =
          make_implementation("mutant:" + std::string(mutant.name), options_for(mutant));
      if (!implementation) return could_not_run(implementation.error());
      catches.push_back(
          try_to_catch(**implementation, mutant.rule, options.limit, options.seed + repeat));
    }
    const bool each_time = std::all_of(catches.begin(), catches.end(),
                                       [](const Catch& caught) { return caught.any && caught.by_rule; });
    if (each_time) ++all_caught;
    print(mutant, catches);
  }
  fmt::print("{} of {} mutants are caught within {} s each time\n", all_caught, mutants().size(),
             static_cast<double>(options.limit.count()) / 1000);
  return all_caught == mutants().size() ? exit_conforms : exit_deviates;
}

}  // namespace netioconf::conformance

#include "conformance/search/mutation_score/by_scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/text/loader.h"
#include "oracle/engine/judge.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::search::mutation_score {
namespace {

struct ScriptDetection {
  std::size_t scripts = 0;    // that deviate
  std::string first;          // the first that deviates
  std::string first_by_rule;  // the first that deviates and names the rule; empty: none
  std::uint64_t calls = 0;    // made up to `first`
  double seconds = 0;         // up to `first_by_rule`
};

bool is_of(const std::string& script, std::string_view rule) {
  return std::string_view{script}.substr(0, script.find('/')) == rule;
}

bool names(const oracle::Finding& finding, const std::string& script, std::string_view rule) {
  return names_rule(finding, rule) || is_of(script, rule);
}

ScriptDetection try_scripts(execution::Implementation& mutant,
                            const std::vector<corpora::text::LoadedScript>& scripts,
                            std::string_view rule) {
  ScriptDetection caught;
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  const auto start = std::chrono::steady_clock::now();
  for (const corpora::text::LoadedScript& script : scripts) {
    const oracle::Judgement judgement = judge.judge(mutant.observe(script.script));
    if (caught.scripts == 0) caught.calls += judgement.findings.size();
    const oracle::Finding* deviation = oracle::first_deviation(judgement);
    if (deviation == nullptr) continue;
    ++caught.scripts;
    if (caught.first.empty()) caught.first = script.script.name;
    if (caught.first_by_rule.empty() && names(*deviation, script.script.name, rule)) {
      caught.first_by_rule = script.script.name;
      caught.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
  }
  return caught;
}

void print(const mutants::Mutant& mutant, const ScriptDetection& caught) {
  const std::string by = caught.scripts == 0            ? "NOT CAUGHT"
                         : caught.first_by_rule.empty() ? "WRONG RULE, first " + caught.first
                                                        : caught.first_by_rule;
  fmt::print("{:<46} {:<32} {:>5} {:>7}  {}\n", mutant.name, mutant.rule, caught.scripts, caught.calls,
             by);
}

}  // namespace

bool names_rule(const oracle::Finding& finding, std::string_view rule) {
  return finding.rule == rule ||
         std::ranges::any_of(finding.mismatches,
                             [rule](const oracle::Mismatch& mismatch) { return mismatch.rule == rule; });
}

bool has_call_of(const oracle::Trace& trace, std::string_view rule) {
  const oracle::Rule* broken = oracle::rules::find_rule(rule);
  if (broken == nullptr) return false;
  return std::ranges::any_of(trace.steps, [&](const oracle::Step& step) {
    const bool frees = broken->call == oracle::Call::free_table &&
                       std::holds_alternative<oracle::TableCall>(step.operation);
    return frees || oracle::call_of(step.operation) == broken->call;
  });
}

std::string first_script_by_rule(execution::Implementation& implementation, std::string_view rule,
                                 const std::vector<corpora::text::LoadedScript>& scripts) {
  // The rule's own scripts may not suffice: an answer can contradict one in a script of another rule.
  for (const bool all : {false, true}) {
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    for (const corpora::text::LoadedScript& script : scripts) {
      const std::string& name = script.script.name;
      if (!all && !is_of(name, rule)) continue;
      const oracle::Judgement judgement = judge.judge(implementation.observe(script.script));
      const oracle::Finding* deviation = oracle::first_deviation(judgement);
      if (deviation != nullptr && names(*deviation, name, rule)) return name;
    }
  }
  return {};
}

implementations::ImplementationOptions options_for(const mutants::Mutant& mutant) {
  implementations::ImplementationOptions options;
  options.isolation = mutant.rule == "call.returns" ? implementations::Isolation::child
                                                    : implementations::Isolation::none;
  options.time_limit = std::chrono::milliseconds{300};
  return options;
}

int mutants_by_scripts(const std::vector<std::filesystem::path>& scripts,
                       const MutationScoreReport& report) {
  const auto loaded = corpora::text::load_scripts(scripts);
  if (!loaded) return reports::could_not_run(loaded.error());
  fmt::print("{:<46} {:<32} {:>5} {:>7}  {}\n", "mutant", "breaks", "by", "calls",
             "first script that names the rule");
  TriedMutants tried{.untried = mutants::mutants().size()};
  execution::Progress progress{"mutants", mutants::mutants().size()};
  for (const mutants::Mutant& mutant : mutants::mutants()) {
    auto implementation =
        execution::make_implementation("mutant:" + std::string(mutant.name), options_for(mutant));
    if (!implementation) return reports::could_not_run(implementation.error());
    const ScriptDetection caught = try_scripts(**implementation, *loaded, mutant.rule);
    if (implementations::child::interruption() != 0) break;
    const bool is_missed = caught.first_by_rule.empty();
    --tried.untried;
    tried.results.push_back(reports::mutant_result(
        mutant.name, mutant.rule, "scripts", is_missed ? std::nullopt : std::optional{caught.seconds}));
    progress.hide();
    print(mutant, caught);
    progress.show(tried.results.size());
  }
  fmt::print("{}\n", tally_text(tried));
  return report_mutation_score(report, tried);
}

}  // namespace netioconf::conformance::search::mutation_score

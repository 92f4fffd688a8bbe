#include "conformance/compare/comparison_run.h"

#include <fmt/format.h>

#include <numeric>
#include <set>

#include "conformance/compare/compared_implementations.h"
#include "conformance/compare/shorten_differences.h"
#include "conformance/execution/progress.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/known/find_known_list.h"
#include "conformance/known/running_version.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/recorded/judge_recorded.h"
#include "conformance/search/run.h"
#include "conformance/search/sweep/space.h"
#include "conformance/search/unfinished.h"
#include "corpora/text/text.h"
#include "reports/diff/comparison.h"
#include "reports/diff/divergence_fold.h"
#include "reports/model/program_version.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::compare {
namespace {

using std::chrono::steady_clock;

bool all_conform(const oracle::Judgement& judgement) {
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict != oracle::Verdict::conforms) return false;
  }
  return !judgement.findings.empty();
}

// A live implementation gets every committed script.
bool leaves_out_scripts(const ComparedImplementation& implementation) {
  if (implementation.live() != nullptr) return false;
  std::set<std::string> scripts;
  for (const auto& [script, trace] : implementation.recorded()) scripts.insert(script);
  return search::is_partial(scripts);
}

// The command that judges this implementation alone.
reports::Invocation invocation_for(const reports::Invocation& invocation,
                                   const ComparedImplementation& implementation) {
  if (implementation.live() != nullptr)
    return reports::words::judged_in_the_same_way(invocation, "check", {implementation.name()});
  reports::Invocation judge = reports::words::judged_in_the_same_way(invocation, "judge", {});
  judge.arguments.push_back({.option = "", .value = implementation.name()});
  return judge;
}

// The results of one implementation so far.
struct ImplementationResults {
  reports::Summary summary;
  oracle::engine::Judge judge;
};

class ComparisonRun {
 public:
  ComparisonRun(const DiffOptions& options, const std::vector<ComparedImplementation>& implementations)
      : options_{options}, implementations_{implementations}, fold_{options.profile} {
    for (const ComparedImplementation& implementation : implementations) {
      const reports::Invocation alone = invocation_for(options.invocation, implementation);
      reports::Report before = search::report_before(implementation.name(), options.profile, alone);
      before.set_implementation_version(implementation.version());
      before.set_partial(!options.scripts.empty() || leaves_out_scripts(implementation));
      results_.push_back(
          {reports::Summary{std::move(before), alone}, oracle::engine::Judge{options.profile}});
      for (const corpora::text::CutFile& file : implementation.cut_files())
        results_.back().summary.add(search::recorded::skipped_rest(file));
    }
  }

  void add(const corpora::text::LoadedScript& script) {
    reports::diff::Compared compared = observe_all(implementations_, script.script);
    compared.path = script.path;
    compared.comment = corpora::text::words_of(script.comment);
    if (script.path.empty()) compared.origin = reports::Origin::generated;
    add(std::move(compared));
  }

  void add_generated(const oracle::Script& script, std::uint64_t number) {
    reports::diff::Compared compared = observe_all(implementations_, script);
    compared.origin = reports::Origin::generated;
    compared.rank = number;
    add(std::move(compared));
  }

  [[nodiscard]] std::vector<reports::Report> reports() const {
    std::vector<reports::Report> reports;
    for (const ImplementationResults& results : results_) {
      reports.push_back(execution::with_mutants(
          results.summary.report(results.judge.followed(), results.judge.coverage())));
    }
    return reports;
  }

  [[nodiscard]] std::vector<reports::diff::Difference> differences() { return fold_.differences(); }

  // What the comparison says apart from the differences and the reports.
  [[nodiscard]] reports::Comparison counts() const {
    reports::Comparison comparison;
    comparison.set_profile(reports::message_of(options_.profile));
    comparison.set_command(reports::words::command_line(options_.invocation));
    comparison.set_version(reports::program_version());
    fold_.count_into(comparison);
    for (const ComparedImplementation& implementation : implementations_) {
      for (const corpora::text::CutFile& file : implementation.cut_files()) {
        reports::LeftOut& left_out = *comparison.add_left_out();
        left_out.set_why(file.why);
        left_out.set_scripts(1);
      }
    }
    return comparison;
  }

 private:
  void add(reports::diff::Compared compared) {
    for (std::size_t run = 0; run < implementations_.size(); ++run) {
      if (!compared.done[run]) continue;
      ImplementationResults& results = results_[run];
      compared.judgements[run] = results.judge.judge(compared.traces[run]);
      const oracle::Judgement& judgement = compared.judgements[run];
      if (compared.origin == reports::Origin::generated && all_conform(judgement)) {
        results.summary.add_conforming(1, judgement.findings.size());
        continue;
      }
      results.summary.add({.path = compared.path,
                           .comment = compared.comment,
                           .origin = compared.origin,
                           .rank = compared.rank,
                           .trace = compared.traces[run],
                           .judgement = judgement});
    }
    fold_.add(compared);
  }

  const DiffOptions& options_;
  const std::vector<ComparedImplementation>& implementations_;
  std::vector<ImplementationResults> results_;
  reports::diff::DivergenceFold fold_;
};

// A stride that visits every number of the space once and spreads the first visits evenly, so that a
// sweep whose budget ends early has sampled the whole space.
std::uint64_t stride_of(std::uint64_t size) {
  constexpr double golden = 0.6180339887498949;
  auto stride = static_cast<std::uint64_t>(golden * static_cast<double>(size)) | 1U;
  while (std::gcd(stride, size) != 1) stride += 2;
  return stride;
}

reports::Searched sweep_over(ComparisonRun& run, const DiffOptions& options) {
  const search::sweep::Space space{options.depth};
  const std::uint64_t stride = stride_of(space.size());
  const auto start = steady_clock::now();
  execution::Progress progress{"scripts", space.size()};
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;
  oracle::Script script;
  std::uint64_t number = 0;
  const auto time_left = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(start + options.budget -
                                                                 steady_clock::now());
  };
  while (scripts < space.size() && time_left().count() > 0 &&
         implementations::child::interruption() == 0) {
    space.write(number, script);
    run.add_generated(script, number);
    number = (number + stride) % space.size();
    calls += script.operations.size();
    progress.show(++scripts, time_left());
  }
  reports::Searched searched;
  searched.set_by(
      fmt::format("sweep to depth {}, {} of {} scripts of it", options.depth, scripts, space.size()));
  searched.set_scripts(static_cast<double>(scripts));
  searched.set_calls(static_cast<double>(calls));
  searched.set_seconds(std::chrono::duration<double>(steady_clock::now() - start).count());
  return searched;
}

std::expected<std::vector<corpora::text::LoadedScript>, std::string> scripts_for(
    const DiffOptions& options, const std::vector<ComparedImplementation>& implementations) {
  const auto is_live = [](const ComparedImplementation& implementation) {
    return implementation.live() != nullptr;
  };
  const bool any_live = std::any_of(implementations.begin(), implementations.end(), is_live);
  std::vector<corpora::text::LoadedScript> recorded;
  if (options.scripts.empty()) recorded = recorded_scripts(implementations);
  if (options.scripts.empty() && !any_live) return recorded;
  std::vector<std::filesystem::path> paths = options.scripts;
  if (paths.empty()) paths.push_back(repository::committed_scripts());
  auto scripts = corpora::text::load_scripts(paths);
  if (!scripts) return std::unexpected(scripts.error().message);
  for (corpora::text::LoadedScript& script : recorded) {
    if (script.path.empty()) scripts->push_back(std::move(script));
  }
  return *std::move(scripts);
}

// Applies each entry of the list also to scripts of the sweep that deviate in the same way, because
// further examples of a known deviation are not shown.
void extend_to_generated(reports::Matched& known) {
  for (reports::Match& match : *known.mutable_matches()) {
    if (match.has_entry() || !match.script().empty()) continue;
    for (const reports::Match& other : known.matches()) {
      if (other.group() == match.group() && other.has_entry()) match.set_entry(other.entry());
    }
  }
}

std::expected<void, std::string> match_known(
    std::vector<reports::Report>& reports, const std::vector<ComparedImplementation>& implementations) {
  for (std::size_t run = 0; run < implementations.size(); ++run) {
    const auto list = known::read_committed_known_list(implementations[run].implementation_name());
    if (!list) return std::unexpected(list.error());
    const auto known = known::about_running(*list, implementations[run].version());
    if (!known) continue;
    reports::known::match(*known, reports[run], known::today());
    extend_to_generated(*reports[run].mutable_known());
    settle(reports[run]);
  }
  return {};
}

}  // namespace

std::expected<reports::Comparison, std::string> compare(const DiffOptions& options,
                                                        const std::vector<std::string>& names) {
  const auto implementations =
      make_compared_implementations(names, {.isolation = implementations::Isolation::foreign_code,
                                            .time_limit = options.time_limit,
                                            .keep_going = options.keep_going});
  if (!implementations) return std::unexpected(implementations.error());
  const auto scripts = scripts_for(options, *implementations);
  if (!scripts) return std::unexpected(scripts.error());
  ComparisonRun run{options, *implementations};
  execution::Progress progress{"scripts", scripts->size()};
  std::uint64_t done = 0;
  for (const corpora::text::LoadedScript& script : *scripts) {
    run.add(script);
    progress.show(++done);
  }
  const auto is_live = [](const ComparedImplementation& implementation) {
    return implementation.live() != nullptr;
  };
  const bool all_live = std::all_of(implementations->begin(), implementations->end(), is_live);
  std::optional<reports::Searched> searched;
  if (all_live && options.scripts.empty() && options.budget.count() > 0)
    searched = sweep_over(run, options);
  std::vector<reports::Report> reports = run.reports();
  if (!options.without_known) {
    if (const auto matched = match_known(reports, *implementations); !matched)
      return std::unexpected(matched.error());
  }
  for (reports::Report& report : reports) search::note_interruption(report);
  std::vector<reports::diff::Difference> differences = run.differences();
  if (const auto shortened = shorten_differences(options, *implementations, *scripts, differences);
      !shortened)
    return std::unexpected(shortened.error());
  reports::Comparison comparison = run.counts();
  if (searched) *comparison.add_searches() = *std::move(searched);
  reports::diff::add_reports(std::move(reports), comparison);
  reports::diff::add_differences(differences, comparison);
  return comparison;
}

}  // namespace netioconf::conformance::compare

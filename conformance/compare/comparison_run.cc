#include "conformance/compare/comparison_run.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "conformance/compare/compared_implementations.h"
#include "conformance/compare/compared_scripts.h"
#include "conformance/compare/comparison_part.h"
#include "conformance/compare/shorten_differences.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/known/find_known_list.h"
#include "conformance/known/running_version.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/blocks/threads.h"
#include "conformance/search/recorded/judge_recorded.h"
#include "conformance/search/run.h"
#include "conformance/search/unfinished.h"
#include "reports/diff/comparison.h"
#include "reports/diff/divergence_fold.h"
#include "reports/model/program_version.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::compare {
namespace {

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
  judge.arguments.push_back({.value = implementation.name()});
  return judge;
}

// What is known of each implementation before it is called.
ComparisonPart begin_of(const DiffOptions& options,
                        const std::vector<ComparedImplementation>& implementations) {
  ComparisonPart begin{.fold = reports::diff::DivergenceFold{options.profile}};
  for (const ComparedImplementation& implementation : implementations) {
    const reports::Invocation alone = invocation_for(options.invocation, implementation);
    reports::Report before = search::report_before(implementation.name(), options.profile, alone);
    before.set_implementation_version(implementation.version());
    before.set_partial(!options.scripts.empty() || leaves_out_scripts(implementation));
    begin.summaries.emplace_back(std::move(before), alone);
    for (const corpora::text::CutFile& file : implementation.cut_files())
      begin.summaries.back().add(search::recorded::skipped_rest(file));
  }
  return begin;
}

std::vector<reports::Report> reports_of(const ComparisonPart& all, const Judges& judges) {
  std::vector<reports::Report> reports;
  for (std::size_t run = 0; run < all.summaries.size(); ++run) {
    const oracle::engine::Judge& judge = judges.each[run];
    reports.push_back(
        execution::with_mutants(all.summaries[run].report(judge.followed(), judge.coverage())));
  }
  return reports;
}

// What the comparison says apart from the differences and the reports.
reports::Comparison counts_of(const DiffOptions& options, const ComparisonPart& all,
                              const std::vector<ComparedImplementation>& implementations) {
  reports::Comparison comparison;
  comparison.set_profile(reports::message_of(options.profile));
  comparison.set_command(reports::words::command_line(options.invocation));
  comparison.set_version(reports::program_version());
  all.fold.count_into(comparison);
  for (const ComparedImplementation& implementation : implementations) {
    for (const corpora::text::CutFile& file : implementation.cut_files()) {
      reports::LeftOut& left_out = *comparison.add_left_out();
      left_out.set_why(file.why);
      left_out.set_scripts(1);
    }
  }
  return comparison;
}

std::expected<std::vector<corpora::text::LoadedScript>, std::string> scripts_for(
    const DiffOptions& options, const std::vector<ComparedImplementation>& implementations) {
  const auto is_live = [](const ComparedImplementation& implementation) {
    return implementation.live() != nullptr;
  };
  const bool any_live = std::ranges::any_of(implementations, is_live);
  std::vector<corpora::text::LoadedScript> recorded;
  if (options.scripts.empty()) recorded = recorded_scripts(implementations);
  if (options.scripts.empty() && !any_live) return recorded;
  auto scripts = corpora::text::load_scripts(repository::scripts_named(options.scripts));
  if (!scripts) return scripts;
  for (corpora::text::LoadedScript& script : recorded) {
    if (script.path.empty()) scripts->push_back(std::move(script));
  }
  return scripts;
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
  const auto of_threads = make_for_threads(search::blocks::threads_for(options.jobs), names,
                                           {.isolation = implementations::Isolation::foreign_code,
                                            .time_limit = options.time_limit,
                                            .keep_going = options.keep_going});
  if (!of_threads) return std::unexpected(of_threads.error());
  const std::vector<ComparedImplementation>& implementations = of_threads->front();
  const auto scripts = scripts_for(options, implementations);
  if (!scripts) return std::unexpected(scripts.error());
  ComparedScripts compared{options, *of_threads, begin_of(options, implementations)};
  compared.run(*scripts);
  const auto is_live = [](const ComparedImplementation& implementation) {
    return implementation.live() != nullptr;
  };
  const bool all_live = std::ranges::all_of(implementations, is_live);
  std::optional<reports::Searched> searched;
  if (all_live && options.scripts.empty() && options.budget.count() > 0) searched = compared.sweep();
  std::vector<reports::Report> reports = reports_of(compared.all(), compared.judges());
  if (!options.without_known) {
    if (const auto matched = match_known(reports, implementations); !matched)
      return std::unexpected(matched.error());
  }
  for (reports::Report& report : reports) search::note_interruption(report);
  std::vector<reports::diff::Difference> differences = compared.all().fold.differences();
  if (const auto shortened = shorten_differences(options, implementations, *scripts, differences);
      !shortened)
    return std::unexpected(shortened.error());
  reports::Comparison comparison = counts_of(options, compared.all(), implementations);
  if (searched) *comparison.add_searches() = *std::move(searched);
  reports::diff::add_reports(std::move(reports), comparison);
  reports::diff::add_differences(differences, comparison);
  return comparison;
}

}  // namespace netioconf::conformance::compare

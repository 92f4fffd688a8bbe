#include "conformance/search/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/child/shared_memory.h"
#include "conformance/implementations/library/supervision/output_to_error.h"
#include "conformance/implementations/library/supervision/supervise.h"
#include "conformance/known/find_known_list.h"
#include "conformance/known/running_version.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/budgeted_search.h"
#include "conformance/search/check_scripts.h"
#include "conformance/search/confirm_examples.h"
#include "conformance/search/for_threads.h"
#include "conformance/search/properties/search.h"
#include "conformance/search/publish.h"
#include "conformance/search/run.h"
#include "conformance/search/shorten_examples.h"
#include "conformance/search/unfinished.h"
#include "corpora/files/files.h"
#include "reports/known/known.h"
#include "reports/known/version_range.h"
#include "reports/model/exit_status.h"
#include "reports/model/reach.h"
#include "reports/words/phrases.h"
#include "reports/words/replay.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::search {
namespace {

using Lists = std::expected<std::optional<reports::known::Known>, std::string>;

// The list of known deviations that the report is compared with. A list that is to be written starts
// empty.
Lists read_known(const CheckOptions& options) {
  if (options.update_known) {
    const auto path = options.known.empty() ? known::committed_known_list(options.implementation)
                                            : std::optional{options.known};
    if (!path) {
      return std::unexpected(
          "--update: " + options.implementation +
          " has no committed list of known deviations (name a list with --known FILE)");
    }
    if (repository::is_installed(*path)) {
      return std::unexpected("--update: " + path->string() +
                             " belongs to the installation of netioconf (name your own with --known "
                             "FILE)");
    }
    std::error_code ignored;
    const auto here = std::filesystem::current_path(ignored) / "conformance/known";
    if (options.known.empty() && !std::filesystem::equivalent(path->parent_path(), here, ignored)) {
      return std::unexpected("--update: the list of " + options.implementation +
                             " belongs to netioconf (name your own with --known FILE)");
    }
    if (!std::filesystem::exists(*path, ignored)) return reports::known::Known{.path = path->string()};
  }
  return known::read_known_list_named(options.known, options.implementation);
}

// Writes the list with the deviations of the report, and returns it.
Lists update(const reports::known::Known& known, const reports::Report& report,
             const std::string& version) {
  auto list = reports::known::updated(known, report, version);
  if (!list) return std::unexpected(list.error());
  const auto written = corpora::files::write_file(known.path, reports::known::print(*list));
  if (!written) return std::unexpected(describe(written.error()));
  return *std::move(list);
}

struct Input {
  implementations::ImplementationName implementation;
  std::vector<corpora::text::LoadedScript> scripts;
  bool leaves_out_scripts = false;             // also without --shard
  std::optional<reports::known::Known> list;   // all of it
  std::string version;                         // of the running system, as the list has it
  std::optional<reports::known::Known> known;  // what the list says about this version
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};

reports::Demands demands_of(const CheckOptions& options, const Input& input) {
  reports::Demands demands;
  demands.set_a_create(options.only.empty() && !input.leaves_out_scripts);
  demands.set_named_statuses(true);
  demands.set_rules(static_cast<double>(options.min_rules));
  for (const oracle::Call call : options.only)
    demands.add_functions(std::string{oracle::function_name(call)});
  if (!input.known || input.leaves_out_scripts) return demands;
  for (const std::string& rule : reports::known::rules_to_meet(*input.known)) demands.add_ids(rule);
  return demands;
}

int finish(const CheckOptions& options, const Input& input, reports::Report report) {
  if (input.known) reports::known::match(*input.known, report, known::today());
  reports::demand(demands_of(options, input), report);
  Lists updated;
  if (options.update_known && reports::exit_status_of(report)) {
    updated = update(*input.list, report, input.version);
    if (updated)
      reports::known::match(reports::known::about_version(**updated, input.version), report,
                            known::today());
  }
  if (updated && *updated)
    fmt::print("{}: {}\n", (*updated)->path,
               reports::words::count_text((*updated)->entries.size(), "known deviation"));
  const int status =
      publish(report, options.destination, std::chrono::steady_clock::now() - input.begin);
  return updated ? status : reports::could_not_run(updated.error());
}

std::expected<Input, std::string> read_input(const CheckOptions& options) {
  auto implementation = implementations::parse_name(options.implementation);
  if (!implementation) return std::unexpected(implementation.error());
  auto scripts = read_scripts(options);
  if (!scripts) return std::unexpected(scripts.error());
  auto list = read_known(options);
  if (!list) return std::unexpected(list.error());
  const std::string version = known::running_version(options.implementation);
  auto known = known::about_running(*list, version);
  return Input{.implementation = *std::move(implementation),
               .scripts = *std::move(scripts),
               .leaves_out_scripts = leaves_out_scripts(options),
               .list = *std::move(list),
               .version = version,
               .known = std::move(known)};
}

// The name of the generated script that is running. It is in shared memory, so that it survives the
// process that runs the script.
using ScriptInProgress = std::array<char, 64>;

// What differs between a check in this process, in a copy of it, and with the library in a child.
struct CheckContext {
  std::function<void()> on_step = [] {};
  ScriptInProgress* script_in_progress = nullptr;
  std::string first = {};  // the generated script to start with; empty: none
  std::function<void()> on_first_conforms = [] {};
};

std::function<bool(const reports::GroupKey&)> known_in(const Input& input) {
  return [&input](const reports::GroupKey& group) {
    return input.known && reports::known::is_listed(*input.known, group);
  };
}

execution::shrink::FindScript find_in(const std::vector<corpora::text::LoadedScript>& scripts) {
  return [&scripts](const std::string& name) -> std::optional<oracle::Script> {
    for (const corpora::text::LoadedScript& script : scripts) {
      if (script.script.name == name) return script.script;
    }
    return std::nullopt;
  };
}

implementations::ImplementationOptions implementation_options(const CheckOptions& options,
                                                              const CheckContext& context) {
  return {.isolation =
              options.isolate ? implementations::Isolation::child : implementations::Isolation::none,
          .time_limit = options.time_limit,
          .on_step = context.on_step,
          .keep_going = options.keep_going};
}

// The threads of the search. A schedule on one that waits for callbacks needs each cost before the next
// script.
std::size_t threads_of_search(const CheckOptions& options, const Input& input,
                              const execution::Implementation& implementation) {
  if (implementation.callbacks() == implementations::Callbacks::later) return 1;
  return threads_for(input.implementation, options.jobs);
}

BudgetedSearchOptions budget_options(const CheckOptions& options, const Input& input,
                                     const CheckContext& context) {
  return {.profile = options.profile,
          .budget = options.budget,
          .shard = options.shard,
          .seed = properties::seed_of(options.shard),
          .out = options.destination.out,
          .find_script = find_in(input.scripts),
          .is_known = known_in(input),
          .first = context.first,
          .on_first_conforms = context.on_first_conforms,
          .on_begin = [&context](const std::string& name) {
            if (context.script_in_progress == nullptr) return;
            ScriptInProgress& script = *context.script_in_progress;
            script[name.copy(script.data(), script.size() - 1)] = 0;
          }};
}

std::expected<BudgetedSearchResult, std::string> search_within_budget(
    const CheckOptions& options, const Input& input, const CheckContext& context,
    execution::Implementation& implementation, oracle::engine::Judge& judge, reports::Summary& summary,
    const std::vector<execution::Execution>& deviating) {
  BudgetedSearchOptions search = budget_options(options, input, context);
  const std::size_t threads = threads_of_search(options, input, implementation);
  if (threads > 1) {
    auto made =
        make_for_threads(threads, input.implementation, implementation_options(options, context));
    if (!made) return std::unexpected(made.error());
    search.on_threads = *std::move(made);
  }
  return budgeted_search(implementation, judge, summary, deviating, search);
}

// Searches within the budget, if there is one, or shortens what the inputs found. Then repeats each
// finding alone.
SearchAfterScripts after_scripts(const CheckOptions& options, const Input& input,
                                 const CheckContext& context,
                                 execution::Implementation& implementation) {
  return [&](oracle::engine::Judge& judge, reports::Summary& summary,
             const std::vector<execution::Execution>& deviating)
             -> std::expected<BudgetedSearchResult, std::string> {
    const auto run = std::chrono::steady_clock::now() - input.begin;
    std::expected<BudgetedSearchResult, std::string> found;
    if (options.budget.is_given()) {
      found = search_within_budget(options, input, context, implementation, judge, summary, deviating);
    }
    if (!found) return found;
    if (options.inputs) {
      auto shortened = shorten_examples(summary, implementation, judge,
                                        {.profile = options.profile,
                                         .out = options.destination.out,
                                         .find_script = find_in(input.scripts),
                                         .is_known = known_in(input)});
      if (!shortened) return std::unexpected(shortened.error());
      found->space.push_back(words_for(*options.inputs));
    }
    ConfirmOptions confirm{.implementation = input.implementation,
                           .profile = options.profile,
                           .time_limit = options.time_limit,
                           .is_known = known_in(input),
                           .resets = implementation.has_reset(),
                           .find_script = find_in(input.scripts),
                           .run = run};
    for (const corpora::text::LoadedScript& script : input.scripts)
      confirm.committed.push_back(script.script);
    confirm_examples(summary, deviating, confirm);
    return found;
  };
}

// With --first, the first script with a deviation that is not known ends the run.
EndsAfter ends_after(const CheckOptions& options, const Input& input) {
  if (!options.first) return never;
  return [is_known = known_in(input)](const execution::Execution& execution) {
    const auto groups = execution::shrink::deviations_of(execution.trace, execution.judgement);
    return !std::ranges::all_of(groups, is_known);
  };
}

int check_here(const CheckOptions& options, const Input& input, const CheckContext& context) {
  std::optional<implementations::library::supervision::OutputToError> output_to_error;
  if (implementations::kind_of(input.implementation).runs_foreign_code) output_to_error.emplace();
  auto implementation =
      execution::make_implementation(input.implementation, implementation_options(options, context));
  if (!implementation) return reports::could_not_run(implementation.error());
  reports::Report before = report_before(options.implementation, options.profile, options.invocation);
  if (!options.implementation_version.empty())
    before.set_implementation_version(options.implementation_version);
  before.set_strict(options.strict);
  before.set_unfinished(options.unfinished);
  divide(before, options.shard,
         options.divided_run.empty() ? reports::words::divided_run(options.invocation)
                                     : options.divided_run,
         input.leaves_out_scripts);
  if (auto noted = note_begin(before, options.destination.out); !noted)
    return reports::could_not_run(noted.error());
  before.mutable_series()->Add(options.series.begin(), options.series.end());
  auto report =
      run(**implementation, input.scripts, reports::Summary{std::move(before), options.invocation},
          {.profile = options.profile,
           .origin = options.inputs ? reports::Origin::generated : reports::Origin::committed,
           .search = after_scripts(options, input, context, **implementation),
           .ends_after = ends_after(options, input),
           .why_skipped = why_skipped(options)});
  output_to_error.reset();
  if (!report) return reports::could_not_run(report.error());
  return finish(options, input, *std::move(report));
}

// Repeats the check with the library in a child, starting with the script in which the copy of this
// process ended.
int check_isolated(CheckOptions options, const Input& input, const implementations::child::End& end,
                   std::string first) {
  reports::say(fmt::format("{} ended the process ({}{}{}); running again with --isolate",
                           options.implementation, end.detail, first.empty() ? "" : " in ", first));
  options.isolate = true;
  options.invocation.arguments.push_back({.option = "--isolate"});
  bool ends_again = true;
  const CheckContext context{.first = first, .on_first_conforms = [&] { ends_again = false; }};
  const int status = check_here(options, input, context);
  if (ends_again || status != reports::exit_conforms) return status;
  return reports::could_not_run(fmt::format(
      "{}: it ended the process in {}, but not when that script ran alone (run netioconf check in a "
      "debugger to see where)",
      options.implementation, first));
}

// A library that runs in this process can end it, so the check runs in a copy of the process. If that
// copy does not finish, the check runs again with the library in a child, which shows the step.
int check_supervised(const CheckOptions& options, const Input& input) {
  const implementations::child::SharedMemory<ScriptInProgress> memory;
  ScriptInProgress* const script_in_progress = memory.there() ? &*memory : nullptr;
  const implementations::library::supervision::Supervised supervised =
      implementations::library::supervision::supervise(
          options.time_limit, [&](const implementations::library::supervision::Beat& beat) {
            return check_here(options, input,
                              {.on_step = beat, .script_in_progress = script_in_progress});
          });
  if (supervised.result) return *supervised.result;
  if (implementations::child::interruption() != 0)
    return reports::could_not_run(options.implementation + ": no report, " + supervised.end.detail);
  return check_isolated(options, input, supervised.end,
                        script_in_progress == nullptr ? "" : script_in_progress->data());
}

}  // namespace

int check(const CheckOptions& options) {
  const auto input = read_input(options);
  if (!input) return reports::could_not_run(input.error());
  if (implementations::kind_of(input->implementation).runs_foreign_code && !options.isolate)
    return check_supervised(options, *input);
  return check_here(options, *input, {});
}

}  // namespace netioconf::conformance::search

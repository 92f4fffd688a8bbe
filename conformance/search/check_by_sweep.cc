#include "conformance/search/check_by_sweep.h"

#include <fmt/format.h>

#include <expected>
#include <memory>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/library/supervision/output_to_error.h"
#include "conformance/implementations/library/supervision/supervise.h"
#include "conformance/search/confirm_examples.h"
#include "conformance/search/for_threads.h"
#include "conformance/search/publish.h"
#include "conformance/search/run.h"
#include "conformance/search/shorten_examples.h"
#include "conformance/search/sweep/parallel.h"
#include "conformance/search/sweep_report.h"
#include "conformance/search/unfinished.h"
#include "reports/model/exit_status.h"
#include "reports/summary/summarize.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::search {
namespace {

std::expected<sweep::SweepPlan, std::string> plan_of(const SweepOptions& options,
                                                     const sweep::Space& space) {
  sweep::SweepPlan plan;
  plan.from = options.from;
  plan.budget = options.budget;
  plan.shard = options.shard;
  if (options.from >= space.size()) {
    return std::unexpected(fmt::format("--from {}: no such script at depth {} (name 0 to {})",
                                       options.from, options.depth, space.size() - 1));
  }
  for (const std::string& name : options.only) {
    const auto bare = shard::number_in(name);
    const auto number = bare ? bare : sweep::number_of_name(name);
    if (!number || *number >= space.size()) {
      return std::unexpected(fmt::format("--only {}: no such script at depth {} (name 0 to {})", name,
                                         options.depth, space.size() - 1));
    }
    plan.only.push_back(*number);
  }
  return plan;
}

execution::shrink::FindScript find_in(const sweep::Space& space) {
  return [&space](const std::string& name) -> std::optional<oracle::Script> {
    const auto number = sweep::number_of_name(name);
    if (!number) return std::nullopt;
    oracle::Script script;
    space.write(*number, script);
    return script;
  };
}

// Adds the findings of a sweep to a report until there are enough.
class SweepFindings {
 public:
  SweepFindings(const SweepOptions& options, reports::Report before)
      : options_{options}, summary_{std::move(before), options.invocation} {}

  sweep::Go take(sweep::NonConforming found) {
    summary_.add({.origin = reports::Origin::generated,
                  .rank = found.number,
                  .trace = std::move(found.trace),
                  .judgement = std::move(found.judgement)});
    return summary_.group_count() < options_.groups ? sweep::Go::on : sweep::Go::stop;
  }

  // Shortens the example of each kind of deviation. The error names the file that cannot be written.
  [[nodiscard]] std::expected<void, std::string> shorten(const sweep::Space& space,
                                                         execution::Implementation& implementation,
                                                         const oracle::engine::Judge& judge) {
    return shorten_examples(
        summary_, implementation, judge,
        {.profile = options_.profile, .out = options_.destination.out, .find_script = find_in(space)});
  }

  // Repeats each example alone.
  void confirm(const sweep::Space& space, const implementations::ImplementationName& implementation) {
    confirm_examples(summary_, {},
                     {.implementation = implementation,
                      .profile = options_.profile,
                      .time_limit = options_.time_limit,
                      .is_known = [](const reports::GroupKey&) { return false; },
                      .find_script = find_in(space)});
  }

  [[nodiscard]] reports::Report report(const sweep::Space& space, const sweep::SweepPlan& plan,
                                       const sweep::Swept& swept, const oracle::engine::Judge& judge) {
    summary_.add_conforming(swept.scripts_conforming, swept.steps_conforming);
    reports::Report report = summary_.report(judge.followed(), judge.coverage());
    for (const std::string& line : space_lines(space, plan, swept)) report.add_space(line);
    const bool is_finished = swept.scripts == options_.shard.share_of(space.size());
    divide(report, options_.shard, reports::words::divided_run(options_.invocation), !is_finished);
    return report;
  }

 private:
  const SweepOptions& options_;
  reports::Summary summary_;
};

struct SweepInput {
  implementations::ImplementationName implementation;
  const sweep::Space& space;
  const sweep::SweepPlan& plan;
};

int sweep_here(const SweepOptions& options, const SweepInput& input,
               const std::function<void()>& on_step) {
  std::optional<implementations::library::supervision::OutputToError> output_to_error;
  if (implementations::kind_of(input.implementation).runs_foreign_code) output_to_error.emplace();
  const auto implementations =
      make_for_threads(threads_for(input.implementation, options.jobs), input.implementation,
                       {.isolation = options.isolate ? implementations::Isolation::child
                                                     : implementations::Isolation::none,
                        .time_limit = options.time_limit,
                        .on_step = on_step,
                        .keep_going = options.keep_going});
  if (!implementations) return reports::could_not_run(implementations.error());
  reports::Report before = report_before(options.implementation, options.profile, options.invocation);
  divide(before, options.shard, reports::words::divided_run(options.invocation), true);
  if (auto noted = note_begin(before, options.destination.out); !noted)
    return reports::could_not_run(noted.error());
  SweepFindings findings{options, std::move(before)};
  oracle::engine::Judge judge{options.profile};
  execution::Progress progress{"scripts", sweep::count_of(input.plan, input.space.size())};
  const sweep::Swept swept = sweep::sweep_in_parallel(
      input.space, input.plan, *implementations, judge,
      [&](sweep::NonConforming found, const sweep::Swept&) { return findings.take(std::move(found)); },
      [&progress](const sweep::Swept& so_far) { progress.show(so_far.scripts); });
  if (const auto shortened = findings.shorten(input.space, *implementations->front(), judge); !shortened)
    return reports::could_not_run(shortened.error());
  findings.confirm(input.space, input.implementation);
  output_to_error.reset();
  return publish(findings.report(input.space, input.plan, swept, judge), options.destination);
}

// A library in this process can end it: see check_supervised() in check.cc.
int sweep_supervised(const SweepOptions& options, const SweepInput& input) {
  const implementations::library::supervision::Supervised supervised =
      implementations::library::supervision::supervise(
          options.time_limit, [&](const implementations::library::supervision::Beat& beat) {
            return sweep_here(options, input, beat);
          });
  if (supervised.result) return *supervised.result;
  if (implementations::child::interruption() != 0)
    return reports::could_not_run(options.implementation + ": no report, " + supervised.end.detail);
  reports::say(fmt::format("{} ended the process ({}); running again with --isolate",
                           options.implementation, supervised.end.detail));
  SweepOptions isolated = options;
  isolated.isolate = true;
  isolated.invocation.arguments.push_back({.option = "--isolate"});
  return sweep_here(isolated, input, [] {});
}

}  // namespace

int check_by_sweep(const SweepOptions& options) {
  const sweep::Space space{options.depth};
  const auto plan = plan_of(options, space);
  if (!plan) return reports::could_not_run(plan.error());
  const auto name = implementations::parse_name(options.implementation);
  if (!name) return reports::could_not_run(name.error());
  const SweepInput input{*name, space, *plan};
  if (implementations::kind_of(*name).runs_foreign_code && !options.isolate)
    return sweep_supervised(options, input);
  return sweep_here(options, input, [] {});
}

}  // namespace netioconf::conformance::search

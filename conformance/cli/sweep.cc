#include "conformance/cli/sweep.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <expected>
#include <memory>
#include <thread>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/export/reproducers.h"
#include "conformance/implementations/library/supervise.h"
#include "conformance/search/sweep/parallel.h"
#include "conformance/search/sweep_report.h"
#include "reports/model/exit_status.h"
#include "reports/model/summarize.h"
#include "reports/words/clock_text.h"
#include "reports/words/escape.h"
#include "reports/writers/text.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::cli {
namespace {

// The command without the options that choose scripts.
std::string generator_of(const SweepOptions& options) {
  std::string line = reports::words::shell_word(options.program) + " sweep --implementation " +
                     reports::words::shell_word(options.implementation);
  line += fmt::format(" --depth {}", options.depth);
  if (options.profile != oracle::readings::Profile::documented)
    line += " --profile " + std::string(oracle::readings::name_of(options.profile));
  if (options.isolate) line += " --isolate";
  return line + implementations::time_limit_option(options.time_limit);
}

std::string command_line(const SweepOptions& options) {
  std::string line = generator_of(options);
  if (!options.shard.empty()) line += " --shard " + reports::words::shell_word(options.shard);
  if (options.from != 0) line += fmt::format(" --from {}", options.from);
  for (const std::string& name : options.only) line += " --only " + reports::words::shell_word(name);
  line += fmt::format(" --groups {}", options.groups);
  if (options.budget.count() > 0) line += fmt::format(" --budget {}ms", options.budget.count());
  return line;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

std::expected<void, std::string> read_shard(const std::string& text, search::sweep::SweepPlan& plan) {
  if (text.empty()) return {};
  const std::size_t slash = std::min(text.find('/'), text.size() - 1);
  const auto shard = number_in(std::string_view{text}.substr(0, slash));
  const auto count = number_in(std::string_view{text}.substr(slash + 1));
  if (!shard || !count || *shard == 0 || *shard > *count) {
    return std::unexpected(
        fmt::format("--shard {}: not a part (name one as I/N, for example 1/8)", text));
  }
  plan.shard = *shard;
  plan.shard_count = *count;
  return {};
}

std::expected<search::sweep::SweepPlan, std::string> plan_of(const SweepOptions& options,
                                                             const search::sweep::Space& space) {
  search::sweep::SweepPlan plan;
  plan.from = options.from;
  plan.budget = options.budget;
  const auto shard = read_shard(options.shard, plan);
  if (!shard) return std::unexpected(shard.error());
  if (options.from >= space.size()) {
    return std::unexpected(fmt::format("--from {}: no such script at depth {} (name 0 to {})",
                                       options.from, options.depth, space.size() - 1));
  }
  for (const std::string& name : options.only) {
    const auto bare = number_in(name);
    const auto number = bare ? bare : search::sweep::number_of_name(name);
    if (!number || *number >= space.size()) {
      return std::unexpected(fmt::format("--only {}: no such script at depth {} (name 0 to {})", name,
                                         options.depth, space.size() - 1));
    }
    plan.only.push_back(*number);
  }
  return plan;
}

// Shows progress on a terminal if the work takes longer than two seconds. Prints nothing to a pipe.
search::sweep::SweepProgress progress_on_terminal(std::uint64_t count) {
  if (isatty(STDERR_FILENO) == 0) return [](const search::sweep::Swept&) {};
  return [count](const search::sweep::Swept& swept) {
    const double seconds = swept.took.count();
    if (seconds < 2) return;
    const auto done = static_cast<double>(swept.scripts);
    const double left = (static_cast<double>(count) - done) * seconds / std::max(done, 1.0);
    fmt::print(stderr, "\r{} of {} scripts, {:.0f} judged calls a second, {} left \033[K", swept.scripts,
               count, static_cast<double>(swept.steps) / seconds,
               reports::words::clock_text(std::chrono::duration<double>{left}));
    std::fflush(stderr);
  };
}

void end_progress(const search::sweep::Swept& swept) {
  if (isatty(STDERR_FILENO) != 0 && swept.took.count() >= 2) fmt::print(stderr, "\r\033[K");
}

reports::Report report_before(const SweepOptions& options) {
  reports::Report before;
  before.implementation = options.implementation;
  before.profile = options.profile;
  before.program = options.program;
  before.command = command_line(options);
  before.generator = generator_of(options);
  before.version = NETIOCONF_VERSION;
  return before;
}

int finish(const SweepOptions& options, const search::sweep::Space& space, reports::Report report) {
  if (options.out) {
    const auto examples = search::write_examples(space, *options.out, report);
    if (!examples) return reports::could_not_run(examples.error());
    const auto written =
        reports::writers::write_reports(exporting::with_reproducers(report), *options.out);
    if (!written) return reports::could_not_run(written.error());
  }
  fmt::print("{}", reports::writers::text(report));
  switch (reports::outcome_of(report)) {
    case reports::Outcome::conforms:
      return reports::exit_conforms;
    case reports::Outcome::deviates:
      return reports::exit_deviates;
    case reports::Outcome::empty:
      break;
  }
  return reports::could_not_run(
      options.implementation +
      ": nothing was judged, because every script was skipped (the report above lists the reasons)");
}

// A call that hangs takes the whole time limit, so a sweep ends after this many.
constexpr std::size_t hangs_max = 10;

// Adds the findings of a sweep to a report until there are enough.
class SweepFindings {
 public:
  explicit SweepFindings(const SweepOptions& options)
      : summary_{report_before(options)}, groups_{options.groups} {}

  search::sweep::Go take(search::sweep::NonConforming found) {
    const auto hung = [](const oracle::Step& step) { return step.reply.ending == oracle::Ending::hung; };
    if (std::any_of(found.trace.steps.begin(), found.trace.steps.end(), hung)) ++hangs_;
    summary_.add({.path = "",
                  .comment = "",
                  .origin = reports::Origin::generated,
                  .rank = found.number,
                  .lines = {},
                  .trace = std::move(found.trace),
                  .judgement = std::move(found.judgement)});
    return summary_.group_count() < groups_ && hangs_ < hangs_max ? search::sweep::Go::on
                                                                  : search::sweep::Go::stop;
  }

  [[nodiscard]] reports::Report report(const search::sweep::Space& space,
                                       const search::sweep::SweepPlan& plan,
                                       const search::sweep::Swept& swept,
                                       const oracle::engine::Judge& judge) {
    summary_.add_conforming(swept.scripts_conforming, swept.steps_conforming);
    reports::Report report = summary_.report(judge.followed(), judge.coverage());
    const std::string enough = hangs_ < hangs_max ? "after enough kinds of deviation"
                                                  : fmt::format("after {} calls that hung", hangs_max);
    report.space = search::space_lines(space, plan, swept, enough);
    const bool whole = swept.scripts == space.size();
    report.extent = whole ? reports::Extent::whole : reports::Extent::partial;
    return report;
  }

 private:
  reports::Summary summary_;
  std::size_t groups_;
  std::size_t hangs_ = 0;
};

using Some = std::vector<std::unique_ptr<execution::Implementation>>;

// One implementation for each job, if several can run at the same time, else a single one.
std::expected<Some, std::string> make_some(const SweepOptions& options,
                                           const std::function<void()>& on_step) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const implementations::Isolation isolation =
      options.isolate ? implementations::Isolation::child : implementations::Isolation::none;
  const bool several = implementations::is_reentrant(options.implementation);
  const unsigned jobs = !several ? 1 : options.jobs == 0 ? cores : options.jobs;
  Some some;
  while (some.size() < jobs) {
    auto made = execution::make_implementation(
        options.implementation,
        {.isolation = isolation, .time_limit = options.time_limit, .on_step = on_step});
    if (!made) return std::unexpected(made.error());
    some.push_back(std::move(*made));
  }
  return some;
}

int sweep_here(const SweepOptions& options, const search::sweep::Space& space,
               const search::sweep::SweepPlan& plan, const std::function<void()>& on_step) {
  const auto implementations = make_some(options, on_step);
  if (!implementations) return reports::could_not_run(implementations.error());
  SweepFindings findings{options};
  oracle::engine::Judge judge{options.profile};
  const search::sweep::Swept swept = search::sweep::sweep_in_parallel(
      space, plan, *implementations, judge,
      [&](search::sweep::NonConforming found, const search::sweep::Swept&) {
        return findings.take(std::move(found));
      },
      progress_on_terminal(search::sweep::count_of(plan, space.size())));
  end_progress(swept);
  return finish(options, space, findings.report(space, plan, swept, judge));
}

// A library in this process can end it: see check_supervised() in check.cc.
int sweep_supervised(const SweepOptions& options, const search::sweep::Space& space,
                     const search::sweep::SweepPlan& plan) {
  const implementations::library::Supervised supervised = implementations::library::supervise(
      options.time_limit, [&](const implementations::library::Beat& beat) {
        return sweep_here(options, space, plan, beat);
      });
  if (supervised.result) return *supervised.result;
  fmt::print(stderr, "netioconf: {} ended the process ({}); running again with --isolate\n",
             options.implementation, supervised.end.detail);
  SweepOptions isolated = options;
  isolated.isolate = true;
  return sweep_here(isolated, space, plan, [] {});
}

}  // namespace

int sweep(const SweepOptions& options) {
  const search::sweep::Space space{options.depth};
  const auto plan = plan_of(options, space);
  if (!plan) return reports::could_not_run(plan.error());
  if (implementations::runs_foreign_code(options.implementation) && !options.isolate)
    return sweep_supervised(options, space, *plan);
  return sweep_here(options, space, *plan, [] {});
}

}  // namespace netioconf::conformance::cli

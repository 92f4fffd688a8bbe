#include <sys/utsname.h>

#include <fmt/format.h>

#include <chrono>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/execution/implementation.h"
#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/record_generated.h"
#include "corpora/recording/trace_writer.h"
#include "corpora/text/loader.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

struct RecordOptions {
  std::string implementation;
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones
  std::optional<std::uint64_t> sweep_depth;    // instead of scripts: those of a sweep
  search::shard::Shard shard;
  search::properties::SearchBudget budget;  // instead of scripts: those of a search
  std::filesystem::path out;
  std::string date;         // that the traces get; empty: none
  bool keep_going = false;  // no call is left alone
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;

  [[nodiscard]] bool generates_scripts() const { return sweep_depth || budget.is_given(); }
};

// "Linux 6.1.0 x86_64"
std::string system_name() {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

// The traces of a recording: OUT/<rule>/<idea>.trace.textproto for each script, or all in one file.
class RecordedOutput {
 public:
  // The error is one line, like the others.
  [[nodiscard]] static std::expected<RecordedOutput, std::string> open(
      const RecordOptions& options, const execution::Implementation& implementation) {
    const std::string system = implementation.system();
    RecordedOutput output{options.out,
                          {.implementation = options.implementation,
                           .system = system.empty() ? system_name() : system,
                           .recorded = options.date}};
    output.is_folder_ = !corpora::recording::is_trace_file_name(options.out);
    const std::filesystem::path place =
        output.is_folder_ ? options.out / corpora::recording::unfinished_name : options.out;
    auto file = corpora::recording::TraceWriter::create(place, output.origin_);
    if (!file) return std::unexpected(file.error());
    output.file_ = *std::move(file);
    return output;
  }

  [[nodiscard]] std::expected<void, std::string> add(const oracle::Trace& trace) {
    ++traces_;
    steps_ += trace.steps.size();
    if (!trace.skipped.empty()) skipped_ = " (" + trace.skipped + ")";
    return is_folder_ ? add_to_folder(trace) : file_->add(trace);
  }

  // A file gets its end only if all is recorded, so that it says of itself that it is not complete. A
  // folder has such a file until then.
  [[nodiscard]] std::expected<void, std::string> finish() {
    if (implementations::child::interruption() == 0) {
      if (auto written = file_->finish(); !written) return written;
      if (is_folder_) std::filesystem::remove(out_ / corpora::recording::unfinished_name);
    }
    if (steps_ != 0) return {};
    return std::unexpected(fmt::format("{}: no step was executed{}", origin_.implementation, skipped_));
  }

  [[nodiscard]] std::uint64_t traces() const { return traces_; }

 private:
  RecordedOutput(std::filesystem::path out, corpora::recording::TraceOrigin origin)
      : out_{std::move(out)}, origin_{std::move(origin)} {}

  [[nodiscard]] std::expected<void, std::string> add_to_folder(const oracle::Trace& trace) const {
    return corpora::text::write_trace(out_ / (trace.script + ".trace.textproto"),
                                      {.implementation = origin_.implementation,
                                       .system = origin_.system,
                                       .recorded = origin_.recorded,
                                       .trace = trace});
  }

  std::filesystem::path out_;
  corpora::recording::TraceOrigin origin_;
  bool is_folder_ = false;
  std::optional<corpora::recording::TraceWriter>
      file_;  // in a folder, the one that says it is unfinished
  std::uint64_t traces_ = 0;
  std::size_t steps_ = 0;
  std::string skipped_;
};

std::expected<std::vector<corpora::text::LoadedScript>, std::string> scripts_to_record(
    const RecordOptions& options) {
  if (options.generates_scripts()) return {};
  auto scripts = corpora::text::load_scripts(repository::scripts_named(options.scripts));
  if (!scripts) return scripts;
  std::uint64_t position = 0;
  std::erase_if(*scripts, [&](const auto&) { return !options.shard.has(position++); });
  return scripts;
}

std::expected<void, std::string> record_scripts(const std::vector<corpora::text::LoadedScript>& scripts,
                                                execution::Implementation& implementation,
                                                const search::RecordTrace& record) {
  execution::Progress progress{"scripts", scripts.size()};
  std::uint64_t done = 0;
  for (const corpora::text::LoadedScript& script : scripts) {
    if (implementations::child::interruption() != 0) break;
    if (auto recorded = record(implementation.observe(script.script)); !recorded) return recorded;
    progress.show(++done);
  }
  return {};
}

// A file of one trace is no place for those of all scripts.
bool names_one_trace(const std::filesystem::path& out) {
  const std::string name = out.filename().string();
  return name.ends_with(".trace") || name.ends_with(".textproto") || name.ends_with(".binpb");
}

int record(const RecordOptions& options) {
  if (names_one_trace(options.out)) {
    return reports::could_not_run(fmt::format(
        "--out {}: the name of one trace, but each script gives one (a name that ends in .traces or "
        ".traces.gz is a file for all of them, any other one a folder)",
        options.out.string()));
  }
  if (options.generates_scripts() && !corpora::recording::is_trace_file_name(options.out)) {
    return reports::could_not_run(fmt::format(
        "--out {}: not the name of a file for many traces, and generated scripts are too many for a "
        "folder (choose a name that ends in .traces or .traces.gz)",
        options.out.string()));
  }
  const auto scripts = scripts_to_record(options);
  if (!scripts) return reports::could_not_run(scripts.error());
  // The implementation runs in a child, so that a trace can end with a crash.
  auto implementation = execution::make_implementation(options.implementation,
                                                       {.isolation = implementations::Isolation::child,
                                                        .time_limit = options.time_limit,
                                                        .keep_going = options.keep_going});
  if (!implementation) return reports::could_not_run(implementation.error());
  auto output = RecordedOutput::open(options, **implementation);
  if (!output) return reports::could_not_run(output.error());
  const search::RecordTrace take = [&output](const oracle::Trace& trace) { return output->add(trace); };
  std::expected<void, std::string> recorded;
  if (options.sweep_depth) {
    const search::sweep::Space space{static_cast<unsigned>(*options.sweep_depth)};
    recorded = search::record_sweep(space, {.shard = options.shard}, **implementation, take);
  } else if (options.budget.is_given()) {
    recorded = search::record_by_budget(**implementation, options.budget, options.shard, take);
  } else {
    recorded = record_scripts(*scripts, **implementation, take);
  }
  if (recorded) recorded = output->finish();
  if (!recorded) return reports::could_not_run(recorded.error());
  const std::uint64_t traces = output->traces();
  fmt::print("{} {} in {}\n", traces, traces == 1 ? "trace" : "traces", options.out.string());
  return reports::exit_conforms;
}

}  // namespace

void add_record(Program& program) {
  Command command = program.subcommand("record", "Run scripts and write the traces");
  auto options = std::make_shared<RecordOptions>();
  add_implementation(command, options->implementation);
  const Option scripts = add_script_paths(command, options->scripts);
  const Option sweep =
      command
          .number("--sweep", options->sweep_depth, {1, search::sweep::depth_max},
                  "depth: record the scripts of netioconf sweep --depth instead; the traces need a file")
          .excludes(scripts);
  add_shard(command, options->shard, "the scripts");
  command
      .duration("--budget", options->budget.time,
                "record the scripts of a search by sweep and properties instead, for so long; the "
                "traces need a file")
      .excludes(scripts)
      .excludes(sweep);
  command
      .number("--budget-calls", options->budget.calls, {.min = 1},
              "calls after which that search ends, on every machine the same (no limit)")
      .excludes(scripts)
      .excludes(sweep);
  command
      .path("--out", options->out,
            "folder for a file for each trace, or one file for all of them: FILE.traces, or "
            "FILE.traces.gz, which is compressed")
      .required()
      .decides(Decides::output);
  add_keep_going(command, options->keep_going);
  add_time_limit(command, options->time_limit);
  command.text("--date", options->date, "date that the traces get").decides(Decides::output);
  command.footer(
      "Exit status: 0 recorded, 2 could not run, 129, 130 or 143 interrupted.\n"
      "Example: netioconf record --implementation emulated:windows --out out/traces\n"
      "         netioconf record --implementation linux --out out/linux.traces.gz\n"
      "         netioconf record --implementation library:./libfake.so --sweep 2 --shard 1/4 \\\n"
      "             --out out/sweep-1.traces.gz\n"
      "         netioconf record --implementation library:./libfake.so --budget 1h \\\n"
      "             --out out/search.traces.gz");
  command.run([options](const reports::Invocation&) { return record(*options); });
}

}  // namespace netioconf::conformance::cli

#include <fmt/format.h>

#include <vector>

#include "ci/benchmarks/programs/map_test.h"
#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/swept_scripts.h"
#include "corpora/recording/trace_writer.h"
#include "corpora/text/loader.h"
#include "reports/model/exit_status.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

namespace fs = std::filesystem;
using FileResult = std::expected<void, std::string>;

FileResult write_one_file(const fs::path& path, const std::vector<oracle::Trace>& traces) {
  auto writer = corpora::recording::TraceWriter::create(path, {"emulated", "", ""});
  if (!writer) return std::unexpected(writer.error());
  for (const oracle::Trace& trace : traces) {
    if (auto added = writer->add(trace); !added) return added;
  }
  return writer->finish();
}

// Text takes long, so only some of them.
FileResult write_text_files(const fs::path& folder, const std::vector<oracle::Trace>& traces) {
  for (std::size_t number = 0; number < traces.size(); number += 16) {
    const auto written = corpora::text::write_trace(folder / fmt::format("{}.trace.textproto", number),
                                                    {"emulated", "", "", traces[number]});
    if (!written) return written;
  }
  return {};
}

// Steps a second of reading and judging everything at a path.
Sample judged_files(std::string name, const fs::path& path) {
  double steps = 0;
  const double took = seconds_of(cpu_s, [&] {
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    const auto read =
        corpora::text::read_traces(std::span{&path, 1}, [&](const corpora::text::LoadedTrace& loaded) {
          keep(judge.judge(loaded.recording.trace));
          steps += static_cast<double>(loaded.recording.trace.steps.size());
          return std::string{};
        });
    if (!read) std::exit(reports::could_not_run(read.error()));
  });
  return {std::move(name), steps / took};
}

Sample judged_traces(std::string name, const std::vector<oracle::Trace>& traces) {
  double steps = 0;
  const double took = seconds_of(cpu_s, [&] {
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    for (const oracle::Trace& trace : traces) {
      keep(judge.judge(trace));
      steps += static_cast<double>(trace.steps.size());
    }
  });
  return {std::move(name), steps / took};
}

}  // namespace

int measure_judging(const Options& options) {
  const conformance::search::sweep::Space space{2};
  const auto plan = part_of_sweep(options.quick ? 5000 : 100);
  const auto implementation = implementation_named("emulated");
  const std::vector<oracle::Trace> traces = traces_of(space, plan, *implementation);
  const fs::path one_file = options.folder / "sweep.traces";
  const fs::path compressed = options.folder / "sweep.traces.gz";
  const fs::path text = options.folder / "text";
  fs::create_directories(text);
  for (const FileResult& written : {write_one_file(one_file, traces), write_one_file(compressed, traces),
                                    write_text_files(text, traces)}) {
    if (!written) return reports::could_not_run(written.error());
  }
  const int test_cases = options.quick ? 100 : 5000;
  const Take state_test = [test_cases] {
    std::uint64_t commands = 0;
    const double took = seconds_of(cpu_s, [&] { commands = test_a_map(test_cases); });
    return std::vector<Sample>{{"state_test", static_cast<double>(commands) / took}};
  };
  in_turn(options.times, {state_test, [&] { return std::vector{judged_files("stream", one_file)}; },
                          [&] { return std::vector{judged_files("compressed", compressed)}; },
                          [&] { return std::vector{judged_files("text", text)}; },
                          [&] { return std::vector{judged_traces("read", traces)}; }});
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs

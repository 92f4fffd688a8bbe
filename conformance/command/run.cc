#include "conformance/command/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "corpora/text.h"

namespace netioconf::conformance {
namespace {

using std::chrono::steady_clock;

void judge_into(reports::Summary& summary, oracle::Judge& judge, reports::Judged judged) {
  judged.judgement = judge.judge(judged.trace);
  summary.add(std::move(judged));
}

}  // namespace

reports::Report run(Implementation& implementation, const std::vector<corpora::LoadedScript>& scripts,
                    oracle::Profile profile, reports::Report before, const Progress& progress) {
  reports::Summary summary{std::move(before)};
  oracle::Judge judge{profile};
  std::size_t done = 0;
  for (const corpora::LoadedScript& script : scripts) {
    judge_into(summary, judge,
               {.path = script.path,
                .comment = corpora::words_of(script.comment),
                .trace = implementation.observe(script.script)});
    progress(++done, scripts.size());
  }
  return summary.report(judge.followed(), judge.coverage());
}

reports::Report judge_recorded(const std::vector<corpora::LoadedTrace>& traces, oracle::Profile profile,
                               reports::Report before) {
  reports::Summary summary{std::move(before)};
  oracle::Judge judge{profile};
  for (const corpora::LoadedTrace& trace : traces) {
    judge_into(summary, judge, {.path = trace.path, .comment = "", .trace = trace.recording.trace});
  }
  return summary.report(judge.followed(), judge.coverage());
}

Progress progress_on_terminal() {
  if (isatty(STDERR_FILENO) == 0) return [](std::size_t, std::size_t) {};
  const auto start = steady_clock::now();
  return [start, shown = start](std::size_t done, std::size_t count) mutable {
    const auto now = steady_clock::now();
    const bool last = done == count && shown != start;
    const bool due =
        now - start > std::chrono::seconds{2} && now - shown > std::chrono::milliseconds{200};
    if (!last && !due) return;
    shown = now;
    fmt::print(stderr, "\r{} of {} scripts{}", done, count, last ? "\n" : "");
    std::fflush(stderr);
  };
}

}  // namespace netioconf::conformance

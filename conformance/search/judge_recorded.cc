#include "conformance/search/judge_recorded.h"

#include <algorithm>
#include <set>
#include <utility>

#include "conformance/execution/progress.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/execution/shrink/deviation.h"
#include "conformance/execution/shrink/kept_scripts.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/run.h"
#include "conformance/search/sweep/space.h"
#include "corpora/text/text.h"

namespace netioconf::conformance::search {
namespace {

using corpora::text::LoadedTrace;

// The trace of a committed script is reported like a live run of that script. Any other trace in a file
// of many is one of a generated script: no file contains it. The replay of a deviation is a live run if
// the implementation can be here and its script is in a file; else the traces are judged again.
class RecordedTraces {
 public:
  RecordedTraces(oracle::readings::Profile profile, reports::Summary summary)
      : profile_{profile}, summary_{std::move(summary)}, judge_{profile} {}

  void take(LoadedTrace loaded) {
    if (traces_++ == 0) {
      implementation_ = loaded.recording.implementation;
      can_be_called_ = implementations::can_be_here(implementation_);
      summary_.set_implementation(implementation_);
      system_ = loaded.recording.system;
    }
    of_one_system_ &= system_ == loaded.recording.system;
    const bool is_of_first = implementation_ == loaded.recording.implementation;
    of_one_implementation_ &= is_of_first;
    const bool can_be_called =
        is_of_first ? can_be_called_ : implementations::can_be_here(loaded.recording.implementation);
    reports::Judged judged = judged_of(std::move(loaded));
    judged.needed.whole_run |= !can_be_called;
    judged.judgement = judge_.judge(judged.trace);
    summary_.add(std::move(judged));
  }

  void skip_rest_of(const corpora::text::CutFile& file) { summary_.add(skipped_rest(file)); }

  // Writes the script of each deviation that no file contains. The error names the file.
  [[nodiscard]] std::expected<void, std::string> keep_scripts(
      const std::optional<std::filesystem::path>& out) {
    execution::shrink::KeptScripts kept{out};
    for (const auto& [key, example] : summary_.examples()) {
      if (!example.path.empty()) continue;
      if (auto shown = keep(kept, key, example); !shown) return shown;
    }
    return {};
  }

  [[nodiscard]] RecordedResult result() const {
    reports::Report report = summary_.report(judge_.followed(), judge_.coverage());
    report.set_partial(is_partial(committed_, committed_names_));
    return {.report = execution::with_mutants(std::move(report)),
            .implementation = of_one_implementation_ ? implementation_ : "",
            .system = of_one_system_ ? system_ : "",
            .cut_files = {}};
  }

 private:
  [[nodiscard]] reports::Judged judged_of(LoadedTrace loaded) {
    oracle::Trace& trace = loaded.recording.trace;
    if (committed_names_.contains(trace.script)) {
      const std::filesystem::path path = repository::committed_scripts() / (trace.script + ".textproto");
      const auto script = corpora::text::load_scripts(std::span{&path, 1});
      if (script) {
        committed_.insert(trace.script);
        return {.path = script->front().path,
                .comment = corpora::text::words_of(script->front().comment),
                .trace = std::move(trace)};
      }
    }
    if (loaded.number == 0)
      return {.path = std::move(loaded.path),
              .comment = "",
              .trace = std::move(trace),
              .needed = {.whole_run = true}};
    return {.path = "",
            .comment = "",
            .origin = reports::Origin::generated,
            .rank = sweep::number_of_name(trace.script).value_or(loaded.number),
            .trace = std::move(trace)};
  }

  // The implementation is not available, so the script stays as long as it is. Whether it deviates alone
  // is clear from its trace.
  [[nodiscard]] std::expected<void, std::string> keep(execution::shrink::KeptScripts& kept,
                                                      const reports::GroupKey& key,
                                                      const reports::Judged& example) {
    execution::Execution alone{
        .script = reports::script_of(example.trace), .trace = example.trace, .judgement = {}};
    const std::string name = execution::shrink::name_for(key);
    alone.script.name = name;
    alone.trace.script = name;
    alone.judgement = oracle::engine::Judge{profile_}.judge(alone.trace);
    const auto groups = execution::shrink::deviations_of(alone.trace, alone.judgement);
    const bool stands_alone = std::find(groups.begin(), groups.end(), key) != groups.end();
    if (!stands_alone) alone.judgement = example.judgement;
    const std::string words =
        execution::shrink::words_for(key, alone) + " Recorded as " + example.trace.script + ".";
    const auto path = kept.keep(name, alone.script, words);
    if (!path) return std::unexpected(path.error());
    summary_.show(
        {.path = path->string(),
         .comment = words + (stands_alone ? "" : " It deviates only after the traces before it."),
         .origin = reports::Origin::generated,
         .trace = std::move(alone.trace),
         .judgement = std::move(alone.judgement),
         .needed = {.whole_run = !stands_alone || example.needed.whole_run}});
    return {};
  }

  oracle::readings::Profile profile_;
  reports::Summary summary_;
  oracle::engine::Judge judge_;
  // Looking for a file for each of a million traces takes longer than judging them.
  std::set<std::string> committed_names_ = committed_names();
  std::set<std::string> committed_;  // the names of the committed scripts among the traces
  std::uint64_t traces_ = 0;
  std::string implementation_;  // of the first trace
  bool can_be_called_ = false;
  bool of_one_implementation_ = true;
  std::string system_;  // of the first trace
  bool of_one_system_ = true;
};

}  // namespace

reports::Judged skipped_rest(const corpora::text::CutFile& file) {
  oracle::Trace rest;
  rest.script = file.path;
  rest.skipped = file.why;
  return {.path = "", .comment = "", .trace = std::move(rest)};
}

std::expected<RecordedResult, std::string> judge_recorded(
    std::span<const std::filesystem::path> traces, oracle::readings::Profile profile,
    const std::optional<std::filesystem::path>& out, reports::Summary summary) {
  RecordedTraces recorded{profile, std::move(summary)};
  execution::Progress progress{"traces", 0};
  std::uint64_t done = 0;
  const auto cut = corpora::text::read_traces(traces, [&](LoadedTrace loaded) {
    recorded.take(std::move(loaded));
    progress.show(++done);
    return implementations::child::interruption() == 0 ? std::string{}
                                                       : implementations::child::interruption_text();
  });
  if (!cut) return std::unexpected(cut.error().message);
  for (const corpora::text::CutFile& file : *cut) recorded.skip_rest_of(file);
  if (auto kept = recorded.keep_scripts(out); !kept) return std::unexpected(kept.error());
  RecordedResult result = recorded.result();
  result.cut_files = *cut;
  return result;
}

}  // namespace netioconf::conformance::search

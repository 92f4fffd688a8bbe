#include "conformance/search/recorded/judge_recorded.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include "conformance/execution/progress.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/execution/shrink/deviation.h"
#include "conformance/execution/shrink/kept_scripts.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/blocks/blocks.h"
#include "conformance/search/recorded/recorded_part.h"
#include "conformance/search/run.h"
#include "corpora/text/trace_batches.h"

namespace netioconf::conformance::search::recorded {
namespace {

using corpora::text::CutFile;
using corpora::text::LoadedTrace;
using corpora::text::TraceBatch;
using corpora::text::TraceBatches;

// What the traces before a block showed.
struct SeenBefore {
  oracle::engine::Judge judge;
  std::optional<std::size_t> damaged = {};  // a file, of which no more traces count

  [[nodiscard]] SeenBefore with_the_same_knowledge() const {
    return {.judge = judge.with_the_same_knowledge(), .damaged = damaged};
  }
  [[nodiscard]] bool knows_the_same_as(const SeenBefore& other) const {
    return damaged == other.damaged && judge.knows_the_same_as(other.judge);
  }
  void continue_from(const SeenBefore& other) {
    judge.continue_from(other.judge);
    damaged = other.damaged;
  }
};

struct JudgedBatch {
  RecordedPart part;
  std::vector<CutFile> cut_files = {};
};

// Judges the traces of files in batches.
class RecordedRun {
 public:
  RecordedRun(TraceBatches batches, oracle::readings::Profile profile, reports::Summary summary,
              std::size_t threads)
      : batches_{std::move(batches)},
        decoders_(threads),
        all_{.summary = std::move(summary)},
        seen_{.judge = oracle::engine::Judge{profile}} {}

  void run() {
    const blocks::Work<TraceBatch, JudgedBatch, SeenBefore> work{
        .next = [this] { return batches_.next(); },
        .judge = [this](std::size_t thread, const TraceBatch& batch,
                        SeenBefore& seen) { return judge(batch, decoders_[thread], seen); },
        .accept = [this](const TraceBatch& batch,
                         JudgedBatch& judged) { return accept(batch, judged); }};
    blocks::judge_in_blocks(decoders_.size(), seen_, work);
    if (all_.traces != 0) all_.summary.set_implementation(all_.implementation.first());
    for (const CutFile& file : cut_files_) all_.summary.add(skipped_rest(file));
  }

  [[nodiscard]] reports::Summary& summary() { return all_.summary; }

  [[nodiscard]] RecordedResult result() const {
    reports::Report report = all_.summary.report(seen_.judge.followed(), seen_.judge.coverage());
    report.set_partial(is_partial(all_.committed, committed_names_));
    return {.report = execution::with_mutants(std::move(report)),
            .implementation = all_.implementation.common(),
            .system = all_.system.common(),
            .cut_files = cut_files_};
  }

 private:
  [[nodiscard]] JudgedBatch judge(const TraceBatch& batch, corpora::recording::TraceDecoder& decoder,
                                  SeenBefore& seen) const {
    JudgedBatch judged{.part = {.summary = reports::Summary{{}}}};
    const auto take = [&](LoadedTrace loaded) {
      judged.part.take(std::move(loaded), seen.judge, committed_names_);
      return std::string{};
    };
    for (const corpora::text::PackedTraces& packed : batch) {
      if (seen.damaged == packed.file) continue;
      corpora::text::Unpacked unpacked = unpack(packed, decoder, take);
      if (unpacked.damaged) seen.damaged = packed.file;
      if (unpacked.cut) judged.cut_files.push_back(*std::move(unpacked.cut));
    }
    return judged;
  }

  [[nodiscard]] blocks::Then accept(const TraceBatch& batch, JudgedBatch& judged) {
    all_.add(std::move(judged.part));
    add_cut(std::move(judged.cut_files));
    progress_.show(all_.traces);
    if (implementations::child::interruption() == 0) return blocks::Then::go_on;
    cut_files_after(batch.back(), implementations::child::interruption_text());
    return blocks::Then::stop;
  }

  void cut_files_after(const corpora::text::PackedTraces& last, const std::string& why) {
    const bool is_cut = !cut_files_.empty() && cut_files_.back().path == last.path;
    if (!last.at_end && !is_cut)
      add_cut({corpora::text::cut_after(last.before + last.ends.size(), last.path, why)});
    add_cut(batches_.files_after(last.file, why));
  }

  void add_cut(std::vector<CutFile> files) { std::ranges::move(files, std::back_inserter(cut_files_)); }

  TraceBatches batches_;
  std::vector<corpora::recording::TraceDecoder> decoders_;  // one for each thread
  std::set<std::string> committed_names_ = committed_names();
  RecordedPart all_;
  SeenBefore seen_;
  std::vector<CutFile> cut_files_;
  execution::Progress progress_{"traces", 0};
};

// The implementation is not available, so the script stays as long as it is. Whether it deviates alone
// is clear from its trace.
std::expected<void, std::string> keep(execution::shrink::KeptScripts& kept, const reports::GroupKey& key,
                                      const reports::Judged& example, oracle::readings::Profile profile,
                                      reports::Summary& summary) {
  execution::Execution alone{.script = reports::script_of(example.trace), .trace = example.trace};
  const std::string name = execution::shrink::name_for(key);
  alone.script.name = name;
  alone.trace.script = name;
  alone.judgement = oracle::engine::Judge{profile}.judge(alone.trace);
  const bool stands_alone =
      execution::shrink::find_deviation(alone.trace, alone.judgement, key) != nullptr;
  if (!stands_alone) alone.judgement = example.judgement;
  const std::string words =
      execution::shrink::words_for(key, alone) + " Recorded as " + example.trace.script + ".";
  const auto path = kept.keep(name, alone.script, words);
  if (!path) return std::unexpected(path.error());
  summary.show({.path = path->string(),
                .comment = words + (stands_alone ? "" : " It deviates only after the traces before it."),
                .origin = reports::Origin::generated,
                .trace = std::move(alone.trace),
                .judgement = std::move(alone.judgement),
                .needed = {.whole_run = !stands_alone || example.needed.whole_run}});
  return {};
}

// In a whole run more can be known of the answers that the implementation follows, so that less is
// allowed. The example of a committed script becomes what that script shows alone.
void show_alone(const reports::GroupKey& key, reports::Judged example, oracle::readings::Profile profile,
                reports::Summary& summary) {
  auto judgement = oracle::engine::Judge{profile}.judge(example.trace);
  if (execution::shrink::find_deviation(example.trace, judgement, key) == nullptr) return;
  example.judgement = std::move(judgement);
  summary.set_example(key, std::move(example));
}

// Writes the script of each deviation that no file contains. The error names the file.
std::expected<void, std::string> keep_scripts(const std::optional<std::filesystem::path>& out,
                                              oracle::readings::Profile profile,
                                              reports::Summary& summary) {
  execution::shrink::KeptScripts kept{out};
  for (auto& [key, example] : summary.examples()) {
    if (!example.path.empty()) {
      show_alone(key, std::move(example), profile, summary);
      continue;
    }
    if (auto shown = keep(kept, key, example, profile, summary); !shown) return shown;
  }
  return {};
}

}  // namespace

reports::Judged skipped_rest(const corpora::text::CutFile& file) {
  oracle::Trace rest;
  rest.script = file.path;
  rest.skipped = file.why;
  return {.trace = std::move(rest)};
}

std::expected<RecordedResult, std::string> judge_recorded(std::span<const std::filesystem::path> traces,
                                                          const RecordedOptions& options,
                                                          reports::Summary summary) {
  auto batches = TraceBatches::of(traces);
  if (!batches) return std::unexpected(batches.error());
  RecordedRun run{*std::move(batches), options.profile, std::move(summary), options.threads};
  run.run();
  if (auto kept = keep_scripts(options.out, options.profile, run.summary()); !kept)
    return std::unexpected(kept.error());
  return run.result();
}

}  // namespace netioconf::conformance::search::recorded

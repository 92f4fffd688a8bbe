#include "conformance/search/recorded/recorded_part.h"

#include <optional>
#include <utility>

#include "conformance/implementations/kinds.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/sweep/space.h"
#include "corpora/text/loader.h"
#include "corpora/text/text.h"

namespace netioconf::conformance::search::recorded {
namespace {

using corpora::text::LoadedTrace;

std::optional<corpora::text::LoadedScript> committed_script(const std::string& name) {
  const auto script =
      corpora::text::load_scripts(repository::committed_scripts() / (name + ".textproto"));
  return script ? std::optional{script->front()} : std::nullopt;
}

reports::Judged judged_of_committed(oracle::Trace trace, const corpora::text::LoadedScript& script) {
  return {.path = script.path,
          .comment = corpora::text::words_of(script.comment),
          .trace = std::move(trace)};
}

reports::Judged judged_of_other(LoadedTrace loaded) {
  oracle::Trace& trace = loaded.recording.trace;
  if (loaded.number == 0)
    return {.path = std::move(loaded.path), .trace = std::move(trace), .needed = {.whole_run = true}};
  return {.origin = reports::Origin::generated,
          .rank = sweep::number_of_name(trace.script).value_or(loaded.number),
          .trace = std::move(trace)};
}

}  // namespace

void CommonText::meet(const std::string& text) {
  if (is_first_) first_ = text;
  is_first_ = false;
  is_common_ = is_common_ && first_ == text;
}

void CommonText::meet(const CommonText& later) {
  if (later.is_first_) return;
  meet(later.first_);
  is_common_ = is_common_ && later.is_common_;
}

void RecordedPart::take(LoadedTrace loaded, oracle::engine::Judge& judge,
                        const std::set<std::string>& committed_names) {
  const std::string& by = loaded.recording.implementation;
  if (traces++ == 0) can_be_called = implementations::can_be_here(by);
  implementation.meet(by);
  system.meet(loaded.recording.system);
  const bool can_be_here =
      by == implementation.first() ? can_be_called : implementations::can_be_here(by);
  std::optional<corpora::text::LoadedScript> script;
  if (committed_names.contains(loaded.recording.trace.script))
    script = committed_script(loaded.recording.trace.script);
  if (script) committed.insert(loaded.recording.trace.script);
  reports::Judged judged = script ? judged_of_committed(std::move(loaded.recording.trace), *script)
                                  : judged_of_other(std::move(loaded));
  judged.needed.whole_run |= !can_be_here;
  judged.judgement = judge.judge(judged.trace);
  summary.add(std::move(judged));
}

void RecordedPart::add(RecordedPart later) {
  summary.add(std::move(later.summary));
  committed.merge(later.committed);
  traces += later.traces;
  implementation.meet(later.implementation);
  system.meet(later.system);
}

}  // namespace netioconf::conformance::search::recorded

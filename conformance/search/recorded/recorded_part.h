#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "corpora/text/trace_batches.h"
#include "oracle/engine/judge.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search::recorded {

// A text that all traces have in common, or not.
class CommonText {
 public:
  void meet(const std::string& text);
  void meet(const CommonText& later);
  // Of the first trace.
  [[nodiscard]] const std::string& first() const { return first_; }
  // Empty if the traces have several.
  [[nodiscard]] std::string common() const { return is_common_ ? first_ : ""; }

 private:
  std::string first_;
  bool is_first_ = true;
  bool is_common_ = true;
};

// Some of the recorded traces, judged: those of a block, or those of all blocks.
//
// The trace of a committed script is reported like a live run of that script. Any other trace in a file
// of many is one of a generated script: no file contains it. The replay of a deviation is a live run if
// the implementation can be here and its script is in a file; else the traces are judged again.
struct RecordedPart {
  reports::Summary summary;
  std::set<std::string> committed = {};  // the names of the committed scripts among the traces
  std::uint64_t traces = 0;
  CommonText implementation = {};
  CommonText system = {};
  bool can_be_called = false;  // the first implementation, here

  // Judges a trace. `committed_names` are those of all committed scripts: looking for a file for each of
  // a million traces takes longer than judging them.
  void take(corpora::text::LoadedTrace loaded, oracle::engine::Judge& judge,
            const std::set<std::string>& committed_names);
  // Adds the traces after these.
  void add(RecordedPart later);
};

}  // namespace netioconf::conformance::search::recorded

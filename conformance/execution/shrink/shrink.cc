#include "conformance/execution/shrink/shrink.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "conformance/execution/shrink/hosts.h"
#include "conformance/execution/shrink/members.h"
#include "conformance/execution/shrink/numbers.h"
#include "corpora/codec/codec.h"

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Script;
using std::chrono::steady_clock;
using ScriptCandidates = std::vector<oracle::Script> (*)(const oracle::Script&);

std::vector<Script> without_an_operation(const Script& script) {
  std::vector<Script> candidates;
  for (std::size_t position = script.operations.size(); position-- > 0;) {
    candidates.push_back(without(script, position, 1));
  }
  return candidates;
}

class Reduction {
 public:
  Reduction(const Script& script, const StillFails& still_fails, const ShrinkLimits& limits)
      : script_{script},
        still_fails_{still_fails},
        limits_{limits},
        deadline_{steady_clock::now() + limits.time_max} {}

  Shrunk carry_out() {
    ++runs_;
    if (!still_fails_(script_)) return {script_, ShrinkEnd::never_failed, runs_};
    Script before;
    do {
      before = script_;
      drop_operations();
      exhaust(without_an_operation);
      exhaust(without_a_link);
      exhaust(with_links_renamed);
      exhaust(with_like_members_reset);
      exhaust(with_a_member_reset);
    } while (end_ == ShrinkEnd::minimal && script_ != before);
    return {std::move(script_), end_, runs_};
  }

 private:
  // Takes the candidate if it still fails. A candidate is tried once only.
  bool adopt(Script candidate) {
    if (end_ != ShrinkEnd::minimal || candidate == script_) return false;
    if (!tried_.insert(corpora::codec::encode(candidate).SerializeAsString()).second) return false;
    if (runs_ == limits_.runs_max) end_ = ShrinkEnd::out_of_runs;
    if (steady_clock::now() > deadline_) end_ = ShrinkEnd::out_of_time;
    if (end_ != ShrinkEnd::minimal) return false;
    ++runs_;
    if (!still_fails_(candidate)) return false;
    script_ = std::move(candidate);
    return true;
  }

  // Drops operations from the end, because those after the failure are not needed, in ever smaller
  // pieces.
  void drop_operations() {
    for (std::size_t size = script_.operations.size(); size > 1; size /= 2) {
      for (std::size_t end = script_.operations.size(); end > 0;) {
        const std::size_t first = end - std::min(size, end);
        adopt(without(script_, first, end - first));
        end = std::min(first, script_.operations.size());
      }
    }
  }

  // Tries candidates in turn. After one is taken it continues with the next position and does not start
  // again.
  void exhaust(ScriptCandidates candidates_of) {
    std::vector<Script> candidates = candidates_of(script_);
    for (std::size_t position = 0; position < candidates.size();) {
      if (adopt(std::move(candidates[position]))) {
        candidates = candidates_of(script_);
      } else {
        ++position;
      }
    }
  }

  Script script_;
  const StillFails& still_fails_;
  const ShrinkLimits& limits_;
  steady_clock::time_point deadline_;
  std::size_t runs_ = 0;
  ShrinkEnd end_ = ShrinkEnd::minimal;
  std::unordered_set<std::string> tried_;
};

}  // namespace

Shrunk shrink(const Script& script, const StillFails& still_fails, const ShrinkLimits& limits) {
  return Reduction{script, still_fails, limits}.carry_out();
}

bool is_minimal(const Script& script, const StillFails& still_fails) {
  if (!still_fails(script)) return false;
  for (const ScriptCandidates candidates_of :
       {without_an_operation, without_a_link, with_a_member_reset}) {
    for (const Script& candidate : candidates_of(script)) {
      if (candidate != script && still_fails(candidate)) return false;
    }
  }
  return true;
}

std::string in_words(const Shrunk& shrunk) {
  switch (shrunk.end) {
    case ShrinkEnd::minimal:
      return "nothing more can be left out";
    case ShrinkEnd::out_of_runs:
      return fmt::format("stopped after {} runs", shrunk.runs);
    case ShrinkEnd::out_of_time:
      return fmt::format("stopped at the time limit after {} runs", shrunk.runs);
    case ShrinkEnd::never_failed:
      return "it does not fail";
  }
  return "";
}

}  // namespace netioconf::conformance::execution::shrink

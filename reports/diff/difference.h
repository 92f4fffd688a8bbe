#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"
#include "reports/comparison.pb.h"

namespace netioconf::reports::diff {

// As a clause: "some break a rule that others keep".
[[nodiscard]] std::string_view words_for(DifferenceKind::Value kind);

// Whether the documents are ambiguous: every kind without a broken rule.
[[nodiscard]] bool is_ambiguous(DifferenceKind::Value kind);

// Implementations that gave equivalent answers at a step.
struct AgreeingGroup {
  std::vector<std::size_t> runs;  // indices into the comparison, ascending
  oracle::Verdict verdict = oracle::Verdict::conforms;
  std::string rule;     // the rule that it breaks; empty unless it deviates
  std::string outcome;  // name of the status, or of the ending
  std::string reply;    // as text

  friend bool operator==(const AgreeingGroup&, const AgreeingGroup&) = default;
};

// What a difference is attributed to, as in DifferenceWords.
struct Cause {
  DifferenceKind::Value kind = DifferenceKind::silent;
  std::string rule;     // broken, shared: the rule
  std::string reading;  // reading: the question; broken: the question with inconsistent answers
  std::string subject;  // the subject of the question
  std::vector<std::string> rules;  // order, silent, undecided: the rules that applied to the call

  friend auto operator<=>(const Cause&, const Cause&) = default;
};

// What identifies a difference: rule or reading, call, and which implementations agree.
struct DifferenceKey {
  Cause cause;
  oracle::Call call = oracle::Call::create_route;
  // The runs of each group. If a rule is broken, only the runs that break it: the answers of the others
  // are allowed, and what these differ in is a separate difference.
  std::vector<std::vector<std::size_t>> agreeing;

  friend auto operator<=>(const DifferenceKey&, const DifferenceKey&) = default;
};

// A place in one script where implementations differ.
struct Divergence {
  Cause cause;
  oracle::Call call = oracle::Call::create_route;
  DifferenceAspect::Value aspect = DifferenceAspect::status;
  std::vector<AgreeingGroup> groups;  // those that deviate first, then by their first run
  std::vector<std::size_t> steps;     // for each run its step in the trace; none if it takes no part
  std::string place;                  // "step 2", "the tables after step 2"
};
inline constexpr std::size_t no_step = static_cast<std::size_t>(-1);

[[nodiscard]] DifferenceKey key_of(const Divergence& divergence);

// The id of a difference: the broken rule or the question; otherwise the rules that applied, joined by a
// plus; "nothing-said" if there are none.
[[nodiscard]] std::string id_of(const Cause& cause);

// A script as each of the implementations ran it. An implementation that did not run it has an empty
// trace.
struct Compared {
  std::string name;
  std::string path;  // empty if the script is in no file
  std::string comment;
  Origin::Value origin = Origin::committed;
  std::uint64_t rank = 0;  // a group shows the lowest rank among scripts with equally many operations
  std::vector<oracle::Trace> traces;
  std::vector<oracle::Judgement> judgements;
  std::vector<bool> done;  // whether the implementation ran it
};

// Differences that count as one: the same rule or reading, the same call, the same implementations
// agreeing.
struct Difference {
  DifferenceKey key;
  std::uint64_t places = 0;                        // where it was observed
  std::map<std::string, std::uint64_t> committed;  // places by script
  std::uint64_t generated = 0;                     // places in generated scripts
  Compared example;                                // the shortest script
  Divergence shown;                                // its place in the example
  std::string replay;                              // the command that repeats the example
};

// The implementations that take part, in the order of the groups.
[[nodiscard]] std::vector<std::size_t> participants(const Difference& difference);

// The example as the first of these implementations ran it. If the host can be chosen, it is the host
// that the script asks for.
[[nodiscard]] const oracle::Trace& shown_trace(const Difference& difference);

// The difference as a comparison describes it.
[[nodiscard]] DifferenceWords words_of(const Difference& difference);

}  // namespace netioconf::reports::diff

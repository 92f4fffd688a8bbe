#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::diff {

// The reason why implementations differ at a place.
enum class DivergenceKind : std::uint8_t {
  broken,     // some break a rule that the others keep
  shared,     // all break it in the same way: a finding, not a difference
  reading,    // an open question, answered with different answers that the documents allow
  order,      // several rules refuse the call, and no document says which of them comes first
  silent,     // the documents do not specify it
  undecided,  // the documents allow no verdict on some of the answers
};
inline constexpr std::size_t kind_count = 6;
[[nodiscard]] std::string_view name_of(DivergenceKind kind);
// As a clause: "some break a rule that others keep".
[[nodiscard]] std::string_view words_for(DivergenceKind kind);

// Whether the documents are ambiguous: every kind without a broken rule.
[[nodiscard]] bool is_ambiguous(DivergenceKind kind);

// What the answers differ in.
enum class Aspect : std::uint8_t {
  status,
  state,        // the tables afterwards
  answer,       // what the call returned or delivered to a callback
  consistency,  // the answers are equivalent, but one contradicts an earlier step of its implementation
};
[[nodiscard]] std::string_view name_of(Aspect aspect);

// Implementations that gave equivalent answers at a step.
struct AgreeingGroup {
  std::vector<std::size_t> runs;  // indices into the comparison, ascending
  oracle::Verdict verdict = oracle::Verdict::conforms;
  std::string rule;     // the rule that it breaks; empty unless it deviates
  std::string outcome;  // name of the status, or of the ending
  std::string reply;    // as text

  friend bool operator==(const AgreeingGroup&, const AgreeingGroup&) = default;
};

// What a difference is attributed to.
struct Cause {
  DivergenceKind kind = DivergenceKind::silent;
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
  Aspect aspect = Aspect::status;
  std::vector<AgreeingGroup> groups;  // those that deviate first, then by their first run
  std::vector<std::size_t> steps;     // for each run its step in the trace; none if it takes no part
  std::string place;                  // "step 2", "the tables after step 2"
};
inline constexpr std::size_t no_step = static_cast<std::size_t>(-1);

[[nodiscard]] DifferenceKey key_of(const Divergence& divergence);

// The id of a difference: the broken rule or the question; otherwise the rules that applied, joined by a
// plus; "nothing-said" if there are none.
[[nodiscard]] std::string id_of(const Cause& cause);

}  // namespace netioconf::reports::diff

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports {

// What a place where implementations part comes down to.
enum class Kind : std::uint8_t {
  broken,     // some break a rule that the others keep
  shared,     // all break it alike: no difference, but a finding
  reading,    // an open question, answered in several of the ways that the documents allow
  order,      // several rules refuse the call, and no document says which of them comes first
  silent,     // the documents say nothing of it
  undecided,  // the documents allow no verdict of what some answered
};
inline constexpr std::size_t kind_count = 6;
[[nodiscard]] std::string_view name_of(Kind kind);
// In a sentence: "a rule is broken", "the documents allow each".
[[nodiscard]] std::string_view words_for(Kind kind);

// Where the documents leave room: all kinds but those with a rule that is broken.
[[nodiscard]] bool is_ambiguous(Kind kind);

// What the answers differ in.
enum class Aspect : std::uint8_t {
  status,
  state,        // the tables afterwards
  answer,       // what was handed out or called back
  consistency,  // the answers are alike, but one contradicts what its implementation did before
};
[[nodiscard]] std::string_view name_of(Aspect aspect);

// Implementations that answered alike at a step.
struct Camp {
  std::vector<std::size_t> runs;  // by their place in the comparison, ascending
  oracle::Verdict verdict = oracle::Verdict::conforms;
  std::string rule;     // that it breaks; empty unless it deviates
  std::string outcome;  // name of the status, or of the ending
  std::string reply;    // as a person writes it

  friend bool operator==(const Camp&, const Camp&) = default;
};

// What a difference is laid to.
struct Cause {
  Kind kind = Kind::silent;
  std::string rule;                // broken, shared: the rule
  std::string reading;             // reading: the question; broken: that was answered in two ways
  std::string subject;             // of the question
  std::vector<std::string> rules;  // order, silent, undecided: the rules that applied to the call

  friend auto operator<=>(const Cause&, const Cause&) = default;
};

// What tells one difference from others: rule or reading, call, and which implementations agree.
struct DifferenceKey {
  Cause cause;
  oracle::Call call = oracle::Call::create_route;
  // The runs of each camp; where a rule is broken, of those only that break it: what the others do is
  // allowed, and how they differ in it is another difference.
  std::vector<std::vector<std::size_t>> agreeing;

  friend auto operator<=>(const DifferenceKey&, const DifferenceKey&) = default;
};

// A place in one script where implementations part.
struct Parting {
  Cause cause;
  oracle::Call call = oracle::Call::create_route;
  Aspect aspect = Aspect::status;
  std::vector<Camp> camps;         // those that deviate first, then by their first run
  std::vector<std::size_t> steps;  // of each run its step in the trace; where it takes no part: none
  std::string place;               // "step 2", "the tables after step 2"
};
inline constexpr std::size_t no_step = static_cast<std::size_t>(-1);

[[nodiscard]] DifferenceKey key_of(const Parting& parting);

// The id that a difference is known by: of the rule that is broken or the question that was answered,
// otherwise of the rules that applied, joined by a plus; "nothing-said" where there are none.
[[nodiscard]] std::string id_of(const Cause& cause);

}  // namespace netioconf::reports

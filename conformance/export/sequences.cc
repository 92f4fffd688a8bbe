#include "conformance/export/sequences.h"

#include <algorithm>
#include <optional>

namespace netioconf::conformance::exporting {
namespace {

// With more sequences than this, comparing each with each takes too long.
constexpr std::size_t merged_count_max = 512;

// The only step in which two sequences differ, if they have the same content there.
std::optional<std::size_t> only_difference(const Sequence& one, const Sequence& other) {
  std::optional<std::size_t> difference;
  for (std::size_t step = 0; step < one.size(); ++step) {
    if (one[step] == other[step]) continue;
    if (difference || one[step].content != other[step].content) return std::nullopt;
    difference = step;
  }
  return difference;
}

bool merge_a_pair(Sequences& sequences) {
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    for (std::size_t j = i + 1; j < sequences.size(); ++j) {
      const bool same = sequences[i] == sequences[j];
      const auto step = only_difference(sequences[i], sequences[j]);
      if (!same && !step) continue;
      if (step) sequences[i][*step].statuses.insert(sequences[j][*step].statuses);
      sequences.erase(sequences.begin() + static_cast<std::ptrdiff_t>(j));
      return true;
    }
  }
  return false;
}

}  // namespace

void add_to(std::vector<Continuation>& continuations, Choice choice, Sequences rest) {
  for (Continuation& each : continuations) {
    if (each.choice.content != choice.content || each.rest != rest) continue;
    each.choice.statuses.insert(choice.statuses);
    return;
  }
  continuations.push_back({.choice = std::move(choice), .rest = std::move(rest)});
}

Sequences joined(const std::vector<Continuation>& continuations) {
  Sequences sequences;
  for (const Continuation& continuation : continuations) {
    for (const Sequence& rest : continuation.rest) {
      Sequence& sequence = sequences.emplace_back();
      sequence.reserve(rest.size() + 1);
      sequence.push_back(continuation.choice);
      sequence.insert(sequence.end(), rest.begin(), rest.end());
    }
  }
  while (sequences.size() <= merged_count_max && merge_a_pair(sequences)) {
  }
  return sequences;
}

}  // namespace netioconf::conformance::exporting

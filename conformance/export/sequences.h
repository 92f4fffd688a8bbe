#pragma once

#include <vector>

#include "conformance/export/reproduction.h"

namespace netioconf::conformance::exporting {

// The answer that one way allows for a step.
struct Choice {
  oracle::StatusSet statuses;
  Content content;

  friend bool operator==(const Choice&, const Choice&) = default;
};

// A way through a script or through the rest of one: a choice for each step.
using Sequence = std::vector<Choice>;
using Sequences = std::vector<Sequence>;

// A choice with all sequences that can follow it.
struct Continuation {
  Choice choice;
  Sequences rest;
};

// Adds a choice. It is merged with a choice of the same content that the same sequences can follow.
void add_to(std::vector<Continuation>& continuations, Choice choice, Sequences rest);

// All sequences of all continuations. Sequences that differ only in the statuses of one step are merged.
[[nodiscard]] Sequences joined(const std::vector<Continuation>& continuations);

}  // namespace netioconf::conformance::exporting

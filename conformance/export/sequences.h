#pragma once

#include <vector>

#include "conformance/export/reproduction.h"

namespace netioconf::conformance {

// What one step may answer in one way through the open questions.
struct Choice {
  oracle::StatusSet statuses;
  Content content;

  friend bool operator==(const Choice&, const Choice&) = default;
};

// Ways through a script, or through the rest of one: a choice a step.
using Sequence = std::vector<Choice>;
using Sequences = std::vector<Sequence>;

// A choice with all that may come after it.
struct Continuation {
  Choice choice;
  Sequences rest;
};

// Adds a choice; where the same may come after one with the same content, both become one.
void add_to(std::vector<Continuation>& continuations, Choice choice, Sequences rest);

// All sequences of all continuations. Those that differ in the statuses of one step only become one.
[[nodiscard]] Sequences joined(const std::vector<Continuation>& continuations);

}  // namespace netioconf::conformance

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "oracle/model/trace.h"

namespace netioconf::conformance::search::properties::relations {

// Runs a script and keeps its trace. The trace is valid until the check of the relation ends.
// Observations are numbered from 0.
using Observe = std::function<const oracle::Trace&(const oracle::Script&)>;

// Where an implementation breaks a relation.
struct Broken {
  std::string rule;             // the promise that the relation follows from
  std::size_t observation = 0;  // of the trace that shows it
  std::size_t step = 0;         // in that trace
  std::string member;           // "Metric", "the table", "the status"
  std::string allowed;
  std::string observed;
};

// A relation between the answers to a script and the answers to a variant of it. It holds under every
// reading, so the oracle is not needed. It also holds if it does not apply to a script, or if the pages
// promise nothing about the script.
struct Relation {
  std::string_view name;  // in snake_case
  std::string_view says;
  std::optional<Broken> (*check)(const oracle::Script& script, const Observe& observe);
};

[[nodiscard]] std::span<const Relation> relations();
[[nodiscard]] const Relation* find_relation(std::string_view name);

// The checks of the relations.
[[nodiscard]] std::optional<Broken> ignored_members(const oracle::Script&, const Observe&);
[[nodiscard]] std::optional<Broken> link_names(const oracle::Script&, const Observe&);
[[nodiscard]] std::optional<Broken> created_again(const oracle::Script&, const Observe&);
[[nodiscard]] std::optional<Broken> creates_in_any_order(const oracle::Script&, const Observe&);
[[nodiscard]] std::optional<Broken> refused_calls(const oracle::Script&, const Observe&);
[[nodiscard]] std::optional<Broken> read_as_created(const oracle::Script&, const Observe&);
[[nodiscard]] std::optional<Broken> best_of_the_table(const oracle::Script&, const Observe&);

}  // namespace netioconf::conformance::search::properties::relations

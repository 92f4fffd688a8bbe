#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conformance/search/properties/relations/relations.h"
#include "oracle/model/calls.h"
#include "oracle/model/trace.h"

// Compares two runs in the parts that are the same under every reading.
namespace netioconf::conformance::search::properties::relations {

// Members that a script leaves to the stack, because a row has no legal value for them. Their values can
// differ between two runs.
struct LeftToTheStack {
  bool metric = false;
  bool protocol = false;
  bool site_prefix = false;
  bool lifetimes = false;
};
[[nodiscard]] LeftToTheStack left_to_the_stack(const oracle::Script& script);

// Whether the pages promise the effects of all calls of the script, and the effects last: no row is
// misaligned, no callback is NULL, no route is valid for less than an hour, and no call moves the clock.
[[nodiscard]] bool is_steady(const oracle::Script& script);

// Whether the trace is complete and no answer depends on the environment (no memory, no privilege).
[[nodiscard]] bool is_steady(const oracle::Trace& trace);

// The steps of the script itself, without the probes inserted after them.
[[nodiscard]] std::vector<std::size_t> own_steps(const oracle::Trace& trace);

// The script with calls at its end that read both tables.
[[nodiscard]] oracle::Script with_a_last_look(oracle::Script script);

struct RelationDifference {
  std::string member;
  std::string expected;
  std::string seen;
};
// The difference between the replies to one call in two runs. Two failures are the same whatever their
// status, because the status of every broken rule is allowed. Not compared: notifications, flags, ages
// within the hour, which of several equally good routes is best, and the order of rows.
[[nodiscard]] std::optional<RelationDifference> difference(const oracle::Step& expected,
                                                           const oracle::Step& seen,
                                                           const LeftToTheStack& left);

// Compares the `steps` of the first trace in order with as many steps of the second.
[[nodiscard]] std::optional<Broken> first_difference(const oracle::Trace& expected,
                                                     const std::vector<std::size_t>& expected_steps,
                                                     const oracle::Trace& seen,
                                                     const std::vector<std::size_t>& seen_steps,
                                                     const LeftToTheStack& left);

[[nodiscard]] bool succeeded(const oracle::Reply& reply);

// The row from which a call creates an entry; nullptr: the call creates none, or its row is NULL.
template <class Row>
[[nodiscard]] const Row* created_row(const oracle::Operation& operation) {
  const auto* call = std::get_if<oracle::CallOn<Row>>(&operation);
  return call != nullptr && oracle::creates(call->call) && call->row ? &*call->row : nullptr;
}

// Whether every reading treats the key of the entry as ordinary: one family, no host bits, no stray
// bytes, no addresses of a special class, no address of a link. It leaves no member to the stack.
[[nodiscard]] bool is_plain(const oracle::RouteRow& row, const oracle::Host& host);
[[nodiscard]] bool is_plain(const oracle::AnycastRow& row, const oracle::Host& host);

}  // namespace netioconf::conformance::search::properties::relations

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conformance/search/properties/relations/relations.h"
#include "oracle/model/trace.h"

// What may be compared between two runs without asking which answers an implementation gives to the open
// questions.
namespace netioconf::conformance {

// Members that a script leaves to the stack by giving a row no legal value: they may come out otherwise
// the next time.
struct LeftToTheStack {
  bool metric = false;
  bool protocol = false;
  bool site_prefix = false;
  bool lifetimes = false;
};
[[nodiscard]] LeftToTheStack left_to_the_stack(const oracle::Script& script);

// Whether all of the script's calls are such that their effects are promised and last: no row is
// misaligned, no callback is NULL, no route is valid for less than an hour.
[[nodiscard]] bool is_steady(const oracle::Script& script);

// Whether the trace came to its end, with no answer that owes to the weather: no memory, no privilege.
[[nodiscard]] bool is_steady(const oracle::Trace& trace);

// The script's own steps, without the looks put in behind them.
[[nodiscard]] std::vector<std::size_t> own_steps(const oracle::Trace& trace);

// The script with a look at both tables at its end.
[[nodiscard]] oracle::Script with_a_last_look(oracle::Script script);

struct Difference {
  std::string member;
  std::string expected;
  std::string seen;
};
// Between the replies to one call in two runs. Of statuses only whether they mean success is compared,
// as each broken rule's status is allowed, the next time another one. Notifications, flags, ages within
// the hour and which of several equally good routes is best are not compared; the order of rows is not
// either.
[[nodiscard]] std::optional<Difference> difference(const oracle::Step& expected,
                                                   const oracle::Step& seen, const LeftToTheStack& left);

// Compares steps pairwise, in order; `steps` of the first and as many of the second.
[[nodiscard]] std::optional<Broken> first_difference(const oracle::Trace& expected,
                                                     const std::vector<std::size_t>& expected_steps,
                                                     const oracle::Trace& seen,
                                                     const std::vector<std::size_t>& seen_steps,
                                                     const LeftToTheStack& left);

[[nodiscard]] bool succeeded(const oracle::Reply& reply);

// A route whose key no reading of the pages finds odd: of one family, without host bits and stray bytes,
// between addresses of no special class. Nothing is left to the stack.
[[nodiscard]] bool is_plain(const oracle::RouteRow& row);
[[nodiscard]] bool is_plain(const oracle::AnycastRow& row);

}  // namespace netioconf::conformance

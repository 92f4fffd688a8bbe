#include <algorithm>
#include <numeric>
#include <utility>

#include "conformance/search/properties/relations/comparison.h"
#include "oracle/state/key.h"

namespace netioconf::conformance::search::properties::relations {
namespace {

using oracle::Operation;

bool on_one_link(const oracle::Host& host, const auto& one, const auto& other) {
  return oracle::named_link(host, one.luid, one.index) ==
         oracle::named_link(host, other.luid, other.index);
}

// Whether the keys differ under every reading: another link, or another prefix without its host bits.
bool are_independent(const oracle::Host& host, const Operation& one, const Operation& other) {
  const oracle::RouteRow* route = created_row<oracle::RouteRow>(one);
  const oracle::RouteRow* other_route = created_row<oracle::RouteRow>(other);
  if (route != nullptr && other_route != nullptr) {
    const auto prefix = [](const oracle::RouteRow& row) {
      return std::pair{row.destination.length,
                       oracle::masked(oracle::bare(row.destination.address), row.destination.length)};
    };
    return !on_one_link(host, *route, *other_route) || prefix(*route) != prefix(*other_route);
  }
  const oracle::AnycastRow* anycast = created_row<oracle::AnycastRow>(one);
  const oracle::AnycastRow* other_anycast = created_row<oracle::AnycastRow>(other);
  if (anycast != nullptr && other_anycast != nullptr) {
    return !on_one_link(host, *anycast, *other_anycast) ||
           oracle::bare(anycast->address) != oracle::bare(other_anycast->address);
  }
  return (route != nullptr || anycast != nullptr) &&
         (other_route != nullptr || other_anycast != nullptr);
}

// The position of each operation after independent neighbours have been swapped.
std::vector<std::size_t> order_with_swaps(const oracle::Script& script) {
  std::vector<std::size_t> order(script.operations.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t position = 0; position + 1 < order.size(); ++position) {
    if (!are_independent(script.host, script.operations[position], script.operations[position + 1]))
      continue;
    std::swap(order[position], order[position + 1]);
    ++position;
  }
  return order;
}

}  // namespace

std::optional<Broken> creates_in_any_order(const oracle::Script& script, const Observe& observe) {
  if (!is_steady(script)) return std::nullopt;
  const oracle::Script whole = with_a_last_look(script);
  const std::vector<std::size_t> order = order_with_swaps(whole);
  if (std::ranges::is_sorted(order)) return std::nullopt;
  oracle::Script swapped = whole;
  for (std::size_t position = 0; position < order.size(); ++position) {
    swapped.operations[position] = whole.operations[order[position]];
  }
  const oracle::Trace& as_is = observe(whole);
  const oracle::Trace& otherwise = observe(swapped);
  if (!is_steady(as_is) || !is_steady(otherwise)) return std::nullopt;
  const std::vector<std::size_t> own = own_steps(as_is);
  if (own.size() != order.size()) return std::nullopt;
  std::vector<std::size_t> expected;
  for (const std::size_t position : order) expected.push_back(own[position]);
  auto broken =
      first_difference(as_is, expected, otherwise, own_steps(otherwise), left_to_the_stack(script));
  if (broken) broken->observation = 1;
  return broken;
}

}  // namespace netioconf::conformance::search::properties::relations

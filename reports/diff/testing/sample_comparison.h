#pragma once

#include "reports/diff/changes.h"
#include "reports/diff/comparison.h"

namespace netioconf::reports::diff {

// A create of a route with the statuses that several implementations returned, and whether each shows
// the route afterwards.
struct Tried {
  std::string script;
  oracle::RouteRow row;
  std::vector<std::uint32_t> statuses;  // one for each implementation
};

// A script with that one create as each implementation ran it, each judged by itself.
[[nodiscard]] Compared compared_of(const Tried& tried);

[[nodiscard]] oracle::RouteRow a_plain_route();

inline constexpr std::uint32_t win32_success = 0;
inline constexpr std::uint32_t win32_not_found = 1168;
inline constexpr std::uint32_t win32_not_supported = 50;
inline constexpr std::uint32_t win32_invalid_parameter = 87;

// Three implementations: one breaks a rule, one answers a question differently, one checks two faults in
// a different order.
[[nodiscard]] Comparison sample_comparison();

// The sample report compared with one in which a deviation is gone, one was added and one has changed.
[[nodiscard]] Changes sample_changes();

}  // namespace netioconf::reports::diff

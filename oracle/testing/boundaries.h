#pragma once

#include <optional>
#include <string_view>

#include "oracle/testing/judging.h"

// For every refusal, a call just beyond its boundary and a call just within it.
namespace netioconf::oracle {

struct Boundary {
  std::string_view rule;
  Operation beyond;          // a call that the rule refuses
  StatusSet allowed_beyond;  // the statuses that all rules together allow
  Operation within;          // a call that the rule does not refuse
  StatusSet allowed_within = StatusSet{Status::success};
  Steps before = {};
  Host host = plain_host();
  RouteRow there = a_route();  // the route that a call that reads finds
  // If `beyond` names no entry, any failure is allowed. These are the statuses that the rules other than
  // that about the missing entry allow.
  std::optional<StatusSet> by_other_rules = {};
};

// If a page only says that a call fails: any status except success.
[[nodiscard]] StatusSet any_failure();
// The entry exists only within the boundary.
[[nodiscard]] Boundary without_entry(std::string_view rule, const Operation& beyond,
                                     StatusSet by_other_rules, const Operation& within);
[[nodiscard]] StatusSet success_or(StatusSet others);
[[nodiscard]] StatusSet success_or(Status status);

[[nodiscard]] std::vector<Boundary> boundaries_of_create_route();
[[nodiscard]] std::vector<Boundary> boundaries_of_route_lookups();
[[nodiscard]] std::vector<Boundary> boundaries_of_anycast();
[[nodiscard]] std::vector<Boundary> boundaries_of_queries();

}  // namespace netioconf::oracle

#pragma once

#include <optional>
#include <string_view>

#include "oracle/testing/judging.h"

// For every rule that refuses, a call that it refuses and one that it just doesn't.
namespace netioconf::oracle {

struct Boundary {
  std::string_view rule;
  Operation beyond;          // a call that the rule refuses
  StatusSet allowed_beyond;  // by all rules
  Operation within;          // one that it doesn't
  StatusSet allowed_within = StatusSet{Status::success};
  Steps before = {};
  Host host = plain_host();
  RouteRow there = a_route();  // what a call that reads finds
  // Where `beyond` names no entry either, so that any failure will do: what is allowed by the rules
  // about other things than the missing entry.
  std::optional<StatusSet> by_other_rules = {};
};

// Where a page only says that a call fails: any status but success.
[[nodiscard]] StatusSet any_failure();
// Beyond the boundary there is no entry, and within it there is one.
[[nodiscard]] Boundary without_entry(std::string_view rule, const Operation& beyond,
                                     StatusSet by_other_rules, const Operation& within);
[[nodiscard]] StatusSet success_or(StatusSet others);
[[nodiscard]] StatusSet success_or(Status status);

[[nodiscard]] std::vector<Boundary> boundaries_of_create_route();
[[nodiscard]] std::vector<Boundary> boundaries_of_route_lookups();
[[nodiscard]] std::vector<Boundary> boundaries_of_anycast();
[[nodiscard]] std::vector<Boundary> boundaries_of_queries();

}  // namespace netioconf::oracle

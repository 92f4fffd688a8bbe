#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "oracle/operation.h"
#include "oracle/status.h"

namespace netioconf::oracle {

// How often a rule was put to the test.
struct RuleCoverage {
  std::uint64_t alone = 0;     // it applied, and no other rule did
  std::uint64_t together = 0;  // it applied beside others
  std::uint64_t held_off = 0;  // its call was made and it did not apply: the other side of its boundary

  friend bool operator==(const RuleCoverage&, const RuleCoverage&) = default;
};

// A kind of input of a call with how it ended.
struct Cell {
  Call call;
  std::string partition;  // "destination ipv4 host", "site prefix = 255"
  Status outcome;

  friend auto operator<=>(const Cell&, const Cell&) = default;
};

// What a run reached. Maps are ordered, so that reports come out the same everywhere.
struct Coverage {
  std::map<std::string, RuleCoverage, std::less<>> rules;  // by Rule::id; every rule is there
  std::map<Cell, std::uint64_t> cells;
  std::map<std::string, std::uint64_t, std::less<>>
      states;  // by class of state: "no route", "2 routes", …

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

struct Finding;

// Every rule, none of them tried.
[[nodiscard]] Coverage empty_coverage();

// "no route", "several": which class of states a step was made in.
[[nodiscard]] std::string class_of(std::size_t routes, std::size_t anycasts);

// Counts one judged step.
void cover(const Finding& finding, const Operation& operation, const std::string& state_class,
           Coverage& coverage);

}  // namespace netioconf::oracle

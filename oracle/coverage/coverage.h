#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oracle/coverage/partition.h"
#include "oracle/model/finding.h"
#include "oracle/model/operation.h"
#include "oracle/model/status.h"

namespace netioconf::oracle::coverage {

// How often a rule was tested.
struct RuleCoverage {
  std::uint64_t alone = 0;     // it applied and no other rule did
  std::uint64_t together = 0;  // it applied together with others
  std::uint64_t held_off = 0;  // its call was made and it did not apply

  friend bool operator==(const RuleCoverage&, const RuleCoverage&) = default;
};

// A class of inputs of a call and an outcome.
struct Cell {
  Call call;
  std::string partition;  // "destination ipv4 host", "site prefix = 255"
  Status outcome;

  friend auto operator<=>(const Cell&, const Cell&) = default;
};

// What a run reached. The maps are ordered, so that reports are the same on every machine.
struct Coverage {
  std::map<std::string, RuleCoverage, std::less<>> rules;  // by Rule::id; contains every rule
  std::map<Cell, std::uint64_t> cells;
  std::map<std::string, std::uint64_t, std::less<>>
      states;  // by class of state: "no route", "2 routes", …

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// Counts judged steps.
class CoverageCounter {
 public:
  CoverageCounter();

  // `routes` and `anycasts` are the numbers of entries before the step.
  void count(const Finding& finding, const Operation& operation, std::size_t routes,
             std::size_t anycasts);

  // Adds the counts of another counter.
  void add(const CoverageCounter& other);

  [[nodiscard]] Coverage coverage() const;

 private:
  // How often a rule applied, or a call succeeded.
  struct Applied {
    std::uint64_t alone = 0;
    std::uint64_t together = 0;
  };
  struct Input {
    Call call;
    Status outcome;
    Partition partition;

    friend bool operator==(const Input&, const Input&) = default;
  };
  struct InputHash {
    [[nodiscard]] std::size_t operator()(const Input& input) const;
  };
  static constexpr std::size_t several = 2;  // Two or more entries count as the same state.

  std::vector<Applied> refusals_;  // in the order of rules(); only refusals count here
  std::array<Applied, call_count> successes_{};
  std::array<std::uint64_t, call_count> calls_{};
  std::unordered_map<Input, std::uint64_t, InputHash> inputs_;
  std::array<std::array<std::uint64_t, several + 1>, several + 1> states_{};
};

}  // namespace netioconf::oracle::coverage

#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/rule.h"
#include "oracle/model/status.h"
#include "oracle/model/trace.h"
#include "oracle/readings/reading.h"
#include "oracle/state/key.h"

namespace netioconf::conformance::exporting {

// A route that must be in the tables under some of the ways.
struct ExpectedRoute {
  oracle::RouteRow row;            // as it must be read back, with the stray bytes of its key
  std::uint16_t unknown = 0;       // oracle::Member bits: the first read decides
  bool next_hop_left_out = false;  // its family may be read back as 0
  std::size_t origin = 0;          // routes with the same number have the same Origin
  std::size_t step = 0;            // that makes it, over all steps

  friend bool operator==(const ExpectedRoute&, const ExpectedRoute&) = default;
};

struct ExpectedAnycast {
  oracle::AnycastRow row;
  std::size_t scope = 0;  // addresses with the same number have the same ScopeId

  friend bool operator==(const ExpectedAnycast&, const ExpectedAnycast&) = default;
};

// A callback about a route, or the initial callback.
struct ExpectedCallback {
  std::uint32_t registration = 0;
  std::uint32_t type = 0;
  bool initial = false;
  bool promised = true;   // false: it may come
  std::size_t route = 0;  // number in Reproduction::routes

  friend bool operator==(const ExpectedCallback&, const ExpectedCallback&) = default;
};

// The content that a successful call must return, or the callbacks that must have come.
struct Content {
  std::vector<std::size_t> routes;    // numbers in Reproduction::routes; for a get or a best route: one
  std::vector<std::size_t> anycasts;  // numbers in Reproduction::anycasts
  std::vector<ExpectedCallback> callbacks;

  friend bool operator==(const Content&, const Content&) = default;
};

// A set of ways through the script, one for each combination of readings that matters; bit n is way n.
using Ways = std::uint64_t;
inline constexpr std::size_t way_count_max = 64;

struct Alternative {
  Ways ways = 0;
  oracle::StatusSet statuses;
  Content content;

  friend bool operator==(const Alternative&, const Alternative&) = default;
};

struct ReproducedStep {
  oracle::Operation operation;
  bool probe = false;
  std::vector<Alternative> alternatives;
  std::vector<std::string_view>
      because;             // Rule::id of each rule that refuses the call under some reading
  std::string unpromised;  // not empty: why the call may have any result
};

// A script with all answers that the documents allow, so that a program without the oracle can repeat
// and judge it. An answer conforms if at least one way allows all observations.
struct Reproduction {
  oracle::Script script;
  std::string comment;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::vector<ReproducedStep> steps;
  std::vector<ExpectedRoute> routes;
  std::vector<ExpectedAnycast> anycasts;
  std::size_t origins = 0;
  std::size_t scopes = 0;
  std::size_t ways = 1;
};

// The error says in one line why the script cannot be reproduced.
[[nodiscard]] std::expected<Reproduction, std::string> reproduce(const oracle::Script& script,
                                                                 oracle::readings::Profile profile);

}  // namespace netioconf::conformance::exporting

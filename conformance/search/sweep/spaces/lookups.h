#pragma once

#include <array>
#include <utility>

#include "conformance/search/sweep/spaces/calls.h"
#include "conformance/search/sweep/spaces/host_family.h"
#include "conformance/search/sweep/spaces/parameter_space.h"

namespace netioconf::conformance::search::sweep::spaces {

// Calls on an entry that does not exist: the tables are empty.
template <class Row, std::size_t count>
[[nodiscard]] Region lookups(const SharedHost& host, const std::array<oracle::Call, count>& calls,
                             Combinations<Row> rows) {
  const std::uint64_t size = count * rows.size();
  return {.size = size,
          .write = [host, calls, rows = std::move(rows)](std::uint64_t number, oracle::Script& script) {
            Digits digits{number};
            const oracle::Call which = calls[digits.take(count)];
            put(script, host, call(which, rows.at(digits.take(rows.size()))));
          }};
}

}  // namespace netioconf::conformance::search::sweep::spaces

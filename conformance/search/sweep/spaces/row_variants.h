#pragma once

#include <cstdint>
#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/rows.h"

namespace netioconf::conformance {

// Rows that are almost the plain one, which is the first: each differs in one thing that makes it
// another entry, the same entry under another name, or no entry at all. For tables of several entries,
// and for calls in threes, where all values of all members would be too many.
[[nodiscard]] std::vector<oracle::RouteRow> near_routes(const oracle::Host& host, std::uint16_t family);
[[nodiscard]] std::vector<oracle::AnycastRow> near_anycasts(const oracle::Host& host,
                                                            std::uint16_t family);

// The same rows without that of the other family, for where the plain one is no part of every script.
template <class Row>
[[nodiscard]] std::vector<Row> of_one_family(std::vector<Row> rows) {
  rows.pop_back();
  return rows;
}

// Routes that compete for the addresses of places(): of every length that leads there, on both links,
// with metrics that outweigh the metrics of the links, or don't, or only beyond 16 bits.
[[nodiscard]] std::vector<oracle::RouteRow> competing_routes(const oracle::Host& host,
                                                             std::uint16_t family);

}  // namespace netioconf::conformance

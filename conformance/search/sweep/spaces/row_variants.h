#pragma once

#include <cstdint>
#include <vector>

#include "oracle/model/host.h"
#include "oracle/model/rows.h"

namespace netioconf::conformance::search::sweep::spaces {

// The plain row, then rows with one difference that makes them another entry, the same entry under
// another name, or no valid entry. They are used for tables of several entries and for triples of calls,
// where all values of all members would be too many.
[[nodiscard]] std::vector<oracle::RouteRow> route_variants(const oracle::Host& host,
                                                           std::uint16_t family);
[[nodiscard]] std::vector<oracle::AnycastRow> anycast_variants(const oracle::Host& host,
                                                               std::uint16_t family);

// The same rows without the one of the other family, for scripts that do not all contain the plain row.
template <class Row>
[[nodiscard]] std::vector<Row> of_one_family(std::vector<Row> rows) {
  rows.pop_back();
  return rows;
}

// Routes that compete for the addresses of places(): of every matching length, on both links, with
// metrics that outweigh the metrics of the links, that do not, or that do so only beyond 16 bits.
[[nodiscard]] std::vector<oracle::RouteRow> competing_routes(const oracle::Host& host,
                                                             std::uint16_t family);

}  // namespace netioconf::conformance::search::sweep::spaces

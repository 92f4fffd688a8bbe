#include "conformance/export/expected_rows.h"

#include <algorithm>

namespace netioconf::conformance::exporting {
namespace {

// The address that is read back, with the bytes outside of the IP address that are part of the entry's
// key.
oracle::SocketAddress with_strays_of(const oracle::SocketAddress& key,
                                     const oracle::SocketAddress& read_back) {
  const oracle::SocketAddress plain = oracle::bare(key);
  oracle::SocketAddress address = oracle::bare(read_back);
  for (std::size_t i = 0; i < address.bytes.size(); ++i) {
    if (key.bytes[i] != plain.bytes[i]) address.bytes[i] = key.bytes[i];
  }
  return address;
}

template <class Row>
std::size_t place_in(std::vector<Row>& rows, const Row& row) {
  const auto found = std::ranges::find(rows, row);
  if (found != rows.end()) return static_cast<std::size_t>(found - rows.begin());
  rows.push_back(row);
  return rows.size() - 1;
}

}  // namespace

std::size_t ExpectedRows::number_of(const oracle::state::RouteKey& key,
                                    const oracle::state::RouteEntry& entry, std::size_t step) {
  ExpectedRoute route{.row = entry.row,
                      .unknown = entry.unknown,
                      .next_hop_left_out = entry.next_hop_left_out,
                      .origin = 0,
                      .step = step};
  constexpr auto origin = static_cast<std::uint16_t>(oracle::state::Member::origin);
  route.unknown &= static_cast<std::uint16_t>(~origin);
  oracle::RouteRow& row = route.row;
  row.destination.address = with_strays_of(key.to.destination, row.destination.address);
  row.next_hop = with_strays_of(key.next_hop, row.next_hop);
  row.destination.padding = {};
  row.padding = {};
  row.age_s = 0;
  row.origin = 0;
  const oracle::state::RouteKey seen{
      .to = {.luid = row.luid, .destination = row.destination.address, .length = row.destination.length},
      .next_hop = row.next_hop};
  route.origin = origins_.try_emplace(seen, origins_.size()).first->second;
  return place_in(routes_, route);
}

std::size_t ExpectedRows::number_of(const oracle::state::AnycastKey& key,
                                    const oracle::state::AnycastEntry& entry) {
  ExpectedAnycast anycast{.row = entry.row,
                          .scope = scopes_.try_emplace(key, scopes_.size()).first->second};
  anycast.row.address = with_strays_of(key.address, anycast.row.address);
  anycast.row.padding = {};
  anycast.row.scope_id = 0;
  return place_in(anycasts_, anycast);
}

void ExpectedRows::put_into(Reproduction& reproduction) && {
  reproduction.routes = std::move(routes_);
  reproduction.anycasts = std::move(anycasts_);
  reproduction.origins = origins_.size();
  reproduction.scopes = scopes_.size();
}

}  // namespace netioconf::conformance::exporting

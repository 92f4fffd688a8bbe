#include "conformance/search/sweep/spaces/row_variants.h"

#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/values/values.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AnycastRow;
using oracle::Host;
using oracle::RouteRow;

RouteRow to(RouteRow row, const oracle::SocketAddress& address, std::uint8_t length) {
  row.destination.address = oracle::masked(address, length);
  row.destination.length = length;
  return row;
}

RouteRow via(RouteRow row, const oracle::SocketAddress& next_hop) {
  row.next_hop = next_hop;
  return row;
}

template <class Row>
Row named(Row row, std::uint64_t luid, std::uint32_t index) {
  row.luid = luid;
  row.index = index;
  return row;
}

// The plain row under every name of its link, on the other link, and on no link.
template <class Row>
void add_names(std::vector<Row>& rows, const Host& host) {
  const Row plain = rows.front();
  const oracle::Link& first = host.links.front();
  const oracle::Link& last = host.links.back();
  rows.push_back(named(plain, 0, first.index));
  rows.push_back(named(plain, last.luid, 0));
  rows.push_back(named(plain, 0, last.index));
  rows.push_back(named(plain, first.luid, last.index));
  rows.push_back(named(plain, first.luid ^ 1, 0));
  rows.push_back(named(plain, 0, 0));
}

void add_members(std::vector<RouteRow>& rows) {
  RouteRow row = rows.front();
  row.metric = 6;
  rows.push_back(row);
  row = rows.front();
  row.site_prefix_length = row.destination.length;
  rows.push_back(row);
  row = rows.front();
  row.valid_lifetime_s = 86400;
  row.preferred_lifetime_s = 7200;
  rows.push_back(row);
  row.preferred_lifetime_s = 86401;
  rows.push_back(row);
  row = rows.front();
  row.publish = 1;
  row.age_s = 77;
  row.origin = 2;
  row.protocol = 4;
  rows.push_back(row);
}

}  // namespace

std::vector<RouteRow> route_variants(const Host& host, std::uint16_t family) {
  const Places there = places(family);
  const RouteRow plain = plain_route(host, family);
  std::vector<RouteRow> rows = {plain};
  rows.push_back(via(plain, there.second_gateway));
  rows.push_back(via(plain, there.zero));
  rows.push_back(to(plain, there.network, static_cast<std::uint8_t>(there.length + 1)));
  rows.push_back(to(plain, there.network, static_cast<std::uint8_t>(there.length - 8)));
  rows.push_back(to(plain, there.network, oracle::address_bits(family)));
  rows.push_back(to(plain, there.zero, 0));
  rows.push_back(to(plain, there.outside, there.length));
  add_names(rows, host);
  add_members(rows);
  rows.push_back(plain_route(host, values::other_family(family)));
  return rows;
}

std::vector<AnycastRow> anycast_variants(const Host& host, std::uint16_t family) {
  const Places there = places(family);
  const AnycastRow plain = plain_anycast(host, family);
  std::vector<AnycastRow> rows = {plain};
  for (const oracle::SocketAddress& address : {there.second_inside, there.outside}) {
    rows.push_back(plain);
    rows.back().address = address;
  }
  add_names(rows, host);
  rows.push_back(plain);
  rows.back().scope_id = 0x1234'5678;
  rows.push_back(plain_anycast(host, values::other_family(family)));
  return rows;
}

std::vector<RouteRow> competing_routes(const Host& host, std::uint16_t family) {
  const Places there = places(family);
  const std::uint8_t bits = oracle::address_bits(family);
  const auto longer = static_cast<std::uint8_t>(there.length + 1);
  std::vector<RouteRow> rows;
  for (const std::uint8_t length : {std::uint8_t{0}, std::uint8_t{8}, there.length, longer, bits}) {
    for (const std::uint32_t metric : {0U, 1U, 15U, 100U, 65536U}) {
      for (const oracle::Link& link : host.links) {
        RouteRow row = to(plain_route(host, family), there.inside, length);
        row.luid = link.luid;
        row.metric = metric;
        rows.push_back(row);
      }
    }
  }
  return rows;
}

}  // namespace netioconf::conformance::search::sweep::spaces

#include "oracle/model/samples.h"

namespace netioconf::oracle::inline model {

RouteRow a_route() {
  RouteRow row;
  row.luid = first_luid;
  row.index = 1;
  row.destination = {.address = ipv4(10, 0, 0, 0), .length = 8, .padding = {}};
  row.next_hop = ipv4(10, 0, 0, 1);
  row.valid_lifetime_s = infinite_lifetime_s;
  row.preferred_lifetime_s = infinite_lifetime_s;
  row.protocol = protocol_netmgmt;
  return row;
}

RouteRow an_ipv6_route() {
  return via(to(a_route(), ipv6(0x20010db800000000, 0), 32), ipv6(0x20010db800000000, 1));
}

RouteRow a_short_lived_route() {
  return with(with(a_route(), &RouteRow::valid_lifetime_s, 60), &RouteRow::preferred_lifetime_s, 60);
}

AnycastRow an_anycast() {
  AnycastRow row;
  row.address = ipv6(0x20010db800000000, 1);
  row.luid = first_luid;
  row.index = 1;
  return row;
}

AnycastRow an_ipv4_anycast() { return with(an_anycast(), &AnycastRow::address, ipv4(192, 0, 2, 1)); }

Host a_host_with_two_links() {
  Host host = plain_host();
  host.links.push_back(Link{.luid = second_luid, .index = 2});
  return host;
}

Host a_host_without(std::uint16_t family) {
  Host host = plain_host();
  (family == ipv4_family ? host.ipv4 : host.ipv6) = false;
  return host;
}

Host a_host_with(const Link& link) { return {.ipv4 = true, .ipv6 = true, .links = {link}}; }

Link a_link() { return plain_host().links.front(); }

RouteRow to(RouteRow row, const SocketAddress& address, std::uint8_t length) {
  row.destination.address = address;
  row.destination.length = length;
  return row;
}

RouteRow via(RouteRow row, const SocketAddress& next_hop) {
  row.next_hop = next_hop;
  return row;
}

SocketAddress with_port(SocketAddress address) {
  address.bytes[1] = 80;
  return address;
}

}  // namespace netioconf::oracle::inline model

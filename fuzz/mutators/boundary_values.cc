#include "fuzz/mutators/boundary_values.h"

#include <array>

#include "oracle/model/address.h"

namespace netioconf::fuzz::mutators {
namespace {

using oracle::ipv4_family;
using oracle::ipv6_family;
using oracle::Link;
using oracle::SocketAddress;

constexpr std::array<std::uint32_t, 22> ipv4_addresses = {
    0x00000000, 0x00000001, 0x00ffffff, 0x01000000, 0x0a000000, 0x0a000001, 0x0a0000ff, 0x0a010000,
    0x7effffff, 0x7f000000, 0x7f000001, 0x7fffffff, 0x80000000, 0xa9fe0001, 0xc0000201, 0xdfffffff,
    0xe0000000, 0xe0000001, 0xefffffff, 0xf0000000, 0xfffffffe, 0xffffffff};

struct Halves {
  std::uint64_t high;
  std::uint64_t low;
};
constexpr std::array<Halves, 18> ipv6_addresses = {{{0, 0},
                                                    {0, 1},
                                                    {0, 2},
                                                    {0, 0x0000fffeffffffff},
                                                    {0, 0x0000ffff00000000},
                                                    {0, 0x0000ffff0a000001},
                                                    {0, 0x0000ffffffffffff},
                                                    {0, 0x0001000000000000},
                                                    {0x20010db800000000, 0},
                                                    {0x20010db800000000, 1},
                                                    {0x20010db800010000, 0},
                                                    {0xfe7fffffffffffff, 1},
                                                    {0xfe80000000000000, 1},
                                                    {0xfec0000000000000, 1},
                                                    {0xfeffffffffffffff, 1},
                                                    {0xff00000000000000, 0},
                                                    {0xff02000000000000, 1},
                                                    {0xffffffffffffffff, 0xffffffffffffffff}}};

constexpr std::array<std::uint16_t, 12> families = {0, 0, 0, 1, 2, 2, 23, 23, 10, 24, 0x1702, 0xffff};
constexpr std::array<std::uint8_t, 20> lengths = {0,  1,  7,  8,  9,  16,  24,  31,  32,  33,
                                                  48, 63, 64, 65, 96, 127, 128, 129, 254, 255};
constexpr std::array<std::uint32_t, 14> lifetimes_s = {
    0, 1, 2, 60, 61, 3599, 3600, 3601, 7200, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 0xffffffff};
constexpr std::array<std::uint32_t, 22> numbers = {
    0,  1,   2,   3,     4,     5,     10,    19,    20,         24,         25,
    26, 255, 256, 10002, 10006, 10007, 65535, 65536, 0x7fffffff, 0x80000000, 0xffffffff};

// The links of the small hosts. Their metrics differ, so that a sum shows which one was added.
const Link first_link{.luid = oracle::first_luid, .index = 1};
const Link second_link{.luid = oracle::second_luid, .index = 2, .ipv4_metric = 50, .ipv6_metric = 75};

Link spoilt(Rng& rng, Link link) {
  switch (rng.below(12)) {
    case 0:
      link.ipv4 = false;
      break;
    case 1:
      link.ipv6 = false;
      break;
    case 2:
      link.routes = false;
      break;
    case 3:
      link.loopback = true;
      break;
    case 4:
      link.ipv4_metric = some_number(rng);
      break;
    case 5:
      link.ipv6_metric = some_number(rng);
      break;
    case 6:
      link.connected = false;
      break;
    case 7:
      link.ignores_default_routes = true;
      break;
    case 8:
      link.path_mtu_timeout_ms = some_number(rng);
      break;
    case 9:  // The next hop of most routes.
      link.addresses = {{.address = oracle::ipv4(10, 0, 0, 1), .length = 8},
                        {.address = oracle::ipv6(0x20010db800000000, 1), .length = 32}};
      break;
    default:
      break;
  }
  return link;
}

SocketAddress some_ipv6_address(Rng& rng) {
  const Halves& halves = rng.pick(ipv6_addresses);
  return oracle::ipv6(halves.high, halves.low);
}

SocketAddress ipv4_address(std::uint32_t address) {
  const auto octet = [address](unsigned shift) { return static_cast<std::uint8_t>(address >> shift); };
  return oracle::ipv4(octet(24), octet(16), octet(8), octet(0));
}

std::uint16_t ip_family(Rng& rng) { return rng.one_in(2) ? ipv4_family : ipv6_family; }

}  // namespace

oracle::Host some_host(Rng& rng) {
  oracle::Host host{.ipv4 = !rng.one_in(8), .ipv6 = !rng.one_in(8)};
  if (rng.one_in(16)) return host;
  host.links.push_back(spoilt(rng, first_link));
  if (rng.one_in(2)) host.links.push_back(spoilt(rng, second_link));
  if (host.links.size() == 2 && rng.one_in(4)) std::swap(host.links[0].index, host.links[1].index);
  return host;
}

std::uint16_t some_family(Rng& rng) { return rng.pick(families); }

SocketAddress some_address(Rng& rng, std::uint16_t family) {
  if (family == ipv4_family) return ipv4_address(rng.pick(ipv4_addresses));
  SocketAddress address = some_ipv6_address(rng);
  address.family = family;
  return address;
}

oracle::Prefix some_prefix(Rng& rng, std::uint16_t family) {
  if (family == ipv4_family) {
    static constexpr std::array<std::uint8_t, 6> ipv4_lengths = {0, 8, 8, 16, 24, 32};
    const std::uint8_t length = rng.pick(ipv4_lengths);
    const SocketAddress inside = oracle::ipv4(10, 0, 0, 1);
    return {.address = length == 0 ? oracle::ipv4(0, 0, 0, 0) : oracle::masked(inside, length),
            .length = length};
  }
  static constexpr std::array<std::uint8_t, 6> ipv6_lengths = {0, 32, 32, 48, 64, 128};
  const std::uint8_t length = rng.pick(ipv6_lengths);
  const SocketAddress inside = oracle::ipv6(0x20010db800000000, 1);
  return {.address = oracle::masked(inside, length), .length = length};
}

std::uint8_t some_length(Rng& rng, std::uint16_t family) {
  const std::uint8_t longest = family == ipv4_family ? 32 : 128;
  if (rng.one_in(3)) return static_cast<std::uint8_t>(longest - 1 + rng.below(3));
  return rng.pick(lengths);
}

std::uint32_t some_lifetime_s(Rng& rng) { return rng.pick(lifetimes_s); }

std::uint32_t some_number(Rng& rng) {
  // A metric that just fits, or just does not fit, when the metric of a link is added.
  if (rng.one_in(8)) return 0xffffffffU - 27U + static_cast<std::uint32_t>(rng.below(4));
  return rng.pick(numbers);
}

std::uint8_t length_beside(Rng& rng, std::uint8_t length) {
  const std::uint64_t bits = rng.one_in(2) ? 1 : 1 + rng.below(9);
  return static_cast<std::uint8_t>(rng.one_in(2) ? length + bits : length - bits);
}

std::uint32_t beside(Rng& rng, std::uint32_t value) {
  switch (rng.below(4)) {
    case 0:
      return value + 1;
    case 1:
      return value - 1;
    case 2:
      return value ^ 1U << rng.below(32);
    default:
      return some_number(rng);
  }
}

SocketAddress beside(Rng& rng, SocketAddress address) {
  static constexpr std::array<std::size_t, 6> ipv4_places = {2, 3, 4, 5, 5, 5};
  switch (rng.below(8)) {
    case 0:
      address.family = some_family(rng);
      break;
    case 1:
      return rng.one_in(3) ? SocketAddress{} : some_address(rng, ip_family(rng));
    case 2:
    case 3:
      return some_address(rng, address.family);
    case 4: {  // Any octet, also outside the address: port, flow info, scope id, sin_zero.
      std::uint8_t& octet = address.bytes[rng.below(address.bytes.size())];
      octet ^= static_cast<std::uint8_t>(rng.any() | 1U);
      break;
    }
    default: {
      const std::size_t place =
          address.family == ipv4_family ? rng.pick(ipv4_places) : 6 + rng.below(16);
      address.bytes[place] ^= static_cast<std::uint8_t>(1U << rng.below(8));
      break;
    }
  }
  return address;
}

LinkIdentifier some_link(Rng& rng, const oracle::Host& host) {
  if (host.links.empty()) return {.luid = oracle::first_luid, .index = 1};
  const Link& link = rng.pick(host.links);
  const std::size_t how = rng.below(4);
  return {.luid = how == 0 ? 0 : link.luid, .index = how <= 1 ? link.index : 0};
}

LinkIdentifier any_link(Rng& rng, const oracle::Host& host) {
  LinkIdentifier name = some_link(rng, host);
  const LinkIdentifier other = some_link(rng, host);
  switch (rng.below(6)) {
    case 0:
      return {};
    case 1:  // A LUID that no link has, with an index that a link has.
      return {.luid = 0x0006000099000000, .index = host.links.empty() ? 1 : host.links[0].index};
    case 2:
      return {.luid = 0, .index = 99};
    case 3:
      return {.luid = name.luid == 0 ? other.luid : name.luid,
              .index = other.index == 0 ? 2 : other.index};
    case 4:
      name.luid ^= std::uint64_t{1} << rng.below(64);
      return name;
    default:
      return name;
  }
}

oracle::RouteRow some_route(Rng& rng, const oracle::Host& host) {
  const std::uint16_t family = ip_family(rng);
  const LinkIdentifier link = some_link(rng, host);
  oracle::RouteRow row;
  row.luid = link.luid;
  row.index = link.index;
  row.destination = some_prefix(rng, family);
  row.next_hop = family == ipv4_family ? oracle::ipv4(10, 0, 0, rng.one_in(4) ? 2 : 1)
                                       : oracle::ipv6(0x20010db800000000, rng.one_in(4) ? 2 : 1);
  row.valid_lifetime_s = row.preferred_lifetime_s = oracle::infinite_lifetime_s;
  row.protocol = oracle::protocol_netmgmt;
  if (rng.one_in(4)) row.metric = some_number(rng);
  return row;
}

oracle::AnycastRow some_anycast(Rng& rng, const oracle::Host& host) {
  const LinkIdentifier link = some_link(rng, host);
  oracle::AnycastRow row;
  row.luid = link.luid;
  row.index = link.index;
  row.address = ip_family(rng) == ipv4_family ? oracle::ipv4(192, 0, 2, rng.one_in(3) ? 2 : 1)
                                              : oracle::ipv6(0x20010db800000000, rng.one_in(3) + 1);
  return row;
}

}  // namespace netioconf::fuzz::mutators

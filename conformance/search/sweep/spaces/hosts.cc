#include "conformance/search/sweep/spaces/hosts.h"

#include <algorithm>

#include "conformance/search/sweep/spaces/places.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::first_luid;
using oracle::Host;
using oracle::Link;
using oracle::second_luid;

constexpr std::uint64_t unknown_luid = 0x0006'0000'0900'0000;
constexpr std::uint32_t unknown_index = 4711;

const Link first_link = {.luid = first_luid, .index = 1};
const Link second_link = {.luid = second_luid, .index = 2};

Link without_ipv4(Link link) {
  link.ipv4 = false;
  return link;
}

Link without_ipv6(Link link) {
  link.ipv6 = false;
  return link;
}

Link without_routes(Link link) {
  link.routes = false;
  return link;
}

Link loopback(Link link) {
  link.loopback = true;
  return link;
}

// The gateways of places() are its own addresses.
Link with_addresses(Link link) {
  for (const std::uint16_t family : {oracle::ipv4_family, oracle::ipv6_family}) {
    const std::uint8_t subnet = family == oracle::ipv4_family ? 24 : 64;
    link.addresses.push_back({.address = places(family).gateway, .length = subnet});
  }
  link.path_mtu_timeout_ms = 600'000;
  return link;
}

Link unconnected(Link link) {
  link.connected = false;
  return link;
}

Link ignoring_default_routes(Link link) {
  link.ignores_default_routes = true;
  return link;
}

Link numbered(Link link, std::uint64_t luid, std::uint32_t index) {
  link.luid = luid;
  link.index = index;
  return link;
}

// The maximum number of links of a host.
std::vector<Link> sixteen_links() {
  std::vector<Link> links;
  for (std::uint32_t number = 1; number <= 16; ++number) {
    links.push_back({.luid = first_luid + 0x1000000ULL * (number - 1), .index = number});
  }
  return links;
}

void add(std::vector<LinkWithName>& names, LinkWithName name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

// Names that are almost the name of the link.
void add_slips(std::vector<LinkWithName>& names, const Link& link) {
  add(names, {link.luid ^ 1, 0});
  add(names, {link.luid ^ (1ULL << 63), 0});
  add(names, {link.luid & 0xffffffff, 0});
  add(names, {link.luid >> 32, 0});
  add(names, {link.index, 0});
  add(names, {0, static_cast<std::uint32_t>(link.luid)});
  add(names, {0, link.index ^ 0x80000000});
  add(names, {0, link.index ^ 0x10000});
  add(names, {link.luid ^ 1, link.index});
  add(names, {link.luid, link.index ^ 0x10000});
}

}  // namespace

Host two_links() {
  Link first = first_link;
  first.ipv4_metric = 10;
  first.ipv6_metric = 40;
  Link second = second_link;
  second.ipv4_metric = 30;
  second.ipv6_metric = 20;
  return {.ipv4 = true, .ipv6 = true, .links = {first, second}};
}

std::vector<SmallHost> small_hosts() {
  const Link nowhere = without_ipv4(without_ipv6(first_link));
  return {
      {"one link", oracle::plain_host()},
      {"two links", two_links()},
      {"no stack, one link", {false, false, {nowhere}}},
      {"no stack, no link", {false, false, {}}},
      {"no link", {true, true, {}}},
      {"IPv4 only", {true, false, {without_ipv6(first_link)}}},
      {"IPv6 only", {false, true, {without_ipv4(first_link)}}},
      {"link without IPv4", {true, true, {without_ipv4(first_link)}}},
      {"link without IPv6", {true, true, {without_ipv6(first_link)}}},
      {"link without stacks", {true, true, {nowhere}}},
      {"link without routes", {true, true, {without_routes(first_link)}}},
      {"loopback link", {true, true, {loopback(first_link)}}},
      {"an IPv4 link and an IPv6 link",
       {true, true, {without_ipv6(first_link), without_ipv4(second_link)}}},
      {"a link with routes and one without", {true, true, {first_link, without_routes(second_link)}}},
      {"a link and a loopback link", {true, true, {first_link, loopback(second_link)}}},
      {"the index of each link is the LUID of the other",
       {true, true, {numbered(first_link, 2, 1), numbered(second_link, 1, 2)}}},
      {"largest LUID and index",
       {true, true, {numbered(first_link, ~0ULL, ~0U), numbered(second_link, 1ULL << 63, 1U << 31)}}},
      {"LUIDs with equal halves",
       {true, true, {first_link, numbered(second_link, 0x0047'0000'0100'0000, 2)}}},
      {"sixteen links", {true, true, sixteen_links()}},
      {"a link with addresses and one without", {true, true, {with_addresses(first_link), second_link}}},
      {"a link that is not connected and one that is",
       {true, true, {unconnected(first_link), second_link}}},
      {"a link that ignores default routes and one that does not",
       {true, true, {ignoring_default_routes(first_link), second_link}}},
  };
}

LinkWithName plain_name(const Host& host) {
  return {host.links.empty() ? first_luid : host.links.front().luid, 0};
}

std::vector<LinkWithName> link_names(const Host& host) {
  const Link first = host.links.empty() ? first_link : host.links.front();
  const Link last =
      host.links.size() < 2 ? numbered(second_link, unknown_luid, unknown_index) : host.links.back();
  std::vector<LinkWithName> names;
  for (const Link& link : {first, last}) {
    add(names, {link.luid, 0});
    add(names, {0, link.index});
    add(names, {link.luid, link.index});
  }
  add(names, {first.luid, last.index});
  add(names, {last.luid, first.index});
  add(names, {unknown_luid, 0});
  add(names, {0, unknown_index});
  add(names, {unknown_luid, first.index});
  add(names, {first.luid, unknown_index});
  add(names, {0, 0});
  add(names, {~0ULL, 0});
  add(names, {~0ULL, first.index});
  add(names, {0, ~0U});
  add_slips(names, first);
  return names;
}

}  // namespace netioconf::conformance::search::sweep::spaces

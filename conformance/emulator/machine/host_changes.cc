#include "conformance/emulator/machine/host_changes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include "conformance/emulator/behaviour/checks.h"
#include "conformance/emulator/behaviour/sources.h"
#include "conformance/emulator/tables/route_table.h"

namespace netioconf::conformance::emulator::inline machine {
namespace {

std::span<netioconf_link> links_of(netioconf_host& host) {
  return std::span(host.links).first(std::min<std::size_t>(host.link_count, links_at_most));
}

// The details of the link with this LUID, or NULL. A LUID of 0 is that of no link.
netioconf_link_details* details_of(netioconf_host& host, std::uint64_t luid) {
  const auto links = links_of(host);
  const auto found = std::find_if(links.begin(), links.end(), [luid](const netioconf_link& link) {
    return luid != 0 && link.luid == luid;
  });
  return found == links.end() ? nullptr : &host.details[found - links.begin()];
}

netioconf_link& link_of(netioconf_host& host, const netioconf_link_details* details) {
  return host.links[details - &host.details[0]];
}

bool set_disconnected(netioconf_host& host, std::uint64_t luid, std::uint8_t disconnected) {
  netioconf_link_details* details = details_of(host, luid);
  if (details == nullptr || details->disconnected == disconnected) return false;
  details->disconnected = disconnected;
  return true;
}

bool is_mapped(const Address& address) {
  constexpr std::array<std::uint8_t, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  return std::equal(mapped.begin(), mapped.end(), address.bytes.begin());
}

// RFC 1122, 3.2.1.3, and RFC 1112, 4, for IPv4: no address of this network, multicast, class E or
// limited broadcast. RFC 4291, 2.5 and 2.7, for IPv6: not the unspecified address, multicast or one that
// stands for an IPv4 address.
bool is_unicast(const Address& address) {
  const std::uint8_t first = address.bytes[0];
  if (address.family == ipv4) return first != 0 && first < 224;
  return first != 0xff && !is_zero(address) && !is_mapped(address);
}

// RFC 1122, 3.2.1.3: the part of the host is not all zeros or all ones, with the exception of RFC 3021
// for 31 bits.
bool is_of_a_host(const Address& address, unsigned length_bits) {
  if (address.family != ipv4 || length_bits >= 31) return true;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = (number << 8) | address.bytes[i];
  const std::uint32_t of_the_host = 0xffffffffU >> length_bits;
  return (number & of_the_host) != 0 && (number & of_the_host) != of_the_host;
}

// Whether a link can have the address. RFC 1122, 3.2.1.3, and RFC 4291, 2.5.3: only a loopback link has
// loopback addresses.
bool fits(const netioconf_link& link, const Address& address, unsigned length_bits) {
  return length_bits <= bits_of(address.family) && is_unicast(address) &&
         is_of_a_host(address, length_bits) && (link.loopback != 0 || !is_loopback(address));
}

}  // namespace

bool add_link(netioconf_host& host, const netioconf_link& link) {
  auto links = links_of(host);
  const bool taken = std::any_of(links.begin(), links.end(), [&](const netioconf_link& other) {
    return other.luid == link.luid || other.index == link.index;
  });
  if (link.luid == 0 || link.index == 0 || taken) return false;
  auto place = std::find_if(links.begin(), links.end(),
                            [](const netioconf_link& other) { return other.luid == 0; });
  if (place == links.end()) {
    if (host.link_count >= links_at_most) return false;
    ++host.link_count;
    links = links_of(host);
    place = std::prev(links.end());
  }
  *place = link;
  host.details[place - links.begin()] = {};
  return true;
}

bool remove_link(netioconf_host& host, std::uint64_t luid) {
  netioconf_link_details* details = details_of(host, luid);
  if (details == nullptr) return false;
  link_of(host, details) = {};
  *details = {};
  return true;
}

bool connect_link(netioconf_host& host, std::uint64_t luid) { return set_disconnected(host, luid, 0); }

bool disconnect_link(netioconf_host& host, std::uint64_t luid) {
  return set_disconnected(host, luid, 1);
}

bool add_address(netioconf_host& host, std::uint64_t luid, const IP_ADDRESS_PREFIX& address) {
  netioconf_link_details* details = details_of(host, luid);
  const Address added = address_of(address.Prefix);
  if (details == nullptr || details->address_count >= std::size(details->addresses)) return false;
  const netioconf_link& link = link_of(host, details);
  const bool carried = bits_of(added.family) != 0 && checks::carries(host, added.family) &&
                       checks::carries(link, added.family);
  if (!carried || !fits(link, added, address.PrefixLength) || sources::has_address(*details, added))
    return false;
  details->addresses[details->address_count++] = address;
  return true;
}

bool remove_address(netioconf_host& host, std::uint64_t luid, const Address& address) {
  netioconf_link_details* details = details_of(host, luid);
  if (details == nullptr) return false;
  const auto addresses = std::span(details->addresses).first(details->address_count);
  const auto found = std::find_if(addresses.begin(), addresses.end(), [&](const IP_ADDRESS_PREFIX& own) {
    return address_of(own.Prefix) == address;
  });
  if (found == addresses.end()) return false;
  std::move(std::next(found), addresses.end(), found);
  details->addresses[--details->address_count] = {};
  return true;
}

netioconf_host without_gaps(const netioconf_host& host) {
  netioconf_host compact = host;
  compact.link_count = 0;
  for (std::size_t position = 0; position < host.link_count; ++position) {
    const netioconf_link link = host.links[position];
    const netioconf_link_details details = host.details[position];
    compact.links[position] = {};
    compact.details[position] = {};
    if (link.luid == 0 && link.index == 0) continue;
    compact.links[compact.link_count] = link;
    compact.details[compact.link_count++] = details;
  }
  return compact;
}

}  // namespace netioconf::conformance::emulator::inline machine

#include "conformance/emulator/behaviour/sources.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "conformance/emulator/behaviour/checks.h"

namespace netioconf::conformance::emulator::inline behaviour::sources {
namespace {

bool same_subnet(const IP_ADDRESS_PREFIX& own, const Address& other) {
  return masked(address_of(own.Prefix), own.PrefixLength) == masked(other, own.PrefixLength);
}

// How well an address suits as a source: the first difference decides.
using Suitability = std::tuple<bool, bool, bool, bool>;

}  // namespace

std::span<const IP_ADDRESS_PREFIX> addresses_of(const netioconf_link_details& details) {
  const std::size_t count = details.address_count;
  return std::span(details.addresses).first(std::min(count, std::size(details.addresses)));
}

std::span<const netioconf_link_details> details_of(const netioconf_host& host) {
  return std::span(host.details).first(std::min<std::size_t>(host.link_count, links_at_most));
}

bool has_address(const netioconf_link_details& details, const Address& address) {
  const auto own = addresses_of(details);
  return std::any_of(own.begin(), own.end(),
                     [&](const IP_ADDRESS_PREFIX& each) { return address_of(each.Prefix) == address; });
}

Status source(const netioconf_host&, const SOCKADDR_INET&) { return Status::success; }

Status source_on_connected_link(const netioconf_host& host, const SOCKADDR_INET& source) {
  const auto links = details_of(host);
  const auto some_has_it = [&](bool connected) {
    return std::any_of(links.begin(), links.end(), [&](const netioconf_link_details& link) {
      return (link.disconnected == 0) == connected && has_address(link, address_of(source));
    });
  };
  return checks::refused_if(some_has_it(false) && !some_has_it(true), Status::not_found);
}

bool strong_host(const netioconf_host& host, const SOCKADDR_INET& source, std::uint8_t link) {
  const auto links = details_of(host);
  const auto has_source = [&](const netioconf_link_details& details) {
    return has_address(details, address_of(source));
  };
  return has_source(links[link]) || std::none_of(links.begin(), links.end(), has_source);
}

bool weak_host(const netioconf_host&, const SOCKADDR_INET&, std::uint8_t) { return true; }

// No page says which address is the best. A stack sends from an address that the next hop can reach.
SOCKADDR_INET best_source(const netioconf_host& host, const SOCKADDR_INET* source,
                          const Address& destination, const RouteKey* best) {
  if (source != nullptr && address_of(*source).family == destination.family) {
    return socket_address_of(address_of(*source));
  }
  const bool on_link = best == nullptr || is_zero(best->next_hop);
  const Address& target = on_link ? destination : best->next_hop;
  const bool from_loopback =
      is_loopback(destination) || best == nullptr || host.links[best->link].loopback != 0;
  Address chosen{.family = destination.family};
  std::optional<Suitability> highest;
  const auto links = details_of(host);
  for (std::size_t position = 0; position < links.size(); ++position) {
    for (const IP_ADDRESS_PREFIX& own : addresses_of(links[position])) {
      const Address address = address_of(own.Prefix);
      if (address.family != destination.family) continue;
      if (is_loopback(address) && !from_loopback) continue;
      const Suitability suitability{is_loopback(address) == is_loopback(destination),
                                    best != nullptr && best->link == position, same_subnet(own, target),
                                    links[position].disconnected == 0};
      if (highest && suitability <= *highest) continue;
      highest = suitability;
      chosen = address;
    }
  }
  return socket_address_of(chosen);
}

}  // namespace netioconf::conformance::emulator::inline behaviour::sources

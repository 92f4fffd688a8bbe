#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "oracle/model/host.h"

namespace netioconf::conformance::search::sweep::spaces {

// A small host of a sweep.
struct SmallHost {
  std::string_view name;  // for example "two links"
  oracle::Host host;
};

// Every small host, the plain one first. Hosts that differ only in the order or the numbers of their
// links are listed once, except for hosts that test numbers.
[[nodiscard]] std::vector<SmallHost> small_hosts();

// Two links with different metrics, for pairs and triples of calls.
[[nodiscard]] oracle::Host two_links();

// The values of InterfaceLuid and InterfaceIndex.
struct LinkWithName {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;

  friend bool operator==(const LinkWithName&, const LinkWithName&) = default;
};

// The LUID of the first link without an index. On a host without links: a plausible LUID.
[[nodiscard]] LinkWithName plain_name(const oracle::Host& host);

// Every name of each link, the names of two links mixed, names that differ from a link's name in one bit
// or in one half, a LUID as index and an index as LUID, zeros, and all ones. No two are equal.
[[nodiscard]] std::vector<LinkWithName> link_names(const oracle::Host& host);

}  // namespace netioconf::conformance::search::sweep::spaces

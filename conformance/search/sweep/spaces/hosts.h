#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "oracle/model/host.h"

namespace netioconf::conformance {

// A small machine that a sweep asks for.
struct SmallHost {
  std::string_view name;  // "two links"
  oracle::Host host;
};

// Every small host, the plain one first. Two that differ in the order or in the numbers of their links
// only are one, except where the numbers themselves are the point.
[[nodiscard]] std::vector<SmallHost> small_hosts();

// Two links with different metrics: where calls are made in pairs and in threes.
[[nodiscard]] oracle::Host two_links();

// What a caller may write into InterfaceLuid and InterfaceIndex.
struct NamedLink {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;

  friend bool operator==(const NamedLink&, const NamedLink&) = default;
};

// The LUID of the first link alone; on a host without links one that could be it.
[[nodiscard]] NamedLink plain_name(const oracle::Host& host);

// Every way of naming each link, the names of two links mixed, names that differ from a link's in one
// bit or in one half, a LUID given as index and the other way round, nothing, all ones. No two are
// equal.
[[nodiscard]] std::vector<NamedLink> link_names(const oracle::Host& host);

}  // namespace netioconf::conformance

#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance::search::properties {

// The host of a script and a few rows that recur in its calls, so that several calls concern the same
// entry.
struct Fixture {
  oracle::Host host;
  std::vector<oracle::RouteRow> routes;      // at least one
  std::vector<oracle::AnycastRow> anycasts;  // at least one
};

// How a caller names a link.
struct LinkName {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
};

// A value that is made when the host is known, so that generators are not built again for each host.
using HostDependentLinkName = std::function<LinkName(const oracle::Host&)>;
using HostDependentRoute = std::function<oracle::RouteRow(const oracle::Host&)>;
using HostDependentAnycast = std::function<oracle::AnycastRow(const oracle::Host&)>;

// Hosts of many shapes: one link or several, without routes, without a stack, without links.
[[nodiscard]] rc::Gen<oracle::Host> some_host();

// An existing link, by LUID, by index, by both, or by its LUID with another index.
[[nodiscard]] rc::Gen<HostDependentLinkName> name_of_a_link();
// The same, and also no name and names of no link.
[[nodiscard]] rc::Gen<HostDependentLinkName> some_link_name();

// Rows that a stack accepts: they have no unusual values, and their link accepts them if there is one.
[[nodiscard]] rc::Gen<HostDependentRoute> plain_route();
[[nodiscard]] rc::Gen<HostDependentAnycast> plain_anycast();

[[nodiscard]] rc::Gen<Fixture> some_fixture(rc::Gen<oracle::Host> hosts);

}  // namespace netioconf::conformance::search::properties

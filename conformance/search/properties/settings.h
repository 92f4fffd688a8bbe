#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Where a script takes place and what its calls are about: a host, and a few rows that come again and
// again, so that calls meet.
struct Setting {
  oracle::Host host;
  std::vector<oracle::RouteRow> routes;      // at least one
  std::vector<oracle::AnycastRow> anycasts;  // at least one
};

// How a caller names a link.
struct LinkName {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
};

// What is to be made once the host is known, so that generators need not be made anew for each host.
using NameDraft = std::function<LinkName(const oracle::Host&)>;
using RouteDraft = std::function<oracle::RouteRow(const oracle::Host&)>;
using AnycastDraft = std::function<oracle::AnycastRow(const oracle::Host&)>;

// Hosts of many shapes: one link or several, without routes, without a stack, without links.
[[nodiscard]] rc::Gen<oracle::Host> some_host();

// A link that is there, by LUID, by index or by both, and by the LUID beside another index.
[[nodiscard]] rc::Gen<NameDraft> name_of_a_link();
// In other ways, too: by nothing, by what names no link.
[[nodiscard]] rc::Gen<NameDraft> some_link_name();

// Rows that a stack takes: nothing in them is odd, and the link is one for them if there is such.
[[nodiscard]] rc::Gen<RouteDraft> plain_route();
[[nodiscard]] rc::Gen<AnycastDraft> plain_anycast();

[[nodiscard]] rc::Gen<Setting> some_setting(rc::Gen<oracle::Host> hosts);

}  // namespace netioconf::conformance

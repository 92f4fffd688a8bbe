#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <vector>

#include "oracle/trace.h"

namespace netioconf::conformance {

// Where a script takes place and what its calls are about: a host, and a few rows that come again and
// again, so that calls meet.
struct Setting {
  oracle::Host host;
  std::vector<oracle::RouteRow> routes;      // at least one
  std::vector<oracle::AnycastRow> anycasts;  // at least one
};

// Hosts of many shapes: one link or several, without routes, without a stack, without links.
[[nodiscard]] rc::Gen<oracle::Host> some_host();

// How a caller names a link.
struct LinkName {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
};
// By LUID, by index or by both, and by both of two links; in a row about a link that is there.
[[nodiscard]] rc::Gen<LinkName> name_of_a_link(const oracle::Host& host);
// In other ways, too: by nothing, by what names no link.
[[nodiscard]] rc::Gen<LinkName> some_link_name(const oracle::Host& host);

// Rows that a stack takes if the link is one for them: nothing in them is odd.
[[nodiscard]] rc::Gen<oracle::RouteRow> plain_route(const oracle::Host& host);
[[nodiscard]] rc::Gen<oracle::AnycastRow> plain_anycast(const oracle::Host& host);

[[nodiscard]] rc::Gen<Setting> some_setting(const rc::Gen<oracle::Host>& hosts);

}  // namespace netioconf::conformance

#pragma once

#include <rapidcheck.h>

#include "conformance/properties/settings.h"

namespace netioconf::conformance {

// Rows about the routes and addresses of a setting: the very ones, near-duplicates of them that differ in
// one or two members, and now and then any bytes at all.
[[nodiscard]] rc::Gen<oracle::RouteRow> some_route(const Setting& setting);
[[nodiscard]] rc::Gen<oracle::AnycastRow> some_anycast(const Setting& setting);

// Only in members that are not part of the key, and only to values that no page lets a call refuse.
[[nodiscard]] rc::Gen<oracle::RouteRow> same_route_but_for_values(const oracle::RouteRow& row);

}  // namespace netioconf::conformance

#pragma once

#include <rapidcheck.h>

#include "conformance/search/properties/fixtures.h"

namespace netioconf::conformance::search::properties {

// The main subject of a script.
enum class Theme : std::uint8_t {
  routes,       // Create, Set, Get, Delete and tables
  best_routes,  // many routes close together, then the best of them
  anycasts,
  tables,         // kept, read again, freed
  links,          // their metrics, and how they are named
  notifications,  // registrations and callbacks
  time,           // lifetimes and ages on a clock that is moved
  crowds,         // tables with many entries
  anything,       // all of these, and any bytes at all
};
inline constexpr std::size_t theme_count = 9;
[[nodiscard]] std::string_view name_of(Theme theme);

// A script without a name on one theme, on one of the hosts.
[[nodiscard]] rc::Gen<oracle::Script> script_about(Theme theme, rc::Gen<oracle::Host> hosts);

// A script on any theme, on any host.
[[nodiscard]] rc::Gen<oracle::Script> some_script();

}  // namespace netioconf::conformance::search::properties

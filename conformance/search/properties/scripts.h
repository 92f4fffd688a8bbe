#pragma once

#include <rapidcheck.h>

#include "conformance/search/properties/settings.h"

namespace netioconf::conformance {

// What a script is mostly about.
enum class Theme : std::uint8_t {
  routes,       // Create, Set, Get, Delete and tables
  best_routes,  // many routes close together, then the best of them
  anycasts,
  tables,         // kept, read again, freed
  links,          // their metrics, and how they are named
  notifications,  // who is told of what
  crowds,         // tables with many entries
  anything,       // all of these, and any bytes at all
};
inline constexpr std::size_t theme_count = 8;
[[nodiscard]] std::string_view name_of(Theme theme);

// A nameless script of some length about one thing, on one of the hosts.
[[nodiscard]] rc::Gen<oracle::Script> script_about(Theme theme, rc::Gen<oracle::Host> hosts);

// Of any theme, on any host.
[[nodiscard]] rc::Gen<oracle::Script> some_script();

}  // namespace netioconf::conformance

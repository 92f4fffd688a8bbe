#pragma once

#include <filesystem>

#include "conformance/wine/wine.h"

namespace netioconf::conformance {

// The committed scripts and lists of known deviations: below the present folder if they are there, else
// where this program was built from.
[[nodiscard]] std::filesystem::path committed_scripts();
[[nodiscard]] std::filesystem::path committed_known_lists();

// What runs on Windows, Wine's own files, and the command that gives a program a network of its own.
[[nodiscard]] WinePlaces wine_places();

}  // namespace netioconf::conformance

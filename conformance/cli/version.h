#pragma once

#include <string>

namespace netioconf::conformance::cli {

// What --version says: the version of this program, its commit, and the version of the catalogue, which
// is the same for the same rules and readings. Reports of different catalogues may differ for that
// reason.
[[nodiscard]] std::string version_text();

}  // namespace netioconf::conformance::cli

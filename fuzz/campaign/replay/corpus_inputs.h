#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "conformance/search/check.h"

namespace netioconf::fuzz::campaign::replay {

// The inputs of library_fuzzer in a folder, as the scripts that it runs, sorted by the names of the
// files. The error is one line.
[[nodiscard]] std::expected<conformance::search::FuzzInputs, std::string> read_inputs(
    const std::filesystem::path& folder);

}  // namespace netioconf::fuzz::campaign::replay

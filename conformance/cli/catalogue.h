#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace netioconf::conformance::cli {

enum class Format : std::uint8_t { text, json, markdown };

[[nodiscard]] std::optional<Format> find_format(const std::string& name);

// Lists every rule with page, section, reading, scripts and mutants, then the readings and the sentences
// whose promise no test can observe. The result is the exit status.
[[nodiscard]] int list_rules(Format format);

}  // namespace netioconf::conformance::cli

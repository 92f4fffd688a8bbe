#pragma once

#include <map>
#include <span>
#include <string>

#include "corpora/text/loader.h"

namespace netioconf::fuzz::harness {

// Inputs by the names of their files.
using Inputs = std::map<std::string, std::string>;

// The seeds of each target, by the name of the target, generated from scripts.
[[nodiscard]] std::map<std::string, Inputs> seeds_from(
    std::span<const corpora::text::LoadedScript> scripts);

}  // namespace netioconf::fuzz::harness

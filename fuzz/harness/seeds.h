#pragma once

#include <map>
#include <span>
#include <string>

#include "corpora/text/loader.h"

namespace netioconf::fuzz {

// Inputs by the names of their files.
using Inputs = std::map<std::string, std::string>;

// What fuzzing begins with: inputs of each target by its name, made of scripts.
[[nodiscard]] std::map<std::string, Inputs> seeds_from(std::span<const corpora::LoadedScript> scripts);

}  // namespace netioconf::fuzz

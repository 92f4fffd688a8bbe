#pragma once

#include <map>
#include <optional>
#include <string>

#include "oracle/model/operation.h"
#include "oracle/model/trace.h"

// Inputs of wire_fuzzer, whose first byte selects the side that reads the rest, and how.
namespace netioconf::fuzz::harness {

// The stream that a testee reads when it gets this script. nullopt: the protocol cannot express its
// host.
[[nodiscard]] std::optional<std::string> requests_of(const oracle::Script& script);

// By name: for each call, the frames of each kind that may answer it.
[[nodiscard]] std::map<std::string, std::string> answers_to_each_call();

}  // namespace netioconf::fuzz::harness

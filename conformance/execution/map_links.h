#pragma once

#include <expected>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// The script for a host that cannot be chosen: each of its links becomes one of the host's with the same
// stacks and abilities, and every LUID and index is renamed with it. The host of the result is the host
// that there is, metrics and further links included. The error says in one line why the script cannot be
// asked of this host.
[[nodiscard]] std::expected<oracle::Script, std::string> rehost(const oracle::Script& script,
                                                                const oracle::Host& there);

}  // namespace netioconf::conformance

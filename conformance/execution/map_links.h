#pragma once

#include <expected>
#include <string>

#include "oracle/model/trace.h"

namespace netioconf::conformance::execution {

// Maps the script to an existing host: each link of the script becomes a link of the host with the same
// stacks and abilities, and every LUID and index is renamed with it. The host of the result is the
// existing host, with its metrics and further links. The error states in one line why the script cannot
// run on this host.
[[nodiscard]] std::expected<oracle::Script, std::string> map_links(const oracle::Script& script,
                                                                   const oracle::Host& existing);

}  // namespace netioconf::conformance::execution

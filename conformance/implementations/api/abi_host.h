#pragma once

#include <expected>
#include <optional>
#include <string>

#include "conformance/abi/netioapi.h"
#include "oracle/model/host.h"

namespace netioconf::conformance::implementations::inline api {

// The reason why a host is not available or its description is invalid, in one line.
using HostProblem = std::string;

// Without details if no link has any. Fails if the host has more links or addresses than a
// netioconf_host holds.
[[nodiscard]] std::expected<netioconf_host, HostProblem> to_abi(const oracle::Host& host);

// Fails if the size, the number of links or an address is invalid, or if a LUID or index is 0 or occurs
// twice.
[[nodiscard]] std::expected<oracle::Host, HostProblem> from_abi(const netioconf_host& host);
// nullopt instead.
[[nodiscard]] std::optional<oracle::Host> host_in(const netioconf_host& described);

}  // namespace netioconf::conformance::implementations::inline api

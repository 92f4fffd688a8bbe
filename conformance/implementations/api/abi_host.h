#pragma once

#include <expected>
#include <string>

#include "conformance/abi/netioapi.h"
#include "oracle/model/host.h"

namespace netioconf::conformance {

// Why a host cannot be asked for or was described wrongly, in one line.
using HostProblem = std::string;

// Fails if the host has more links than a netioconf_host holds.
[[nodiscard]] std::expected<netioconf_host, HostProblem> to_abi(const oracle::Host& host);

// Fails if the size, the number of links or a LUID or index makes no sense: 0, or there twice.
[[nodiscard]] std::expected<oracle::Host, HostProblem> from_abi(const netioconf_host& host);

}  // namespace netioconf::conformance

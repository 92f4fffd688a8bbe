#pragma once

#include <expected>
#include <string>

#include "conformance/abi/netioapi.h"
#include "oracle/model/host.h"

namespace netioconf::conformance::implementations::inline api {

// The reason why a host is not available or its description is invalid, in one line.
using HostProblem = std::string;
// A host as netioconf_describe describes it.
using DescribedHost = std::expected<oracle::Host, HostProblem>;

// Without details if no link has any. Fails if the host has more links or addresses than a
// netioconf_host holds.
[[nodiscard]] std::expected<netioconf_host, HostProblem> to_abi(const oracle::Host& host);

// Fails if the size, the number of links or an address is invalid, or if a LUID or index is 0 or occurs
// twice.
[[nodiscard]] DescribedHost from_abi(const netioconf_host& host);

}  // namespace netioconf::conformance::implementations::inline api

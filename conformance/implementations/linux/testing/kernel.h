#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/transport.h"
#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::linux {

// The adapter in a child; the error states why this machine permits no namespaces.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> kernel_in_a_child();

[[nodiscard]] oracle::RouteRow an_ipv4_route();
[[nodiscard]] oracle::RouteRow an_ipv6_route();
[[nodiscard]] oracle::AnycastRow an_anycast_address();

// The links, addresses, routes and anycast addresses of the namespace of this process.
[[nodiscard]] std::string tables_of_this_machine();

}  // namespace netioconf::conformance::implementations::linux

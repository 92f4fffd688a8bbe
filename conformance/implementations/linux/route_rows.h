#pragma once

#include <expected>

#include "conformance/implementations/linux/adapter.h"

// Between documented rows and the kernel's routes.
namespace netioconf::conformance::linux_kernel {

// A row that a caller passed. Where it is not to be had the adapter has decided so, with this status.
struct NamedRoute {
  MIB_IPFORWARD_ROW2 row;
  const NamedLink* link = nullptr;  // nullptr: no link has that name
  KernelRoute route;                // of no_ifindex then
};
[[nodiscard]] std::expected<NamedRoute, NETIO_STATUS> named_route(Adapter& adapter,
                                                                  const MIB_IPFORWARD_ROW2* row);

[[nodiscard]] Remembered remembered_of(const MIB_IPFORWARD_ROW2& row);
// RTPROT_… for NL_ROUTE_PROTOCOL: the same number where there is one.
[[nodiscard]] std::uint8_t kernel_protocol(ULONG protocol);

// False if none of the host's links has the route.
[[nodiscard]] bool fill_row(const Adapter& adapter, const KernelRoute& route, MIB_IPFORWARD_ROW2& row);

}  // namespace netioconf::conformance::linux_kernel

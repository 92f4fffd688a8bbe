#pragma once

#include <expected>
#include <string_view>

#include "conformance/implementations/linux/adapter.h"

// Conversion between documented rows and the kernel's routes.
namespace netioconf::conformance::implementations::linux {

constexpr ULONG infinite_s = 0xffffffff;
// Why a call on IPv6 routes is refused.
constexpr std::string_view no_stack = "IPv6 is disabled; the kernel would show an empty table";

// A caller's row after conversion. If it cannot be converted, the adapter has decided with this status.
struct NamedRoute {
  MIB_IPFORWARD_ROW2 row;
  const NamedLink* link = nullptr;  // nullptr: no link has that name
  kernel::KernelRoute route;        // on no_ifindex if there is no link
};
[[nodiscard]] std::expected<NamedRoute, NETIO_STATUS> named_route(Adapter& adapter,
                                                                  const MIB_IPFORWARD_ROW2* row);

[[nodiscard]] Remembered remembered_of(const MIB_IPFORWARD_ROW2& row);
// RTPROT_… for NL_ROUTE_PROTOCOL: the same number if it exists.
[[nodiscard]] std::uint8_t kernel_protocol(ULONG protocol);

// False if no link of the host has the route.
[[nodiscard]] bool fill_row(const Adapter& adapter, const kernel::KernelRoute& route,
                            MIB_IPFORWARD_ROW2& row);

}  // namespace netioconf::conformance::implementations::linux

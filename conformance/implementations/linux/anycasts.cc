#include "conformance/implementations/linux/linux_calls.h"

#include <netinet/in.h>

#include <algorithm>
#include <cstdlib>
#include <expected>

namespace netioconf::conformance::implementations::linux {
namespace {

constexpr std::string_view no_ipv6 = "IPv6 is disabled";

struct NamedAnycast {
  MIB_ANYCASTIPADDRESS_ROW row;
  kernel::KernelAnycast anycast;
};

// If the row cannot be converted, the adapter has decided with this status.
std::expected<NamedAnycast, NETIO_STATUS> named_anycast(Adapter& adapter,
                                                        const MIB_ANYCASTIPADDRESS_ROW* row) {
  const auto refused = [&](std::string_view why) {
    return std::unexpected(adapter.by_adapter(STATUS_INVALID_PARAMETER, why));
  };
  if (row == nullptr) return refused("no row");
  NamedAnycast named{.row = copy_of(row)};
  const kernel::KernelAddress address = kernel_address(named.row.Address);
  if (address.family != AF_INET6) return refused("no such family of addresses");
  if (named.row.InterfaceLuid.Value == 0 && named.row.InterfaceIndex == 0) {
    return refused("no link is named; Linux would choose one");
  }
  if (adapter.lacks_stack(AF_INET6)) {
    return std::unexpected(adapter.by_adapter(STATUS_NOT_SUPPORTED, no_ipv6));
  }
  const NamedLink* link = adapter.link_map.find(named.row.InterfaceLuid.Value, named.row.InterfaceIndex);
  if (link == nullptr) return std::unexpected(adapter.by_kernel(adapter.look_for_link(no_ifindex)));
  named.anycast = {.ifindex = link->ifindex, .address = address.bytes};
  return named;
}

bool fill_row(const Adapter& adapter, const kernel::KernelAnycast& anycast,
              MIB_ANYCASTIPADDRESS_ROW& row) {
  const NamedLink* link = adapter.link_map.find_kernel(anycast.ifindex);
  if (link == nullptr) return false;
  row = {};
  row.Address = documented_address({.family = AF_INET6, .bytes = anycast.address});
  row.InterfaceLuid.Value = link->luid;
  row.InterfaceIndex = link->index;
  return true;
}

NETIO_STATUS success(Adapter& adapter) {
  adapter.decided_by = "kernel and adapter: ScopeId";
  return STATUS_SUCCESS;
}

}  // namespace

NETIO_STATUS LinuxCalls::create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  const auto named = named_anycast(adapter, row);
  if (!named) return named.error();
  return adapter.by_kernel(adapter.machine->anycasts().join(named->anycast));
}

NETIO_STATUS LinuxCalls::delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  const auto named = named_anycast(adapter, row);
  if (!named) return named.error();
  return adapter.by_kernel(adapter.machine->anycasts().leave(named->anycast));
}

NETIO_STATUS LinuxCalls::get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) {
  const auto named = named_anycast(adapter, row);
  if (!named) return named.error();
  const auto anycasts = adapter.machine->anycasts().list();
  const auto found = std::ranges::find(anycasts, named->anycast);
  if (found == anycasts.end()) return adapter.by_kernel(STATUS_NOT_FOUND, "not in /proc/net/anycast6");
  MIB_ANYCASTIPADDRESS_ROW filled;
  if (fill_row(adapter, *found, filled)) copy_to(row, filled);
  return success(adapter);
}

NETIO_STATUS LinuxCalls::anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table) {
  if (table == nullptr) return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no table pointer");
  if (kernel_family(family) == 0 && family != NETIOCONF_AF_UNSPEC) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no such family");
  }
  if (adapter.lacks_stack(kernel_family(family))) {
    return adapter.by_adapter(STATUS_NOT_SUPPORTED, no_ipv6);
  }
  if (family == NETIOCONF_AF_INET) {
    return adapter.by_adapter(STATUS_NOT_FOUND, "Linux has no IPv4 anycast addresses");
  }
  const auto anycasts = adapter.machine->anycasts().list();
  const std::size_t size =
      offsetof(MIB_ANYCASTIPADDRESS_TABLE, Table) + anycasts.size() * sizeof(MIB_ANYCASTIPADDRESS_ROW);
  auto* filled = static_cast<MIB_ANYCASTIPADDRESS_TABLE*>(std::calloc(1, size));
  if (filled == nullptr) return adapter.by_adapter(STATUS_NO_MEMORY, "no memory");
  for (const kernel::KernelAnycast& anycast : anycasts) {
    if (fill_row(adapter, anycast, filled->Table[filled->NumEntries])) ++filled->NumEntries;
  }
  if (filled->NumEntries != 0) {
    *table = filled;
    return success(adapter);
  }
  std::free(filled);
  return adapter.by_kernel(STATUS_NOT_FOUND, "/proc/net/anycast6 is empty");
}

}  // namespace netioconf::conformance::implementations::linux

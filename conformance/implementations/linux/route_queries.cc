#include <netinet/in.h>

#include <cstdlib>
#include <cstring>
#include <vector>

#include "conformance/implementations/linux/linux_calls.h"
#include "conformance/implementations/linux/route_rows.h"

namespace netioconf::conformance::implementations::linux {
namespace {

// FreeMibTable frees this memory.
MIB_IPFORWARD_TABLE2* table_of(const std::vector<MIB_IPFORWARD_ROW2>& rows) {
  const std::size_t size = offsetof(MIB_IPFORWARD_TABLE2, Table) + rows.size() * sizeof rows[0];
  auto* table = static_cast<MIB_IPFORWARD_TABLE2*>(std::calloc(1, size));
  if (table == nullptr) return nullptr;
  table->NumEntries = static_cast<ULONG>(rows.size());
  std::memcpy(table->Table, rows.data(), rows.size() * sizeof rows[0]);
  return table;
}

// Empty if the arguments are valid for the kernel.
std::string_view wrong_with(const SOCKADDR_INET* destination, const MIB_IPFORWARD_ROW2* best_route,
                            const SOCKADDR_INET* best_source) {
  if (destination == nullptr) return "no destination";
  if (best_route == nullptr || best_source == nullptr) return "no room for the answer";
  return kernel_family(destination->si_family) == 0 ? "no such family of destinations" : "";
}

int note_ipv6(const nlattr* attribute, void* to) {
  if (mnl_attr_get_type(attribute) == AF_INET6) *static_cast<bool*>(to) = true;
  return MNL_CB_OK;
}

// Whether the kernel gives the link an IPv6 stack.
bool has_ipv6(const nlmsghdr& link) {
  bool found = false;
  mnl_attr_parse(
      &link, sizeof(ifinfomsg),
      [](const nlattr* attribute, void* to) {
        const bool families = mnl_attr_get_type(attribute) == IFLA_AF_SPEC;
        return families ? mnl_attr_parse_nested(attribute, note_ipv6, to) : MNL_CB_OK;
      },
      &found);
  return found;
}

}  // namespace

NETIO_STATUS LinuxCalls::route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table) {
  const std::uint8_t wanted = kernel_family(family);
  if (table == nullptr) return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no table pointer");
  if (wanted == 0 && family != NETIOCONF_AF_UNSPEC) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no such family");
  }
  if (adapter.lacks_stack(wanted)) return adapter.by_adapter(STATUS_NOT_SUPPORTED, no_stack);
  std::vector<MIB_IPFORWARD_ROW2> rows;
  const kernel::KernelAnswer answer =
      kernel::each_route(adapter.machine->kernel(), wanted, [&](const kernel::KernelRoute& route) {
        MIB_IPFORWARD_ROW2 row;
        if (fill_row(adapter, route, row)) rows.push_back(row);
      });
  if (answer.error != 0) return adapter.by_kernel(answer);
  if (rows.empty()) return adapter.by_kernel(STATUS_NOT_FOUND, "its table is empty");
  *table = table_of(rows);
  if (*table == nullptr) return adapter.by_adapter(STATUS_NO_MEMORY, "no memory");
  return adapter.by_both();
}

NETIO_STATUS LinuxCalls::best_route(const NET_LUID* named_luid, NET_IFINDEX index,
                                    const SOCKADDR_INET* source, const SOCKADDR_INET* destination, ULONG,
                                    MIB_IPFORWARD_ROW2* best_route, SOCKADDR_INET* best_source) {
  const std::string_view wrong = wrong_with(destination, best_route, best_source);
  if (!wrong.empty()) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, wrong);
  }
  kernel::Lookup lookup{.destination = kernel_address(*destination), .ifindex = 0};
  if (adapter.lacks_stack(lookup.destination.family)) {
    return adapter.by_adapter(STATUS_NOT_SUPPORTED, no_stack);
  }
  const std::uint64_t luid = named_luid == nullptr ? 0 : named_luid->Value;
  if (luid != 0 || index != 0) {
    const NamedLink* link = adapter.link_map.find(luid, index);
    if (link == nullptr) return adapter.by_kernel(adapter.look_for_link(no_ifindex));
    lookup.ifindex = link->ifindex;
  }
  // The documents leave open how a source affects the search. One of another family can't be sent.
  if (source != nullptr && source->si_family == destination->si_family) {
    lookup.source = kernel_address(*source);
  }
  const kernel::KernelReply found = kernel::find_best(adapter.machine->kernel(), lookup);
  if (found.answer.error != 0) return adapter.by_kernel(found.answer);
  MIB_IPFORWARD_ROW2 row;
  if (!found.route || !found.route->in_main_table || !fill_row(adapter, *found.route, row)) {
    return adapter.by_kernel(STATUS_NOT_FOUND, "a route that is not in its main table");
  }
  copy_to(best_route, row);
  kernel::KernelAddress no_address;
  no_address.family = lookup.destination.family;
  // For IPv4 the kernel does not report a source that it was asked for.
  const SOCKADDR_INET from = documented_address(
      lookup.source.family != 0
          ? lookup.source
          : kernel::find_source(adapter.machine->kernel(), lookup).value_or(no_address));
  copy_to(best_source, from);
  return adapter.by_both();
}

NETIO_STATUS LinuxCalls::get_link(MIB_IPINTERFACE_ROW* row) {
  if (row == nullptr) return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no row");
  const MIB_IPINTERFACE_ROW given = copy_of(row);
  const std::uint8_t family = kernel_family(given.Family);
  if (family == 0) return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no such family");
  if (given.InterfaceLuid.Value == 0 && given.InterfaceIndex == 0) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "no link is named");
  }
  const NamedLink* link = adapter.link_map.find(given.InterfaceLuid.Value, given.InterfaceIndex);
  kernel::NetlinkRequest request{RTM_GETLINK, 0};
  ifinfomsg header{};
  header.ifi_index = static_cast<int>(link == nullptr ? no_ifindex : link->ifindex);
  request.put(header);
  bool ipv6 = false;
  const kernel::KernelAnswer answer =
      adapter.machine->kernel().ask(request, [&](const nlmsghdr& message) { ipv6 = has_ipv6(message); });
  if (answer.error != 0) return adapter.by_kernel(answer);
  if (family == AF_INET6 && !ipv6) return adapter.by_kernel(STATUS_NOT_FOUND, "no IPv6 on that link");
  if (adapter.lacks_stack(family)) {
    return adapter.by_adapter(STATUS_NOT_FOUND, "IPv6 is disabled on every link");
  }
  MIB_IPINTERFACE_ROW filled{};
  filled.Family = given.Family;
  filled.InterfaceLuid.Value = link->luid;
  filled.InterfaceIndex = link->index;
  filled.Metric = link->metric(family);
  filled.Connected = link->connected;
  copy_to(row, filled);
  return adapter.by_adapter(STATUS_SUCCESS, "Linux has no metric of a link");
}

}  // namespace netioconf::conformance::implementations::linux

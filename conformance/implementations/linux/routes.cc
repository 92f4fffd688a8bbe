#include "conformance/implementations/linux/linux_calls.h"

#include <optional>

#include "conformance/implementations/linux/route_rows.h"

namespace netioconf::conformance::implementations::linux {
namespace {

constexpr UCHAR customary_illegal_length = 255;  // MIB_IPFORWARD_ROW2, Members

bool site_prefix_is_too_long(const MIB_IPFORWARD_ROW2& row) {
  return row.SitePrefixLength > row.DestinationPrefix.PrefixLength &&
         row.SitePrefixLength != customary_illegal_length;
}

// Metric is an offset, while Linux has only the sum.
void put_values(const MIB_IPFORWARD_ROW2& row, const NamedLink* link, kernel::KernelRoute& route) {
  const std::uint32_t of_link = link == nullptr ? 0 : link->metric(route.destination.family);
  route.priority = row.Metric + of_link;
  route.protocol = kernel_protocol(row.Protocol);
  if (route.destination.family == AF_INET6 && row.ValidLifetime != infinite_s) {
    route.valid_s = row.ValidLifetime;
  }
}

RowFor rows_of(const Adapter& adapter) {
  return [&adapter](const kernel::KernelRoute& route, MIB_IPFORWARD_ROW2& row) {
    return fill_row(adapter, route, row);
  };
}

std::size_t deliver(Adapter& adapter) {
  return adapter.notifier.deliver(adapter.machine->events(), rows_of(adapter));
}

// Whether link, prefix and next hop of both are the same.
bool same_key(const kernel::KernelRoute& one, const kernel::KernelRoute& other) {
  return one.ifindex == other.ifindex && one.destination == other.destination &&
         one.length == other.length && one.next_hop == other.next_hop;
}

// Finds the first route in the kernel's table with that link, prefix and next hop.
kernel::KernelReply find_exactly(Adapter& adapter, const kernel::KernelRoute& wanted) {
  kernel::KernelReply reply;
  reply.answer = kernel::each_route(adapter.machine->kernel(), wanted.destination.family,
                                    [&](const kernel::KernelRoute& route) {
                                      if (!reply.route && same_key(route, wanted)) reply.route = route;
                                    });
  return reply;
}

// Linux cannot change members that are part of a route's key.
kernel::KernelReply change_route(kernel::Netlink& kernel, const kernel::KernelRoute& from,
                                 const kernel::KernelRoute& to) {
  if (from.priority == to.priority) return kernel::replace_route(kernel, to);
  kernel::KernelReply reply = kernel::add_route(kernel, to);
  if (reply.answer.error == 0) reply.answer = kernel::remove_route(kernel, from).answer;
  return reply;
}

// Looks up a route by its whole key.
std::expected<kernel::KernelRoute, NETIO_STATUS> look_up(Adapter& adapter, const NamedRoute& named) {
  if (named.link == nullptr) {
    return std::unexpected(adapter.by_kernel(adapter.look_for_link(no_ifindex)));
  }
  const unsigned bits = named.route.destination.family == AF_INET ? 32 : 128;
  if (named.route.length > bits) {
    return std::unexpected(
        adapter.by_adapter(STATUS_INVALID_PARAMETER, "the prefix is longer than an address"));
  }
  const kernel::KernelReply found = find_exactly(adapter, named.route);
  if (found.answer.error != 0) return std::unexpected(adapter.by_kernel(found.answer));
  if (found.route) return *found.route;
  return std::unexpected(adapter.by_kernel(STATUS_NOT_FOUND, "not in its table"));
}

}  // namespace

NETIO_STATUS LinuxCalls::create_route(const MIB_IPFORWARD_ROW2* row) {
  auto named = named_route(adapter, row);
  if (!named) return named.error();
  const MIB_IPFORWARD_ROW2& given = named->row;
  if (given.PreferredLifetime > given.ValidLifetime) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "Linux has no preferred lifetime");
  }
  if (site_prefix_is_too_long(given)) {
    return adapter.by_adapter(STATUS_INVALID_PARAMETER, "Linux has no site prefix");
  }
  put_values(given, named->link, named->route);
  const kernel::KernelReply reply = kernel::add_route(adapter.machine->kernel(), named->route);
  if (reply.answer.error == 0) {
    adapter.remembered[name_of(reply.route.value_or(named->route))] = remembered_of(given);
  }
  deliver(adapter);
  return adapter.by_kernel(reply.answer);
}

NETIO_STATUS LinuxCalls::set_route(const MIB_IPFORWARD_ROW2* row) {
  auto named = named_route(adapter, row);
  if (!named) return named.error();
  const auto existing = look_up(adapter, *named);
  if (!existing) return existing.error();
  kernel::KernelRoute wanted = *existing;
  wanted.valid_s.reset();
  put_values(named->row, named->link, wanted);
  const kernel::KernelReply reply = change_route(adapter.machine->kernel(), *existing, wanted);
  if (reply.answer.error != 0) {
    deliver(adapter);
    return adapter.by_kernel(reply.answer);
  }
  const Remembered now = remembered_of(named->row);
  const Remembered before = std::exchange(adapter.remembered[name_of(*existing)], now);
  const kernel::KernelRoute kept = reply.route.value_or(wanted);
  if (name_of(kept) != name_of(*existing)) {
    adapter.remembered.erase(name_of(*existing));
    adapter.remembered[name_of(kept)] = now;
  }
  const bool kernel_spoke = deliver(adapter) != 0;
  MIB_IPFORWARD_ROW2 changed;
  if (!kernel_spoke && !before.same_members(now) && fill_row(adapter, kept, changed)) {
    adapter.notifier.deliver(changed, MibParameterNotification);
  }
  return adapter.by_kernel(reply.answer);
}

NETIO_STATUS LinuxCalls::get_route(MIB_IPFORWARD_ROW2* row) {
  const auto named = named_route(adapter, row);
  if (!named) return named.error();
  if (adapter.lacks_stack(named->route.destination.family)) {
    return adapter.by_adapter(STATUS_NOT_SUPPORTED, no_stack);
  }
  const auto found = look_up(adapter, *named);
  if (!found) return found.error();
  MIB_IPFORWARD_ROW2 filled;
  if (fill_row(adapter, *found, filled)) copy_to(row, filled);
  return adapter.by_both();
}

NETIO_STATUS LinuxCalls::delete_route(const MIB_IPFORWARD_ROW2* row) {
  const auto named = named_route(adapter, row);
  if (!named) return named.error();
  if (adapter.lacks_stack(named->route.destination.family)) {
    return adapter.by_adapter(STATUS_NOT_SUPPORTED, no_stack);
  }
  if (named->link == nullptr) return adapter.by_kernel(adapter.look_for_link(no_ifindex));
  kernel::KernelRoute wanted = named->route;
  // Without a gateway and a priority the kernel would remove any route of an IPv6 prefix.
  if (wanted.destination.family == AF_INET6 && wanted.next_hop.family == 0 && wanted.length <= 128) {
    const auto found = look_up(adapter, *named);
    if (!found) return found.error();
    wanted = *found;
  }
  const kernel::KernelReply reply = kernel::remove_route(adapter.machine->kernel(), wanted);
  deliver(adapter);
  if (reply.answer.error == 0) adapter.remembered.erase(name_of(reply.route.value_or(wanted)));
  return adapter.by_kernel(reply.answer);
}

void LinuxCalls::initialize_route(MIB_IPFORWARD_ROW2* row) {
  static_cast<void>(adapter.by_adapter(STATUS_SUCCESS, "writes the caller's memory only"));
  if (row == nullptr) return;
  MIB_IPFORWARD_ROW2 initial{};
  initial.SitePrefixLength = customary_illegal_length;
  initial.ValidLifetime = infinite_s;
  initial.PreferredLifetime = infinite_s;
  initial.Metric = 0xffffffff;
  initial.Protocol = 0xffffffff;
  initial.Loopback = 1;
  initial.AutoconfigureAddress = 1;
  initial.Publish = 1;
  initial.Immortal = 1;
  copy_to(row, initial);
}

}  // namespace netioconf::conformance::implementations::linux

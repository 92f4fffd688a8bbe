#include "conformance/implementations/linux/notifier.h"

#include <algorithm>

namespace netioconf::conformance::implementations::linux {
namespace {

constexpr unsigned groups[] = {RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE};

MIB_NOTIFICATION_TYPE type_of(const nlmsghdr& message) {
  if (message.nlmsg_type == RTM_DELROUTE) return MibDeleteInstance;
  return (message.nlmsg_flags & NLM_F_REPLACE) != 0 ? MibParameterNotification : MibAddInstance;
}

}  // namespace

HANDLE KernelNotifier::add(kernel::Netlink& events, ADDRESS_FAMILY family,
                           PIPFORWARD_CHANGE_CALLBACK callback, PVOID context) {
  if (!listening_) {
    for (const unsigned group : groups) events.join(group);
    listening_ = true;
  }
  registrations_.push_back({++last_number_, family, callback, context});
  return reinterpret_cast<HANDLE>(last_number_);
}

bool KernelNotifier::remove(HANDLE handle) {
  const auto number = reinterpret_cast<std::uintptr_t>(handle);
  return std::erase_if(registrations_,
                       [&](const Registration& each) { return each.number == number; }) != 0;
}

void KernelNotifier::clear(kernel::Netlink& events) {
  registrations_.clear();
  if (!listening_) return;
  for (const unsigned group : groups) events.leave(group);
  events.collect([](const nlmsghdr&) {});
  listening_ = false;
}

std::size_t KernelNotifier::deliver(kernel::Netlink& events, const RowFor& row_for) {
  std::size_t spoken = 0;
  if (!listening_) return spoken;
  events.collect([&](const nlmsghdr& message) {
    if (message.nlmsg_type != RTM_NEWROUTE && message.nlmsg_type != RTM_DELROUTE) return;
    const auto route = kernel::route_in(message);
    MIB_IPFORWARD_ROW2 row{};
    if (!route || !row_for(*route, row)) return;
    ++spoken;
    deliver(row, type_of(message));
  });
  return spoken;
}

void KernelNotifier::deliver(const MIB_IPFORWARD_ROW2& row, MIB_NOTIFICATION_TYPE type) {
  for (const Registration& each : registrations_) {
    const bool wanted =
        each.family == NETIOCONF_AF_UNSPEC || each.family == row.DestinationPrefix.Prefix.si_family;
    MIB_IPFORWARD_ROW2 copy = row;
    if (wanted) each.callback(each.context, &copy, type);
  }
}

}  // namespace netioconf::conformance::implementations::linux

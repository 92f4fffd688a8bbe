#include "conformance/implementations/linux/adapter.h"

#include <fmt/format.h>
#include <netinet/in.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>

namespace netioconf::conformance::implementations::linux {
namespace {

// Errno values that have a special meaning here, because the host is set up by disabling stacks and
// links.
NETIO_STATUS status_for(int error) {
  switch (error) {
    case EACCES:    // IPv6 is disabled on the link
    case ENETDOWN:  // the link is down
      return STATUS_NOT_SUPPORTED;
    case ENETUNREACH:
    case EHOSTUNREACH:
      return STATUS_NOT_FOUND;
    default:
      return static_cast<NETIO_STATUS>(-error);
  }
}

}  // namespace

bool Remembered::same_members(const Remembered& other) const {
  const auto members = [](const Remembered& one) {
    return std::tie(one.site_prefix_length, one.valid_lifetime_s, one.preferred_lifetime_s, one.protocol,
                    one.loopback, one.autoconfigure_address, one.publish, one.immortal);
  };
  return members(*this) == members(other);
}

RouteName name_of(const kernel::KernelRoute& route) {
  return {.ifindex = route.ifindex,
          .destination = route.destination,
          .length = route.length,
          .next_hop = route.next_hop,
          .priority = route.priority};
}

NETIO_STATUS Adapter::by_kernel(const kernel::KernelAnswer& answer) {
  if (answer.error == 0) {
    decided_by = "kernel";
    return STATUS_SUCCESS;
  }
  const char* name = strerrorname_np(answer.error);
  decided_by = fmt::format("kernel: {}", name == nullptr ? "an unknown error" : name);
  if (!answer.words.empty()) decided_by += ", " + answer.words;
  return status_for(answer.error);
}

NETIO_STATUS Adapter::by_kernel(NETIO_STATUS status, std::string_view why) {
  decided_by = "kernel: ";
  decided_by += why;
  return status;
}

NETIO_STATUS Adapter::by_adapter(NETIO_STATUS status, std::string_view why) {
  decided_by = "adapter: ";
  decided_by += why;
  return status;
}

NETIO_STATUS Adapter::by_both() {
  decided_by =
      "kernel and adapter: site prefix, lifetimes but the valid one of IPv6, flags, Age, Origin";
  return STATUS_SUCCESS;
}

bool Adapter::lacks_stack(std::uint8_t family) const {
  return family == AF_INET6 && machine->ipv6() == kernel::Ipv6::disabled;
}

kernel::KernelAnswer Adapter::look_for_link(std::uint32_t ifindex) {
  kernel::NetlinkRequest request{RTM_GETLINK, 0};
  ifinfomsg header{};
  header.ifi_index = static_cast<int>(ifindex);
  request.put(header);
  return machine->kernel().ask(request, [](const nlmsghdr&) {});
}

std::uint8_t kernel_family(ADDRESS_FAMILY family) {
  if (family == NETIOCONF_AF_INET) return AF_INET;
  return family == NETIOCONF_AF_INET6 ? AF_INET6 : 0;
}

ADDRESS_FAMILY documented_family(std::uint8_t family) {
  if (family == AF_INET) return NETIOCONF_AF_INET;
  return family == AF_INET6 ? NETIOCONF_AF_INET6 : NETIOCONF_AF_UNSPEC;
}

kernel::KernelAddress kernel_address(const SOCKADDR_INET& address) {
  kernel::KernelAddress result;
  result.family = kernel_family(address.si_family);
  if (result.family == AF_INET) std::memcpy(result.bytes.data(), &address.Ipv4.sin_addr, 4);
  if (result.family == AF_INET6) std::memcpy(result.bytes.data(), &address.Ipv6.sin6_addr, 16);
  return result;
}

SOCKADDR_INET documented_address(const kernel::KernelAddress& address) {
  SOCKADDR_INET result{};
  result.si_family = documented_family(address.family);
  if (address.family == AF_INET) std::memcpy(&result.Ipv4.sin_addr, address.bytes.data(), 4);
  if (address.family == AF_INET6) std::memcpy(&result.Ipv6.sin6_addr, address.bytes.data(), 16);
  return result;
}

bool is_all_zero(const kernel::KernelAddress& address) {
  return std::ranges::all_of(address.bytes, [](auto byte) { return byte == 0; });
}

}  // namespace netioconf::conformance::implementations::linux

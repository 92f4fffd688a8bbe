#include "conformance/emulator/exports/forwarding/system_links.h"

#include <winsock2.h>
#include <ws2ipdef.h>

#include <iphlpapi.h>

#include <algorithm>
#include <cstring>

#include "conformance/emulator/exports/forwarding/system_dll.h"

namespace netioconf::conformance::emulator::exports::forwarding {
namespace {

// The memory of a list of IP_ADAPTER_ADDRESSES; empty if there is none.
std::vector<std::uint64_t> adapters() {
  const auto get = system_function_as<ULONG(ULONG, ULONG, PVOID, IP_ADAPTER_ADDRESSES*, ULONG*)>(
      "GetAdaptersAddresses");
  ULONG size = 1U << 16;
  for (int attempt = 0; get != nullptr && attempt < 4; ++attempt) {
    std::vector<std::uint64_t> memory(size / sizeof(std::uint64_t) + 1);
    auto* first = reinterpret_cast<IP_ADAPTER_ADDRESSES*>(memory.data());
    const ULONG status = get(AF_UNSPEC, GAA_FLAG_INCLUDE_ALL_INTERFACES, nullptr, first, &size);
    if (status == NO_ERROR) return memory;
    if (status != ERROR_BUFFER_OVERFLOW) break;
  }
  return {};
}

SystemAddress address_of(const IP_ADAPTER_UNICAST_ADDRESS& found) {
  SystemAddress address;
  const auto size = static_cast<std::size_t>(found.Address.iSockaddrLength);
  std::memcpy(address.socket_address.data(), found.Address.lpSockaddr,
              std::min(size, address.socket_address.size()));
  address.length_bits = found.OnLinkPrefixLength;
  return address;
}

SystemLink link_of(const IP_ADAPTER_ADDRESSES& adapter) {
  SystemLink link{.luid = adapter.Luid.Value,
                  .index = adapter.IfIndex != 0 ? adapter.IfIndex : adapter.Ipv6IfIndex,
                  .ipv4 = adapter.Ipv4Enabled != 0,
                  .ipv6 = adapter.Ipv6Enabled != 0,
                  .loopback = adapter.IfType == IF_TYPE_SOFTWARE_LOOPBACK,
                  .connected = adapter.OperStatus == IfOperStatusUp,
                  .ipv4_metric = adapter.Ipv4Metric,
                  .ipv6_metric = adapter.Ipv6Metric,
                  .addresses = {}};
  for (auto* each = adapter.FirstUnicastAddress; each != nullptr; each = each->Next) {
    link.addresses.push_back(address_of(*each));
  }
  return link;
}

}  // namespace

std::vector<SystemLink> system_links() {
  std::vector<SystemLink> links;
  const std::vector<std::uint64_t> memory = adapters();
  if (memory.empty()) return links;
  const auto* adapter = reinterpret_cast<const IP_ADAPTER_ADDRESSES*>(memory.data());
  for (; adapter != nullptr; adapter = adapter->Next) links.push_back(link_of(*adapter));
  return links;
}

}  // namespace netioconf::conformance::emulator::exports::forwarding

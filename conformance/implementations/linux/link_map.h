#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "conformance/implementations/linux/kernel/machine.h"

namespace netioconf::conformance::implementations::linux {

// An index that no link has, to ask the kernel for a link that does not exist.
inline constexpr std::uint32_t no_ifindex = 0x7ffffff0;

// A link as the documented interface names it, and the kernel's link for it.
struct NamedLink {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  std::uint32_t ifindex = 0;
  std::uint32_t ipv4_metric = 0;  // in Linux routes have metrics, links have none
  std::uint32_t ipv6_metric = 0;
  bool connected = true;

  [[nodiscard]] std::uint32_t metric(std::uint8_t family) const;

  friend bool operator==(const NamedLink&, const NamedLink&) = default;
};

// The host of the current script.
struct LinkMap {
  std::vector<NamedLink> links;

  // By LUID, and only if that is zero by index. CreateIpForwardEntry2, Remarks.
  [[nodiscard]] const NamedLink* find(std::uint64_t luid, std::uint32_t index) const;
  [[nodiscard]] const NamedLink* find_kernel(std::uint32_t ifindex) const;
};

// The links that the machine must have. The error states in one line why Linux can't be such a host.
[[nodiscard]] std::expected<std::vector<kernel::RequestedLink>, std::string> requested_links(
    const netioconf_host& host);

[[nodiscard]] LinkMap link_map_of(const netioconf_host& host,
                                  const std::vector<std::uint32_t>& ifindexes);

}  // namespace netioconf::conformance::implementations::linux

#pragma once

#include <cstddef>
#include <cstdint>

#include "oracle/readings/inquiry.h"
#include "oracle/model/rows.h"

namespace netioconf::oracle {

// Where a route leads on a link.
struct DestinationKey {
  std::uint64_t luid = 0;
  SocketAddress destination;
  std::uint8_t length = 0;

  friend bool operator==(const DestinationKey&, const DestinationKey&) = default;
};

// What tells one route from another. Addresses hold no byte that the implementation does not compare.
struct RouteKey {
  DestinationKey to;
  SocketAddress next_hop;

  friend bool operator==(const RouteKey&, const RouteKey&) = default;
};

struct AnycastKey {
  std::uint64_t luid = 0;
  SocketAddress address;

  friend bool operator==(const AnycastKey&, const AnycastKey&) = default;
};

struct KeyHash {
  [[nodiscard]] std::size_t operator()(const DestinationKey& key) const;
  [[nodiscard]] std::size_t operator()(const RouteKey& key) const;
  [[nodiscard]] std::size_t operator()(const AnycastKey& key) const;
};

// An address as the implementation compares it: without the bytes beside the IP address that it ignores.
// One that it refuses may be compared before it is refused, so it is as without them, too.
struct Compared {
  SocketAddress address;
  bool refused = false;  // it has such bytes, and the implementation refuses them
};
[[nodiscard]] Compared compared(Inquiry& inquiry, const SocketAddress& address, KeyMember member);

[[nodiscard]] bool has_stray_bytes(const SocketAddress& address, StrayKind kind);

// Only family and IP address.
[[nodiscard]] SocketAddress bare(const SocketAddress& address);

[[nodiscard]] bool has_host_bits(const Prefix& prefix);

}  // namespace netioconf::oracle

#pragma once

#include <cstddef>
#include <cstdint>

#include "oracle/model/rows.h"
#include "oracle/readings/choice_enumerator.h"

namespace netioconf::oracle::state {

// The link and the destination prefix of a route.
struct DestinationKey {
  std::uint64_t luid = 0;
  SocketAddress destination;
  std::uint8_t length = 0;

  friend bool operator==(const DestinationKey&, const DestinationKey&) = default;
};

// The identity of a route. Bytes that the implementation does not compare are zero.
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

// An address as the implementation compares it: bytes outside the IP address that it ignores are zero.
// Bytes that it refuses are also zero, because it may compare the address before it refuses it.
struct ComparedAddress {
  SocketAddress address;
  bool refused = false;  // the address has bytes that the implementation refuses
};
// `index`: of the link of the row; 0: none.
[[nodiscard]] ComparedAddress compared(readings::ChoiceEnumerator& choices, const SocketAddress& address,
                                       readings::KeyMember member, std::uint32_t index);

[[nodiscard]] bool has_stray_bytes(const SocketAddress& address, readings::StrayKind kind);

[[nodiscard]] bool has_host_bits(const Prefix& prefix);

}  // namespace netioconf::oracle::state

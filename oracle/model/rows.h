#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <type_traits>

#include "oracle/model/address.h"

namespace netioconf::oracle::inline model {

inline constexpr std::uint32_t infinite_lifetime_s = 0xffffffff;
inline constexpr std::uint32_t unused_metric =
    0xffffffff;  // MIB_IPFORWARD_ROW2, Members: "not used" is -1.
// What Windows probably stores for it: "automatic".
inline constexpr std::uint32_t automatic_metric = 256;
inline constexpr std::uint8_t illegal_site_prefix =
    255;  // MIB_IPFORWARD_ROW2, Members: the usual illegal value.
inline constexpr std::uint32_t protocol_netmgmt = 3;
// What InitializeIpForwardEntry sets: InitializeIpForwardEntry, Remarks.
inline constexpr std::uint32_t illegal_protocol = 0xffffffff;

// Whether an NL_ROUTE_PROTOCOL has this number: 1 to 19 and three numbers specific to Windows NT.
[[nodiscard]] constexpr bool is_protocol(std::uint32_t number) {
  return (number >= 1 && number <= 19) || number == 10002 || number == 10006 || number == 10007;
}

// An IP_ADDRESS_PREFIX.
struct Prefix {
  SocketAddress address;
  std::uint8_t length = 0;  // bits
  std::array<std::uint8_t, 3> padding{};

  friend bool operator==(const Prefix&, const Prefix&) = default;
};

// A MIB_IPFORWARD_ROW2, byte for byte. It can hold any bytes that a caller can pass.
struct RouteRow {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  Prefix destination;
  SocketAddress next_hop;
  std::uint8_t site_prefix_length = 0;  // bits
  std::array<std::uint8_t, 3> padding{};
  std::uint32_t valid_lifetime_s = 0;
  std::uint32_t preferred_lifetime_s = 0;
  std::uint32_t metric = 0;  // offset to the metric of the link
  std::uint32_t protocol = 0;
  std::uint8_t loopback = 0;
  std::uint8_t autoconfigure_address = 0;
  std::uint8_t publish = 0;
  std::uint8_t immortal = 0;
  std::uint32_t age_s = 0;
  std::uint32_t origin = 0;

  friend bool operator==(const RouteRow& a, const RouteRow& b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
  }
};

// A MIB_ANYCASTIPADDRESS_ROW, byte for byte.
struct AnycastRow {
  SocketAddress address;
  std::array<std::uint8_t, 4> padding{};
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  std::uint32_t scope_id = 0;

  friend bool operator==(const AnycastRow&, const AnycastRow&) = default;
};

// The members of a MIB_IPINTERFACE_ROW that matter here.
struct LinkRow {
  std::uint16_t family = 0;
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  std::uint32_t metric = 0;
  std::uint32_t path_mtu_timeout_ms = 0;  // PathMtuDiscoveryTimeout
  std::optional<std::uint8_t> connected;  // nullopt, here and in the next one: unknown
  std::optional<std::uint8_t> disable_default_routes;

  friend bool operator==(const LinkRow&, const LinkRow&) = default;
};

static_assert(std::has_unique_object_representations_v<RouteRow>);  // No bytes without a member.
static_assert(sizeof(SocketAddress) == 28 && sizeof(Prefix) == 32);
static_assert(sizeof(RouteRow) == 104 && sizeof(AnycastRow) == 48);
static_assert(offsetof(RouteRow, destination) == 12 && offsetof(RouteRow, next_hop) == 44);
static_assert(offsetof(RouteRow, valid_lifetime_s) == 76 && offsetof(RouteRow, loopback) == 92);
static_assert(offsetof(RouteRow, age_s) == 96 && offsetof(RouteRow, origin) == 100);
static_assert(offsetof(AnycastRow, luid) == 32 && offsetof(AnycastRow, scope_id) == 44);

}  // namespace netioconf::oracle::inline model

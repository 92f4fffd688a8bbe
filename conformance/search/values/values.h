#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "oracle/model/address.h"

// The boundary values of members, for all searches: the boundaries of each rule with a value on each
// side, zero, all ones, both sides of each sign bit, the sentinels, unknown families, an address of
// every class.
namespace netioconf::conformance::search::values {

inline constexpr std::array<std::uint16_t, 2> ip_families = {oracle::ipv4_family, oracle::ipv6_family};

// Addresses of that family from every class, with both ends of each class and their neighbours.
[[nodiscard]] const std::vector<oracle::SocketAddress>& addresses_of_every_class(std::uint16_t family);

// The address with invalid families, and all zeros without a family.
[[nodiscard]] std::vector<oracle::SocketAddress> of_no_family(const oracle::SocketAddress& address);

// The family that is not `family`, and an address of it. No list for that family contains it.
[[nodiscard]] std::uint16_t other_family(std::uint16_t family);
[[nodiscard]] oracle::SocketAddress other_family_address(std::uint16_t family);

// The address with a byte that is not zero in port, flow info, scope id, sin_zero or after the address.
[[nodiscard]] std::vector<oracle::SocketAddress> with_stray_bytes(const oracle::SocketAddress& address);

// Values for the Family of a table, a notification or a link.
[[nodiscard]] const std::vector<std::uint16_t>& families();

[[nodiscard]] const std::vector<std::uint8_t>& prefix_lengths();
// The values include 255.
[[nodiscard]] const std::vector<std::uint8_t>& site_prefix_lengths();
[[nodiscard]] const std::vector<std::uint32_t>& lifetimes_s();
[[nodiscard]] const std::vector<std::uint32_t>& metrics();
[[nodiscard]] const std::vector<std::uint32_t>& protocols();
[[nodiscard]] const std::vector<std::uint8_t>& flags();
[[nodiscard]] const std::vector<std::uint32_t>& ages_s();
[[nodiscard]] const std::vector<std::uint32_t>& origins();
[[nodiscard]] const std::vector<std::uint32_t>& scope_ids();

}  // namespace netioconf::conformance::search::values

#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <functional>

#include "oracle/model/rows.h"

namespace netioconf::conformance::search::properties {

// Makes an address of the given family.
using FamilyDependentAddress = std::function<oracle::SocketAddress(std::uint16_t family)>;

// An address that any link can have, out of a few that are close together.
[[nodiscard]] rc::Gen<FamilyDependentAddress> ordinary_address();
// The first or last address of a class that the pages or the RFCs treat specially.
[[nodiscard]] rc::Gen<FamilyDependentAddress> special_address();
// Mostly an ordinary address; sometimes any address of any family.
[[nodiscard]] rc::Gen<FamilyDependentAddress> some_address();

// All bytes are zero except for the family.
[[nodiscard]] oracle::SocketAddress zero_address(std::uint16_t family);

// The address with one bit changed. `bit` can be any number.
[[nodiscard]] oracle::SocketAddress with_bit_flipped(oracle::SocketAddress address, std::uint32_t bit);

// A change of bytes that are not part of the IP address: port, flow info, scope id, the zeros of IPv4
// and the bytes after it.
using Stray = std::function<void(oracle::SocketAddress&)>;
[[nodiscard]] rc::Gen<Stray> some_stray_bytes();

}  // namespace netioconf::conformance::search::properties

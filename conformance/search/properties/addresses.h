#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <functional>

#include "oracle/model/rows.h"

namespace netioconf::conformance {

// An address for whatever family is wanted.
using AddressDraft = std::function<oracle::SocketAddress(std::uint16_t family)>;

// One that any link may have, of a few that lie close together.
[[nodiscard]] rc::Gen<AddressDraft> ordinary_address();
// One of a class that the pages or the RFCs treat as special, at either end of it.
[[nodiscard]] rc::Gen<AddressDraft> special_address();
// Mostly ordinary; now and then any at all, of any family.
[[nodiscard]] rc::Gen<AddressDraft> some_address();

// All zeros but the family.
[[nodiscard]] oracle::SocketAddress zero_address(std::uint16_t family);

// The address with one bit of it changed; which, any number says.
[[nodiscard]] oracle::SocketAddress with_bit_flipped(oracle::SocketAddress address, std::uint32_t bit);

// A change of bytes that are no part of an IP address: port, flow info, scope id, the zeros of IPv4 and
// what lies behind it.
using Stray = std::function<void(oracle::SocketAddress&)>;
[[nodiscard]] rc::Gen<Stray> some_stray_bytes();

}  // namespace netioconf::conformance

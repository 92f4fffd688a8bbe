#pragma once

#include <optional>
#include <string_view>

#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::emulator::inline machine {

// "192.0.2.10" or "2001:db8::10". Nothing if it is neither.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
// An address, "/" and the length of its subnet in bits.
[[nodiscard]] std::optional<IP_ADDRESS_PREFIX> parse_subnet(std::string_view text);

}  // namespace netioconf::conformance::emulator::inline machine

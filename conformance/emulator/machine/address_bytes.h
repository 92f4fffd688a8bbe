#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace netioconf::conformance::emulator::inline machine {

// The bytes of an IP address in network order, as inet_pton reads them from a text; IPv4 uses the first
// four. Nothing if the text is no such address. They have a file of their own, because the headers of
// Windows that inet_pton needs define the structures of netioapi.h again.
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> ipv4_bytes(const std::string& text);
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> ipv6_bytes(const std::string& text);

}  // namespace netioconf::conformance::emulator::inline machine

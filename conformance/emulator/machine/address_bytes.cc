#include "conformance/emulator/machine/address_bytes.h"

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

namespace netioconf::conformance::emulator::inline machine {
namespace {

std::optional<std::array<std::uint8_t, 16>> bytes_of(int family, const std::string& text) {
  std::array<std::uint8_t, 16> bytes{};
  if (inet_pton(family, text.c_str(), bytes.data()) != 1) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::array<std::uint8_t, 16>> ipv4_bytes(const std::string& text) {
  return bytes_of(AF_INET, text);
}

std::optional<std::array<std::uint8_t, 16>> ipv6_bytes(const std::string& text) {
  return bytes_of(AF_INET6, text);
}

}  // namespace netioconf::conformance::emulator::inline machine

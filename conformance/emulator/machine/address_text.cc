#include "conformance/emulator/machine/address_text.h"

#include <charconv>
#include <string>

#include "conformance/emulator/machine/address_bytes.h"

namespace netioconf::conformance::emulator::inline machine {
namespace {

std::optional<unsigned> parse_length(std::string_view text, unsigned most) {
  unsigned length_bits = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, length_bits);
  if (error != std::errc() || rest != end || length_bits > most) return std::nullopt;
  return length_bits;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string terminated(text);
  if (const auto bytes = ipv4_bytes(terminated)) return Address{.family = ipv4, .bytes = *bytes};
  if (const auto bytes = ipv6_bytes(terminated)) return Address{.family = ipv6, .bytes = *bytes};
  return std::nullopt;
}

std::optional<IP_ADDRESS_PREFIX> parse_subnet(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  const auto length_bits = parse_length(text.substr(slash + 1), bits_of(address->family));
  if (!length_bits) return std::nullopt;
  IP_ADDRESS_PREFIX subnet{};
  subnet.Prefix = socket_address_of(*address);
  subnet.PrefixLength = static_cast<UCHAR>(*length_bits);
  return subnet;
}

}  // namespace netioconf::conformance::emulator::inline machine

#include "conformance/emulator/exports/address_text.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace netioconf::conformance::emulator::exports {
namespace {

std::optional<unsigned> parse_number(std::string_view text, int base, unsigned most) {
  unsigned number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number, base);
  if (error != std::errc() || rest != end || number > most) return std::nullopt;
  return number;
}

// The numbers between the separators. An empty text has none.
std::optional<std::vector<unsigned>> parse_numbers(std::string_view text, char separator, int base,
                                                   unsigned most) {
  std::vector<unsigned> numbers;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find(separator), text.size());
    const auto number = parse_number(text.substr(0, length), base, most);
    if (!number || length + 1 == text.size()) return std::nullopt;
    numbers.push_back(*number);
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return numbers;
}

std::optional<Address> parse_ipv4(std::string_view text) {
  const auto numbers = parse_numbers(text, '.', 10, 255);
  if (!numbers || numbers->size() != 4) return std::nullopt;
  Address address{.family = ipv4};
  std::transform(numbers->begin(), numbers->end(), address.bytes.begin(),
                 [](unsigned number) { return static_cast<std::uint8_t>(number); });
  return address;
}

void put_group(Address& address, std::size_t position, unsigned group) {
  address.bytes[2 * position] = static_cast<std::uint8_t>(group >> 8);
  address.bytes[2 * position + 1] = static_cast<std::uint8_t>(group);
}

// "::" stands for one or more groups of zeros.
std::optional<Address> parse_ipv6(std::string_view text) {
  constexpr std::size_t groups = 8;
  const std::size_t gap = text.find("::");
  const bool has_gap = gap != std::string_view::npos;
  const auto before = parse_numbers(text.substr(0, gap), ':', 16, 0xffff);
  const auto after = parse_numbers(has_gap ? text.substr(gap + 2) : "", ':', 16, 0xffff);
  if (!before || !after) return std::nullopt;
  const std::size_t given = before->size() + after->size();
  if (has_gap ? given >= groups : given != groups) return std::nullopt;
  Address address{.family = ipv6};
  for (std::size_t i = 0; i < before->size(); ++i) put_group(address, i, (*before)[i]);
  for (std::size_t i = 0; i < after->size(); ++i) {
    put_group(address, groups - after->size() + i, (*after)[i]);
  }
  return address;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  return text.find(':') == std::string_view::npos ? parse_ipv4(text) : parse_ipv6(text);
}

std::optional<IP_ADDRESS_PREFIX> parse_subnet(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  const auto length_bits = parse_number(text.substr(slash + 1), 10, bits_of(address->family));
  if (!length_bits) return std::nullopt;
  IP_ADDRESS_PREFIX subnet{};
  subnet.Prefix = socket_address_of(*address);
  subnet.PrefixLength = static_cast<UCHAR>(*length_bits);
  return subnet;
}

}  // namespace netioconf::conformance::emulator::exports

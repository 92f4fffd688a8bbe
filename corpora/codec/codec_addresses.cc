#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "corpora/codec/codec_rows.h"
#include "corpora/codec/octets.h"

namespace netioconf::corpora::codec {
namespace {

using AddressBytes = std::array<std::uint8_t, 26>;

// The offset of a member after the family, in octets.
struct BytePlace {
  std::size_t offset;
  std::size_t size;
};
constexpr BytePlace port_place{0, 2};
constexpr BytePlace ipv4_place{2, 4};
constexpr BytePlace flow_info_place{2, 4};
constexpr BytePlace ipv6_high_place{6, 8};
constexpr BytePlace ipv6_low_place{14, 8};
constexpr BytePlace scope_id_place{22, 4};

void put(AddressBytes& bytes, BytePlace place, std::uint64_t value) {
  for (std::size_t i = place.size; i-- > 0; value >>= 8U) {
    bytes[place.offset + i] = static_cast<std::uint8_t>(value);
  }
}

std::uint64_t value_at(const AddressBytes& bytes, BytePlace place) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < place.size; ++i) value = value << 8U | bytes[place.offset + i];
  return value;
}

std::uint32_t number_at(const AddressBytes& bytes, BytePlace place) {
  return static_cast<std::uint32_t>(value_at(bytes, place));
}

// The scope id is in little-endian order. All other members are in network order.
constexpr std::uint32_t octets_reversed(std::uint32_t value) {
  return value >> 24U | (value >> 8U & 0xff00U) | (value << 8U & 0xff0000U) | value << 24U;
}

bool all_zero(const AddressBytes& bytes, std::size_t from) {
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(),
                     [](std::uint8_t byte) { return byte == 0; });
}

std::uint16_t family_without_saying(const proto::Address& message) {
  switch (message.address_case()) {
    case proto::Address::kIpv4:
      return oracle::ipv4_family;
    case proto::Address::kIpv6:
      return oracle::ipv6_family;
    case proto::Address::ADDRESS_NOT_SET:
      break;
  }
  return oracle::unspecified_family;
}

AddressBytes bytes_of(const proto::Address& message) {
  if (message.has_raw()) return first_octets<26>(message.raw());
  AddressBytes bytes{};
  put(bytes, port_place, message.port());
  if (message.has_ipv4()) put(bytes, ipv4_place, message.ipv4());
  if (message.has_ipv6()) {
    put(bytes, flow_info_place, message.flow_info());
    put(bytes, ipv6_high_place, message.ipv6().high());
    put(bytes, ipv6_low_place, message.ipv6().low());
    put(bytes, scope_id_place, octets_reversed(message.scope_id()));
  }
  return bytes;
}

void put_port(proto::Address& message, const AddressBytes& bytes) {
  const std::uint32_t port = number_at(bytes, port_place);
  if (port != message.port()) message.set_port(port);
}

void put_ipv4(proto::Address& message, const AddressBytes& bytes) {
  message.set_ipv4(number_at(bytes, ipv4_place));
  put_port(message, bytes);
}

void put_ipv6(proto::Address& message, const AddressBytes& bytes) {
  proto::Ipv6& ipv6 = *message.mutable_ipv6();
  const std::uint64_t high = value_at(bytes, ipv6_high_place);
  const std::uint64_t low = value_at(bytes, ipv6_low_place);
  if (high != ipv6.high()) ipv6.set_high(high);
  if (low != ipv6.low()) ipv6.set_low(low);
  put_port(message, bytes);
  const std::uint32_t flow_info = number_at(bytes, flow_info_place);
  if (flow_info != message.flow_info()) message.set_flow_info(flow_info);
  const std::uint32_t scope_id = octets_reversed(number_at(bytes, scope_id_place));
  if (scope_id != message.scope_id()) message.set_scope_id(scope_id);
}

// The order of preference that codec_rows.h describes.
void put_bytes(proto::Address& message, const oracle::SocketAddress& address) {
  const AddressBytes& bytes = address.bytes;
  if (address.family == oracle::ipv6_family) return put_ipv6(message, bytes);
  if (address.family != oracle::ipv4_family && all_zero(bytes, port_place.size)) {
    return put_port(message, bytes);
  }
  if (all_zero(bytes, ipv4_place.offset + ipv4_place.size)) return put_ipv4(message, bytes);
  // An IPv6 address with another family stays readable. If the place of the flow info is not zero, the
  // bytes are more likely an IPv4 address.
  if (value_at(bytes, flow_info_place) == 0) return put_ipv6(message, bytes);
  message.set_raw(without_trailing_zeros(bytes));
}

}  // namespace

oracle::SocketAddress decode(const proto::Address& message) {
  oracle::SocketAddress address;
  address.family = message.has_family() ? static_cast<std::uint16_t>(message.family())
                                        : family_without_saying(message);
  address.bytes = bytes_of(message);
  return address;
}

proto::Address encode(const oracle::SocketAddress& address) {
  proto::Address message;
  put_bytes(message, address);
  if (address.family != family_without_saying(message)) message.set_family(address.family);
  return message;
}

}  // namespace netioconf::corpora::codec

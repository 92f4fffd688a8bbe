#include "corpora/codec/many.h"

#include <algorithm>

#include "oracle/model/address.h"

namespace netioconf::corpora::codec {
namespace {

// Adds number * 2^(bits after length) to the address.
oracle::SocketAddress advanced(oracle::SocketAddress address, unsigned length, std::uint32_t number) {
  const unsigned bits = oracle::address_bits(address.family);
  if (bits == 0) return address;
  const unsigned shift = bits - std::min(length, bits);
  std::uint64_t carry = static_cast<std::uint64_t>(number) << (shift % 8);
  const std::size_t first = address.family == oracle::ipv4_family ? 2 : 6;
  for (std::size_t place = first + bits / 8 - shift / 8; place-- > first && carry != 0;) {
    carry += address.bytes[place];
    address.bytes[place] = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
  return address;
}

}  // namespace

oracle::Operation nth_of_many(oracle::Operation operation, std::uint32_t number) {
  if (number == 0) return operation;
  if (auto* route = std::get_if<oracle::RouteCall>(&operation); route != nullptr && route->row) {
    oracle::Prefix& destination = route->row->destination;
    destination.address = advanced(destination.address, destination.length, number);
  } else if (auto* anycast = std::get_if<oracle::AnycastCall>(&operation);
             anycast != nullptr && anycast->row) {
    anycast->row->address = advanced(anycast->row->address, 128, number);
  }
  return operation;
}

}  // namespace netioconf::corpora::codec

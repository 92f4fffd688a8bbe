#include "fuzz/mutators/metamorphic_mutators.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "oracle/model/address.h"
#include "oracle/model/fields.h"

namespace netioconf::fuzz::mutators {
namespace {

using oracle::AddressClass;
using oracle::ipv4_family;
using oracle::ipv6_family;
using oracle::Operation;
using oracle::SocketAddress;

// Ordinary IPv4 addresses are placed after these 32 bits, so each prefix is 32 bits longer.
constexpr std::uint8_t documentation_bits = 32;
constexpr std::uint64_t documentation = 0x20010db800000000;
constexpr std::size_t ipv4_place = 2;
constexpr std::size_t ipv6_place = 6;

std::uint16_t other(std::uint16_t family) {
  if (family == ipv4_family) return ipv6_family;
  return family == ipv6_family ? ipv4_family : family;
}

SocketAddress to_ipv6(const SocketAddress& address) {
  switch (oracle::classify(address)) {
    case AddressClass::unspecified:
      return oracle::ipv6(0, 0);
    case AddressClass::loopback:
      return oracle::ipv6(0, 1);
    case AddressClass::multicast:
      return oracle::ipv6(0xff02000000000000, address.bytes[ipv4_place + 3]);
    case AddressClass::link_local:
      return oracle::ipv6(0xfe80000000000000, address.bytes[ipv4_place + 3]);
    default:
      break;
  }
  SocketAddress converted = oracle::ipv6(documentation, 0);
  std::copy_n(address.bytes.begin() + ipv4_place, 4, converted.bytes.begin() + ipv6_place + 4);
  return converted;
}

SocketAddress to_ipv4(const SocketAddress& address) {
  const std::uint8_t last = address.bytes[ipv6_place + 15];
  switch (oracle::classify(address)) {
    case AddressClass::unspecified:
      return oracle::ipv4(0, 0, 0, 0);
    case AddressClass::loopback:
      return oracle::ipv4(127, 0, 0, 1);
    case AddressClass::multicast:
      return oracle::ipv4(224, 0, 0, last);
    case AddressClass::link_local:
      return oracle::ipv4(169, 254, 0, last);
    default:
      return oracle::ipv4(10, address.bytes[ipv6_place + 4], address.bytes[ipv6_place + 5], last);
  }
}

// On-link instead of a gateway, or a gateway instead of another one or of on-link.
SocketAddress other_next_hop(SocketAddress address) {
  const bool is_ipv4 = address.family == ipv4_family;
  std::uint8_t& last = address.bytes[is_ipv4 ? ipv4_place + 3 : ipv6_place + 15];
  if (last % 2 == 0) {
    last ^= 1U;
  } else {
    address = is_ipv4 ? oracle::ipv4(0, 0, 0, 0) : oracle::ipv6(0, 0);
  }
  return address;
}

// The neighbouring address, whose first `bits` bits end in the opposite bit.
SocketAddress beside_it(SocketAddress address, std::size_t bits) {
  const bool is_ip = oracle::is_ip(address.family);
  if (!is_ip || bits == 0 || bits > oracle::address_bits(address.family)) return address;
  const std::size_t first = address.family == ipv4_family ? ipv4_place : ipv6_place;
  address.bytes[first + (bits - 1) / 8] ^= static_cast<std::uint8_t>(0x80U >> (bits - 1) % 8);
  return address;
}

SocketAddress beside_it(const SocketAddress& address) {
  return oracle::is_ip(address.family) ? beside_it(address, oracle::address_bits(address.family))
                                       : address;
}

// The values used for the repeated operations.
struct Variation {
  bool other_family = false;
  bool other_name = false;
  bool other_link = false;
  bool other_next_hop = false;
  bool next_address = false;
};

class ApplyVariation {
 public:
  ApplyVariation(const oracle::Host& host, const Variation& variation)
      : host_{host}, variation_{variation} {}

  void operator()(Operation& operation) const {
    oracle::edit_link_name(operation,
                           [this](std::uint64_t& luid, std::uint32_t& index) { rename(luid, index); });
    std::visit([this](auto& arguments) { vary(arguments); }, operation);
  }

 private:
  template <class Structure>
  void vary(Structure& structure) const {
    oracle::for_each_field(
        structure, [this](const auto& field, auto& member) { this->vary_member(field.role, member); });
  }
  void vary(oracle::RouteRow& row) const {
    if (variation_.next_address) {
      row.destination.address = beside_it(row.destination.address, row.destination.length);
    }
    if (variation_.other_next_hop) row.next_hop = other_next_hop(row.next_hop);
    if (!variation_.other_family) return;
    const int beyond = row.site_prefix_length - row.destination.length;
    row.destination = in_other_family(row.destination);
    row.next_hop = in_other_family(row.next_hop);
    const bool is_a_length =
        row.site_prefix_length != 0 && row.site_prefix_length != oracle::illegal_site_prefix;
    if (is_a_length) {
      row.site_prefix_length =
          static_cast<std::uint8_t>(std::clamp(row.destination.length + beyond, 1, 254));
    }
  }

  template <class Value>
  void vary_member(oracle::Role role, Value& value) const {
    if constexpr (requires { *value; }) {
      if (value) this->vary_member(role, *value);
    } else if constexpr (requires { oracle::FieldsOf<Value>::all; }) {
      this->vary(value);
    } else if constexpr (std::is_same_v<Value, SocketAddress>) {
      if (variation_.next_address) value = beside_it(value);
      if (variation_.other_family) value = in_other_family(value);
    } else if constexpr (std::is_same_v<Value, std::uint16_t>) {
      if (variation_.other_family && role == oracle::Role::family) value = other(value);
    }
  }

  void rename(std::uint64_t& luid, std::uint32_t& index) const {
    const oracle::Link* link = oracle::named_link(host_, luid, index);
    if (link == nullptr) return;
    if (variation_.other_link) {
      link = &host_.links[static_cast<std::size_t>(link - host_.links.data() + 1) % host_.links.size()];
    }
    const bool by_luid = (luid != 0) != variation_.other_name;
    index = by_luid && index == 0 ? 0 : link->index;
    luid = by_luid ? link->luid : 0;
  }

  const oracle::Host& host_;
  const Variation& variation_;
};

Variation some_variation(Rng& rng) {
  switch (rng.below(10)) {
    case 0:
    case 1:
    case 2:
      return {.other_family = true};
    case 3:
    case 4:
      return {.other_name = true};
    case 5:
      return {.other_link = true};
    case 6:
      return {.other_next_hop = true};
    case 7:
    case 8:
      return {.next_address = true};
    default:
      return {.other_family = rng.one_in(2), .other_name = true, .other_link = rng.one_in(2)};
  }
}

}  // namespace

SocketAddress in_other_family(const SocketAddress& address) {
  if (address.family == ipv4_family) return to_ipv6(address);
  return address.family == ipv6_family ? to_ipv4(address) : address;
}

oracle::Prefix in_other_family(const oracle::Prefix& prefix) {
  oracle::Prefix converted = prefix;
  converted.address = in_other_family(prefix.address);
  const bool ordinary = oracle::is_ip(prefix.address.family) &&
                        oracle::classify(prefix.address) != AddressClass::unspecified;
  if (!ordinary) return converted;
  const bool longer = converted.address.family == ipv6_family;
  converted.length =
      static_cast<std::uint8_t>(longer ? prefix.length + documentation_bits
                                       : std::max<int>(0, prefix.length - documentation_bits));
  if (!longer && prefix.length > 64) converted.length = static_cast<std::uint8_t>(prefix.length - 96);
  return converted;
}

void repeat_with_variation(Rng& rng, oracle::Script& script) {
  const std::size_t count = script.operations.size();
  if (count == 0) return;
  const std::size_t first = rng.one_in(2) ? 0 : rng.below(count);
  const Variation variation = some_variation(rng);
  std::vector<Operation> repeated{script.operations.begin() + static_cast<std::ptrdiff_t>(first),
                                  script.operations.end()};
  for (Operation& operation : repeated) ApplyVariation{script.host, variation}(operation);
  script.operations.insert(script.operations.end(), repeated.begin(), repeated.end());
}

}  // namespace netioconf::fuzz::mutators

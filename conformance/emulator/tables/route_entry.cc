#include "conformance/emulator/tables/route_entry.h"

namespace netioconf::conformance::emulator::inline tables {
namespace {

RouteKey key_of(const MIB_IPFORWARD_ROW2& row, std::uint8_t link) {
  return {.link = link,
          .length_bits = row.DestinationPrefix.PrefixLength,
          .prefix = address_of(row.DestinationPrefix.Prefix),
          .next_hop = address_of(row.NextHop)};
}

}  // namespace

RouteKey RouteEntry::key() const { return own_key_ != nullptr ? *own_key_ : key_of(route.row, link_); }

std::uint16_t RouteEntry::family() const {
  return own_key_ != nullptr ? own_key_->prefix.family : route.row.DestinationPrefix.Prefix.si_family;
}

AddressBits RouteEntry::destination() const {
  if (own_key_ != nullptr) return {own_key_->prefix, own_key_->length_bits};
  const IP_ADDRESS_PREFIX& destination = route.row.DestinationPrefix;
  return {address_of(destination.Prefix), destination.PrefixLength};
}

void RouteEntry::assign(const RouteKey& key, const Route& stored) {
  route = stored;
  link_ = key.link;
  own_key_ = key_of(route.row, link_) == key ? nullptr : std::make_unique<const RouteKey>(key);
}

}  // namespace netioconf::conformance::emulator::inline tables

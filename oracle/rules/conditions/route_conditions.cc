#include "oracle/rules/conditions/route_conditions.h"

namespace netioconf::oracle::rules::inline conditions::route {
namespace {

std::uint16_t family_of(const RouteSituation& situation) {
  return situation.row->destination.address.family;
}

}  // namespace

bool destination_is_ip(const RouteSituation& situation) {
  return situation.row != nullptr && is_ip(family_of(situation));
}

bool next_hop_is_ip(const RouteSituation& situation) {
  return situation.row != nullptr && is_ip(situation.row->next_hop.family);
}

bool next_hop_is_given_on_loopback(const RouteSituation& situation) {
  return situation.link != nullptr && situation.link->loopback && next_hop_is_ip(situation) &&
         classify(situation.row->next_hop) != AddressClass::unspecified;
}

bool machine_lacks_family(const RouteSituation& situation) {
  return destination_is_ip(situation) && !machine_has(situation.host, family_of(situation));
}

bool link_lacks_family(const RouteSituation& situation) {
  return situation.link != nullptr && machine_has(situation.host, family_of(situation)) &&
         !link_has(*situation.link, family_of(situation));
}

bool key_is_unusual(const RouteSituation& situation) {
  if (!destination_is_ip(situation)) return false;
  // A route has the key, or had it.
  if (situation.found || situation.state.existed(situation.key)) return false;
  // With length 0 the all-zero address is the default route: MIB_IPFORWARD_ROW2, Remarks.
  const Prefix& prefix = situation.row->destination;
  const bool is_default = prefix.length == 0 && classify(prefix.address) == AddressClass::unspecified;
  return (!is_default && classify(prefix.address) < AddressClass::link_local) ||
         (next_hop_is_ip(situation) && classify(situation.row->next_hop) < AddressClass::unspecified) ||
         next_hop_is_given_on_loopback(situation);
}

bool no_route_matches(const RouteSituation& situation) {
  // Only the page of Set has no line for a machine without a stack for the family.
  if (situation.link == nullptr && !situation.left_out.link)
    return situation.call == Call::set_route && machine_lacks_family(situation);
  // A refused key matches nothing, or it is refused before the lookup.
  if (situation.stray_bytes_refused || situation.host_bits_refused) return true;
  return !situation.found;
}

}  // namespace netioconf::oracle::rules::inline conditions::route

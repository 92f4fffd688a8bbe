#include "oracle/rules/route_conditions.h"

#include <algorithm>

namespace netioconf::oracle::rules::route {
namespace {

const SocketAddress& destination(const RouteSituation& situation) {
  return situation.row->destination.address;
}

bool destination_is_ip(const RouteSituation& situation) {
  return situation.row != nullptr && is_ip(destination(situation).family);
}

bool next_hop_is_ip(const RouteSituation& situation) {
  return situation.row != nullptr && is_ip(situation.row->next_hop.family);
}

// Whether Get refuses a row without this member.
bool get_needs(const RouteSituation& situation, readings::KeyMember member) {
  const auto subject = static_cast<std::size_t>(member);
  return situation.choices.ask<readings::GetWildcard>(readings::ReadingId::get_wildcard, subject) ==
         readings::GetWildcard::refused;
}

bool class_is_refused(const RouteSituation& situation, readings::ReadingId reading,
                      const SocketAddress& address, AddressClass first_harmless) {
  const AddressClass kind = classify(address);
  if (kind >= first_harmless) return false;
  return situation.choices.ask<readings::Permission>(reading, static_cast<std::size_t>(kind)) ==
         readings::Permission::refused;
}

bool get_looks_at(const RouteSituation& situation, readings::Output output) {
  const auto subject = static_cast<std::size_t>(output);
  return situation.choices.ask<readings::OutputsOfGet>(readings::ReadingId::get_validates_outputs,
                                                       subject) == readings::OutputsOfGet::refused;
}

bool set_refuses(const RouteSituation& situation, readings::Output output) {
  const auto subject = static_cast<std::size_t>(output);
  return situation.choices.ask<readings::Permission>(readings::ReadingId::set_of_illegal_values,
                                                     subject) == readings::Permission::refused;
}

}  // namespace

bool row_is_null(const RouteSituation& situation) { return situation.row == nullptr; }

bool destination_is_unspecified(const RouteSituation& situation) {
  return situation.row != nullptr && destination(situation).family == unspecified_family;
}

bool destination_is_left_out(const RouteSituation& situation) {
  return destination_is_unspecified(situation) && get_needs(situation, readings::KeyMember::destination);
}

bool destination_family_is_unknown(const RouteSituation& situation) {
  if (situation.row == nullptr || is_ip(destination(situation).family)) return false;
  return destination(situation).family != unspecified_family;
}

bool destination_is_too_long(const RouteSituation& situation) {
  return destination_is_ip(situation) &&
         situation.row->destination.length > address_bits(destination(situation).family);
}

bool destination_has_host_bits(const RouteSituation& situation) {
  return situation.row != nullptr && state::has_host_bits(situation.row->destination);
}

bool lookup_refuses_host_bits(const RouteSituation& situation) {
  if (!destination_has_host_bits(situation)) return false;
  return situation.choices.ask<readings::HostBitsInLookups>(readings::ReadingId::host_bits_in_lookups,
                                                            situation.call) ==
         readings::HostBitsInLookups::refused;
}

bool destination_class_is_refused(const RouteSituation& situation) {
  if (!destination_is_ip(situation)) return false;
  const Prefix& prefix = situation.row->destination;
  const SocketAddress network = masked(prefix.address, prefix.length);
  // With length 0 the all-zero address is the default route: MIB_IPFORWARD_ROW2, Remarks.
  const AddressClass of_network = prefix.length == 0 ? AddressClass::ordinary : classify(network);
  const AddressClass of_address = network == prefix.address ? of_network : classify(prefix.address);
  const PrefixClass of_prefix = prefix.length == 0 ? PrefixClass{} : classify(network, prefix.length);
  const AddressClass first = std::min({of_address, of_network, of_prefix.kind});
  if (first >= AddressClass::link_local) return false;
  // If the prefix has host bits or is only partly of its class, or if address and prefix have different
  // classes, the result depends on which of them the implementation checks.
  const bool all_agree = of_address == of_network && of_network == of_prefix.kind;
  if (!all_agree || of_prefix.partly || state::has_host_bits(prefix))
    return situation.choices.nondeterministic();
  const auto subject = static_cast<std::size_t>(first);
  return situation.choices.ask<readings::Permission>(readings::ReadingId::destination_class, subject) ==
         readings::Permission::refused;
}

bool next_hop_is_unspecified(const RouteSituation& situation) {
  if (situation.row == nullptr || situation.row->next_hop.family != unspecified_family) return false;
  return situation.choices.ask<readings::NextHopOfFamily0>(readings::ReadingId::next_hop_of_family_0,
                                                           situation.call) ==
         readings::NextHopOfFamily0::refused;
}

bool next_hop_is_left_out(const RouteSituation& situation) {
  return next_hop_is_unspecified(situation) && get_needs(situation, readings::KeyMember::next_hop);
}

bool next_hop_family_is_unknown(const RouteSituation& situation) {
  if (situation.row == nullptr || is_ip(situation.row->next_hop.family)) return false;
  return situation.row->next_hop.family != unspecified_family;
}

bool next_hop_is_of_the_other_family(const RouteSituation& situation) {
  return destination_is_ip(situation) && next_hop_is_ip(situation) &&
         destination(situation).family != situation.row->next_hop.family;
}

bool next_hop_class_is_refused(const RouteSituation& situation) {
  return next_hop_is_ip(situation) &&
         class_is_refused(situation, readings::ReadingId::next_hop_class, situation.row->next_hop,
                          AddressClass::unspecified);
}

bool next_hop_is_given_on_loopback(const RouteSituation& situation) {
  return situation.link != nullptr && situation.link->loopback && next_hop_is_ip(situation) &&
         classify(situation.row->next_hop) != AddressClass::unspecified;
}

bool stray_bytes_are_refused(const RouteSituation& situation) { return situation.stray_bytes_refused; }

bool link_is_unspecified(const RouteSituation& situation) {
  return situation.row != nullptr && situation.row->luid == 0 && situation.row->index == 0;
}

bool link_is_unknown(const RouteSituation& situation) {
  return situation.row != nullptr && situation.link == nullptr && !link_is_unspecified(situation);
}

bool link_has_no_routes(const RouteSituation& situation) {
  return situation.link != nullptr && !situation.link->routes;
}

bool machine_lacks_family(const RouteSituation& situation) {
  return destination_is_ip(situation) && !machine_has(situation.host, destination(situation).family);
}

bool link_lacks_family(const RouteSituation& situation) {
  return situation.link != nullptr && machine_has(situation.host, destination(situation).family) &&
         !link_has(*situation.link, destination(situation).family);
}

bool set_lacks_a_stack(const RouteSituation& situation) {
  return situation.call == Call::set_route && machine_lacks_family(situation);
}

bool no_such_stack_on_link(const RouteSituation& situation) {
  if (situation.link == nullptr || !destination_is_ip(situation)) return false;
  if (set_lacks_a_stack(situation)) return false;
  return machine_lacks_family(situation) || link_lacks_family(situation);
}

bool key_is_unusual(const RouteSituation& situation) {
  if (situation.entry != nullptr || !destination_is_ip(situation) || !next_hop_is_ip(situation))
    return false;
  return classify(destination(situation)) < AddressClass::link_local ||
         classify(situation.row->next_hop) < AddressClass::unspecified ||
         next_hop_is_given_on_loopback(situation);
}

bool preferred_lifetime_exceeds_valid_lifetime(const RouteSituation& situation) {
  return situation.row != nullptr &&
         situation.row->preferred_lifetime_s > situation.row->valid_lifetime_s;
}

bool valid_lifetime_is_zero(const RouteSituation& situation) {
  return situation.row != nullptr && situation.row->valid_lifetime_s == 0;
}

bool site_prefix_exceeds_prefix(const RouteSituation& situation) {
  return situation.row != nullptr && situation.row->site_prefix_length != illegal_site_prefix &&
         situation.row->site_prefix_length > situation.row->destination.length;
}

bool site_prefix_is_255(const RouteSituation& situation) {
  return situation.row != nullptr && situation.row->site_prefix_length == illegal_site_prefix;
}

bool set_refuses_lifetimes(const RouteSituation& situation) {
  return preferred_lifetime_exceeds_valid_lifetime(situation) &&
         set_refuses(situation, readings::Output::lifetimes);
}

bool set_refuses_site_prefix(const RouteSituation& situation) {
  return site_prefix_exceeds_prefix(situation) && set_refuses(situation, readings::Output::site_prefix);
}

bool set_refuses_site_prefix_255(const RouteSituation& situation) {
  return site_prefix_is_255(situation) && set_refuses(situation, readings::Output::site_prefix_sentinel);
}

bool get_refuses_lifetimes(const RouteSituation& situation) {
  return preferred_lifetime_exceeds_valid_lifetime(situation) &&
         get_looks_at(situation, readings::Output::lifetimes);
}

bool get_refuses_site_prefix(const RouteSituation& situation) {
  return site_prefix_exceeds_prefix(situation) && get_looks_at(situation, readings::Output::site_prefix);
}

bool get_refuses_site_prefix_255(const RouteSituation& situation) {
  return site_prefix_is_255(situation) &&
         get_looks_at(situation, readings::Output::site_prefix_sentinel);
}

bool route_already_exists(const RouteSituation& situation) { return situation.entry != nullptr; }

bool destination_is_already_routed(const RouteSituation& situation) {
  if (situation.link == nullptr || situation.entry != nullptr) return false;
  if (!situation.state.leads_to(situation.key.to)) return false;
  // The routes to that destination may have expired.
  const bool some_may_be_gone = situation.state.expiring_routes(unspecified_family) != 0;
  return !(some_may_be_gone && situation.choices.nondeterministic());
}

bool takes_any_route(const RouteSituation& situation) {
  if (situation.call != Call::get_route) return false;
  const bool any_destination = destination(situation).family == unspecified_family;
  const bool any_next_hop = situation.row->next_hop.family == unspecified_family;
  if (any_destination && get_needs(situation, readings::KeyMember::destination)) return false;
  if (any_next_hop && get_needs(situation, readings::KeyMember::next_hop)) return false;
  return any_destination || any_next_hop;
}

bool no_route_matches(const RouteSituation& situation) {
  if (situation.link == nullptr) return set_lacks_a_stack(situation);
  // A refused key matches nothing, or it is refused before the lookup.
  if (situation.stray_bytes_refused || lookup_refuses_host_bits(situation)) return true;
  if (situation.entry != nullptr) return false;
  // The routes that match the rest of the key are not searched here; the reply shows the match.
  return !takes_any_route(situation) || situation.choices.nondeterministic();
}

}  // namespace netioconf::oracle::rules::route

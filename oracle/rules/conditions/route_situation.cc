#include "oracle/rules/conditions/route_situation.h"

namespace netioconf::oracle::rules::inline conditions {
namespace {

using readings::HostBits;
using readings::HostBitsInLookups;
using readings::KeyMember;
using readings::NextHopOfFamily0;
using readings::OwnNextHop;
using readings::RouteMember;

// Whether destinations are compared with their host bits. An implementation that refuses host bits may
// compare first, and then without them.
bool compares_host_bits(RouteSituation& situation) {
  if (situation.call == Call::create_route)
    return situation.choices.ask<readings::host_bits>() == HostBits::kept;
  const auto answer = situation.choices.ask<readings::host_bits_in_lookups>(situation.call);
  situation.host_bits_refused = answer == HostBitsInLookups::refused;
  return answer == HostBitsInLookups::exact;
}

SocketAddress compared(RouteSituation& situation, const SocketAddress& address, KeyMember member) {
  const std::uint32_t index = situation.link == nullptr ? 0 : situation.link->index;
  const state::ComparedAddress result = state::compared(situation.choices, address, member, index);
  situation.stray_bytes_refused = situation.stray_bytes_refused || result.refused;
  return result.address;
}

SocketAddress compared_destination(RouteSituation& situation) {
  const Prefix& prefix = situation.row->destination;
  const SocketAddress destination = compared(situation, prefix.address, KeyMember::destination);
  if (!state::has_host_bits(prefix) || compares_host_bits(situation)) return destination;
  return masked(destination, prefix.length);
}

// The all-zero address of the destination's family: on-link.
SocketAddress on_link(const RouteRow& row) {
  return {.family = row.destination.address.family, .bytes = {}};
}

SocketAddress compared_next_hop(RouteSituation& situation) {
  const RouteRow& row = *situation.row;
  if (row.next_hop.family == unspecified_family && !situation.left_out.next_hop) {
    // What is known of the question is about a next hop of zeros.
    const bool is_on_link = row.next_hop == SocketAddress{}
                                ? situation.choices.ask<readings::next_hop_of_family_0>(
                                      situation.call) == NextHopOfFamily0::on_link
                                : situation.choices.nondeterministic();
    if (is_on_link) return on_link(row);
    situation.next_hop_refused = true;
  }
  if (situation.link != nullptr && has_address(*situation.link, row.next_hop)) {
    const auto answer = situation.choices.ask<readings::own_next_hop>();
    situation.next_hop_kept = answer == OwnNextHop::same_key;
    const bool stored_on_link = answer == OwnNextHop::on_link && situation.call == Call::create_route;
    if (situation.next_hop_kept || stored_on_link || answer == OwnNextHop::on_link_in_every_call)
      return {.family = row.next_hop.family, .bytes = {}};
  }
  return compared(situation, row.next_hop, KeyMember::next_hop);
}

// Whether Get accepts a row without this member.
bool may_be_left_out(const RouteSituation& situation, RouteMember member) {
  return situation.choices.ask<readings::get_wildcard>(static_cast<std::size_t>(member)) ==
         readings::GetWildcard::first_match;
}

LeftOut left_out(const RouteSituation& situation) {
  const RouteRow& row = *situation.row;
  if (situation.call != Call::get_route) return {};
  const bool destination = row.destination.address.family == unspecified_family;
  const bool next_hop = row.next_hop.family == unspecified_family;
  const bool link = row.luid == 0 && row.index == 0;
  return {.destination = destination && may_be_left_out(situation, RouteMember::destination),
          .next_hop = next_hop && may_be_left_out(situation, RouteMember::next_hop),
          .link = link && may_be_left_out(situation, RouteMember::link)};
}

void look_up(RouteSituation& situation) {
  const state::RouteEntry* entry = situation.state.find(situation.key);
  if (entry == nullptr) return;
  situation.expired = entry->may_expire && situation.choices.nondeterministic();
  if (!situation.expired) situation.entry = entry;
  situation.found = situation.entry != nullptr;
}

// A route that may have expired may be found or not.
bool some_route_matches(const RouteSituation& situation) {
  bool some_expiring = false;
  for (const auto& [key, entry] : situation.state.routes()) {
    if (!matches(situation, key)) continue;
    if (!entry.may_expire) return true;
    some_expiring = true;
  }
  return some_expiring && situation.choices.nondeterministic();
}

}  // namespace

RouteSituation situate(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
                       const RouteCall& call) {
  RouteSituation situation{
      .choices = choices, .host = host, .state = state, .call = call.call, .row = nullptr, .key = {}};
  if (!call.row) return situation;
  const RouteRow& row = *call.row;
  situation.row = &row;
  situation.link = named_link(host, row.luid, row.index);
  situation.left_out = left_out(situation);
  situation.key.to.destination = compared_destination(situation);
  situation.key.to.length = row.destination.length;
  situation.key.next_hop = compared_next_hop(situation);
  if (situation.link != nullptr) situation.key.to.luid = situation.link->luid;
  if (situation.link == nullptr && !situation.left_out.link) return situation;
  if (situation.left_out.any()) {
    situation.found = some_route_matches(situation);
  } else {
    look_up(situation);
  }
  return situation;
}

namespace {

bool is_on_link_in_lookups(OwnNextHop answer) {
  return answer == OwnNextHop::same_key || answer == OwnNextHop::on_link_in_every_call;
}

// Without a link the caller's next hop may be an address of the link of the route.
SocketAddress next_hop_on(const RouteSituation& situation, std::uint64_t luid) {
  const SocketAddress& next_hop = situation.row->next_hop;
  const Link* link = situation.link == nullptr ? named_link(situation.host, luid, 0) : nullptr;
  const bool on_link = link != nullptr && has_address(*link, next_hop) &&
                       is_on_link_in_lookups(situation.choices.ask<readings::own_next_hop>());
  return on_link ? SocketAddress{.family = next_hop.family, .bytes = {}} : situation.key.next_hop;
}

}  // namespace

bool matches(const RouteSituation& situation, const state::RouteKey& key) {
  const LeftOut& left_out = situation.left_out;
  if (!left_out.link && key.to.luid != situation.key.to.luid) return false;
  if (!left_out.next_hop && key.next_hop != next_hop_on(situation, key.to.luid)) return false;
  return left_out.destination || (key.to.destination == situation.key.to.destination &&
                                  key.to.length == situation.key.to.length);
}

bool is_compared_as_on_link(readings::ChoiceEnumerator& choices, const Link& link,
                            const SocketAddress& next_hop) {
  return has_address(link, next_hop) && choices.ask<readings::own_next_hop>() == OwnNextHop::same_key;
}

state::RouteKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                const RouteRow& row) {
  state::RouteKey key{.to = {.luid = link.luid, .destination = {}, .length = row.destination.length},
                      .next_hop = {}};
  key.to.destination =
      state::compared(choices, row.destination.address, KeyMember::destination, link.index).address;
  if (state::has_host_bits(row.destination) &&
      choices.ask<readings::host_bits>() == HostBits::kept_but_not_compared) {
    key.to.destination = masked(key.to.destination, row.destination.length);
  }
  key.next_hop = state::compared(choices, row.next_hop, KeyMember::next_hop, link.index).address;
  if (row.next_hop.family == unspecified_family) key.next_hop = on_link(row);
  if (is_compared_as_on_link(choices, link, row.next_hop)) {
    key.next_hop = {.family = row.next_hop.family, .bytes = {}};
  }
  return key;
}

ShownRoute shown_route(readings::ChoiceEnumerator& choices, const Host& host, const state::State& state,
                       const RouteRow& row) {
  const Link* link = state.link_of_row(host, row.luid, row.index);
  if (link == nullptr) return {};
  const state::RouteKey key = key_of_read_row(choices, *link, row);
  return {.link = link, .key = key, .entry = state.find(key)};
}

}  // namespace netioconf::oracle::rules::inline conditions

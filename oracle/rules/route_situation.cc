#include "oracle/rules/route_situation.h"

namespace netioconf::oracle::rules {
namespace {

// Whether destinations are compared with their host bits. An implementation that refuses host bits may
// compare first, and then without them.
bool compares_host_bits(readings::ChoiceEnumerator& choices, Call call) {
  if (call == Call::create_route)
    return choices.ask<readings::HostBits>(readings::ReadingId::host_bits) == readings::HostBits::kept;
  return choices.ask<readings::HostBitsInLookups>(readings::ReadingId::host_bits_in_lookups, call) ==
         readings::HostBitsInLookups::exact;
}

SocketAddress compared_destination(readings::ChoiceEnumerator& choices, Call call, const RouteRow& row,
                                   bool& refused) {
  state::ComparedAddress destination =
      state::compared(choices, row.destination.address, readings::KeyMember::destination);
  refused = destination.refused;
  if (!state::has_host_bits(row.destination)) return destination.address;
  if (compares_host_bits(choices, call)) return destination.address;
  return masked(destination.address, row.destination.length);
}

// The all-zero address of the destination's family: on-link.
SocketAddress on_link(const RouteRow& row) {
  return {.family = row.destination.address.family, .bytes = {}};
}

SocketAddress compared_next_hop(readings::ChoiceEnumerator& choices, Call call, const RouteRow& row,
                                bool& refused) {
  if (row.next_hop.family == unspecified_family) {
    const auto answer =
        choices.ask<readings::NextHopOfFamily0>(readings::ReadingId::next_hop_of_family_0, call);
    if (answer == readings::NextHopOfFamily0::on_link) return on_link(row);
  }
  const state::ComparedAddress next_hop =
      state::compared(choices, row.next_hop, readings::KeyMember::next_hop);
  refused = refused || next_hop.refused;
  return next_hop.address;
}

void look_up(RouteSituation& situation) {
  const state::RouteEntry* entry = situation.state.find(situation.key);
  if (entry == nullptr) return;
  situation.expired = entry->may_expire && situation.choices.nondeterministic();
  if (!situation.expired) situation.entry = entry;
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
  bool& refused = situation.stray_bytes_refused;
  situation.key.to.destination = compared_destination(choices, call.call, row, refused);
  situation.key.to.length = row.destination.length;
  situation.key.next_hop = compared_next_hop(choices, call.call, row, refused);
  if (situation.link == nullptr) return situation;
  situation.key.to.luid = situation.link->luid;
  look_up(situation);
  return situation;
}

state::RouteKey key_of_read_row(readings::ChoiceEnumerator& choices, const Link& link,
                                const RouteRow& row) {
  state::RouteKey key{.to = {.luid = link.luid, .destination = {}, .length = row.destination.length},
                      .next_hop = {}};
  key.to.destination =
      state::compared(choices, row.destination.address, readings::KeyMember::destination).address;
  if (state::has_host_bits(row.destination) &&
      choices.ask<readings::HostBits>(readings::ReadingId::host_bits) ==
          readings::HostBits::kept_but_not_compared) {
    key.to.destination = masked(key.to.destination, row.destination.length);
  }
  key.next_hop = state::compared(choices, row.next_hop, readings::KeyMember::next_hop).address;
  if (row.next_hop.family == unspecified_family) key.next_hop = on_link(row);
  return key;
}

}  // namespace netioconf::oracle::rules

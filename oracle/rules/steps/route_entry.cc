#include "oracle/rules/steps/route_entry.h"

#include "oracle/rules/steps/read_back.h"
#include "oracle/rules/steps/step.h"
#include "oracle/state/key.h"

namespace netioconf::oracle::rules::steps {
namespace {

constexpr std::uint16_t bit(bool set, state::Member member) {
  return set ? static_cast<std::uint16_t>(member) : std::uint16_t{0};
}

// The members without a legal value from the caller. The stack chooses their values.
std::uint16_t members_left_to_the_stack(const RouteRow& row) {
  const bool lifetimes = row.preferred_lifetime_s > row.valid_lifetime_s;
  return static_cast<std::uint16_t>(
      bit(row.site_prefix_length > row.destination.length, state::Member::site_prefix) |
      bit(lifetimes, state::Member::valid_lifetime) | bit(lifetimes, state::Member::preferred_lifetime));
}

void choose(state::Member member, state::RouteEntry& entry) {
  entry.unknown = static_cast<std::uint16_t>(entry.unknown | static_cast<std::uint16_t>(member));
}

// Gives a member the value that it had before.
void keep(state::Member member, const state::RouteEntry& before, state::RouteEntry& entry) {
  if (state::is_unknown(before, member)) choose(member, entry);
}

bool set_leaves_alone(const RouteSituation& situation, readings::UnsetMember member) {
  return situation.call == Call::set_route &&
         situation.choices.ask<readings::unset_member_in_set>(static_cast<std::size_t>(member)) ==
             readings::UnsetInSet::left_alone;
}

void replace_illegal_protocol(const RouteSituation& situation, state::RouteEntry& entry) {
  readings::ChoiceEnumerator& choices = situation.choices;
  if (is_protocol(entry.row.protocol)) return;
  if (entry.row.protocol == illegal_protocol &&
      set_leaves_alone(situation, readings::UnsetMember::protocol)) {
    entry.row.protocol = situation.entry->row.protocol;
    return keep(state::Member::protocol, *situation.entry, entry);
  }
  switch (choices.ask<readings::illegal_protocol>(entry.row.protocol == illegal_protocol ? 0 : 1)) {
    case readings::IllegalProtocol::as_given:
      break;
    case readings::IllegalProtocol::netmgmt:
      entry.row.protocol = protocol_netmgmt;
      break;
    case readings::IllegalProtocol::another:
      choose(state::Member::protocol, entry);
  }
}

void replace_unused_metric(const RouteSituation& situation, state::RouteEntry& entry) {
  if (entry.row.metric != unused_metric) return;
  if (set_leaves_alone(situation, readings::UnsetMember::metric)) {
    entry.row.metric = situation.entry->row.metric;
    entry.metric_as_read = situation.entry->metric_as_read;
    return keep(state::Member::metric, *situation.entry, entry);
  }
  switch (situation.choices.ask<readings::unused_metric_read_back>()) {
    case readings::UnusedMetric::as_given:
      break;
    case readings::UnusedMetric::automatic:
      entry.row.metric = automatic_metric;
      break;
    case readings::UnusedMetric::another:
      choose(state::Member::metric, entry);
  }
}

state::RouteEntry entry_from(const RouteSituation& situation) {
  state::RouteEntry entry{.row = *situation.row};
  RouteRow& row = entry.row;
  row.luid = situation.link->luid;
  row.index = situation.link->index;
  row.next_hop = situation.next_hop_kept ? bare(situation.row->next_hop) : situation.key.next_hop;
  row.age_s = 0;
  entry.age_is_exact = situation.state.clock_stands();
  entry.unknown = members_left_to_the_stack(*situation.row);
  replace_illegal_protocol(situation, entry);
  replace_unused_metric(situation, entry);
  entry.next_hop_left_out = situation.row->next_hop.family == unspecified_family;
  entry.may_expire = state::may_expire(entry);
  const std::optional<std::uint32_t> origin = situation.state.origin_before(situation.key);
  entry.unknown |= bit(!origin.has_value(), state::Member::origin);
  row.origin = origin.value_or(0);
  return entry;
}

}  // namespace

state::RouteEntry created(const RouteSituation& situation) {
  state::RouteEntry entry = entry_from(situation);
  if (!state::has_host_bits(entry.row.destination)) return entry;
  if (situation.choices.ask<readings::host_bits>() == readings::HostBits::masked) {
    SocketAddress& destination = entry.row.destination.address;
    destination = masked(destination, entry.row.destination.length);
  }
  return entry;
}

state::RouteEntry changed(const RouteSituation& situation) {
  state::RouteEntry entry = entry_from(situation);
  const state::RouteEntry& before = *situation.entry;
  entry.row.destination = before.row.destination;
  entry.row.next_hop = before.row.next_hop;
  entry.next_hop_left_out = before.next_hop_left_out || entry.next_hop_left_out;
  entry.row.origin = before.row.origin;
  const auto origin = static_cast<std::uint16_t>(state::Member::origin);
  entry.unknown = static_cast<std::uint16_t>((entry.unknown & ~origin) | (before.unknown & origin));
  return entry;
}

namespace {

// Whether the values of a member before and after are both known and differ.
template <class Value>
bool changes(const state::RouteEntry& before, const state::RouteEntry& after, state::Member member,
             Value RouteRow::* value) {
  const bool both_known = !state::is_unknown(before, member) && !state::is_unknown(after, member);
  return both_known && before.row.*value != after.row.*value;
}

// A sum of offset and link metric that is too large may wrap or saturate; the documents don't say which.
bool may_saturate(const Link& link, const RouteRow& row) {
  constexpr std::uint64_t largest = 0xffffffff;
  return std::uint64_t{row.metric} + link_metric(link, row.destination.address.family) >= largest;
}

bool metric_changes(const Link& link, const state::RouteEntry& before, const state::RouteEntry& after) {
  if (before.metric_as_read || (may_saturate(link, before.row) && may_saturate(link, after.row)))
    return false;
  return changes(before, after, state::Member::metric, &RouteRow::metric);
}

bool lifetime_changes(readings::ChoiceEnumerator& choices, const state::RouteEntry& before,
                      const state::RouteEntry& after, state::Member member,
                      std::uint32_t RouteRow::* value) {
  if (!changes(before, after, member, value)) return false;
  using readings::LifetimesReadBack;
  const std::uint32_t left =
      exact_lifetime(LifetimesReadBack::remaining, before.row.*value, before.row.age_s);
  if (!before.age_is_exact || after.row.*value != left) return true;
  const std::size_t subject = member == state::Member::valid_lifetime ? 0 : 1;
  return choices.ask<readings::lifetimes_read_back>(subject) == LifetimesReadBack::as_given;
}

}  // namespace

state::Arrival arrival_after_set(readings::ChoiceEnumerator& choices, const Link& link,
                                 const state::RouteEntry& before, const state::RouteEntry& after) {
  const bool metric = metric_changes(link, before, after);
  const bool changed =
      metric || changes(before, after, state::Member::site_prefix, &RouteRow::site_prefix_length) ||
      lifetime_changes(choices, before, after, state::Member::valid_lifetime,
                       &RouteRow::valid_lifetime_s) ||
      lifetime_changes(choices, before, after, state::Member::preferred_lifetime,
                       &RouteRow::preferred_lifetime_s) ||
      changes(before, after, state::Member::protocol, &RouteRow::protocol);
  return changed ? state::Arrival::must_come : state::Arrival::may_come;
}

void compare_initialized(const RouteRow& row, state::StepOutcome& outcome) {
  const auto expect = [&](bool right, std::string_view member, std::string_view wanted,
                          std::uint64_t seen) {
    if (right) return;
    outcome.mismatch([&] {
      return Mismatch{.rule = broken(Call::initialize_route, Promise::initial_members),
                      .member = std::string(member),
                      .allowed = std::string(wanted),
                      .observed = std::to_string(seen)};
    });
  };
  constexpr std::uint32_t first_negative = 0x80000000;
  const bool flags_are_true =
      row.loopback != 0 && row.autoconfigure_address != 0 && row.publish != 0 && row.immortal != 0;
  expect(row.valid_lifetime_s == infinite_lifetime_s, "ValidLifetime", "4294967295",
         row.valid_lifetime_s);
  expect(row.preferred_lifetime_s == infinite_lifetime_s, "PreferredLifetime", "4294967295",
         row.preferred_lifetime_s);
  expect(flags_are_true, "Loopback, AutoconfigureAddress, Publish and Immortal", "TRUE", 0);
  expect(row.site_prefix_length > address_bits(ipv6_family), "SitePrefixLength", "illegal: above 128",
         row.site_prefix_length);
  expect(row.metric >= first_negative, "Metric", "illegal: -1", row.metric);
  expect(!is_protocol(row.protocol), "Protocol", "illegal: not an NL_ROUTE_PROTOCOL", row.protocol);
  expect(row.luid == 0, "InterfaceLuid", "0", row.luid);
  expect(row.index == 0, "InterfaceIndex", "0", row.index);
  expect(row.destination.address == SocketAddress{} && row.destination.length == 0, "DestinationPrefix",
         "zero", row.destination.length);
  expect(row.next_hop == SocketAddress{}, "NextHop", "zero", row.next_hop.family);
  expect(row.age_s == 0, "Age", "0", row.age_s);
  expect(row.origin == 0, "Origin", "0", row.origin);
}

}  // namespace netioconf::oracle::rules::steps

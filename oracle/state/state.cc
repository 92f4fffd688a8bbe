#include "oracle/state/state.h"

#include <tuple>

#include "oracle/model/calls.h"

namespace netioconf::oracle::state {
namespace {

template <class Map, class Key>
auto* value_at(Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

template <class Map, class Key>
std::size_t count_at(const Map& map, const Key& key) {
  const auto* count = value_at(map, key);
  return count == nullptr ? 0 : *count;
}

// AF_UNSPEC counts both families.
std::size_t count_of(const Counter<std::uint16_t>& counter, std::uint16_t family) {
  if (family != unspecified_family) return counter.of(family);
  return counter.of(ipv4_family) + counter.of(ipv6_family);
}

template <class Kind>
void change(Counter<Kind>& counter, const Kind& kind, bool added) {
  if (added) {
    counter.add(kind);
  } else {
    counter.remove(kind);
  }
}

template <class Map, class Key>
void change_count(Map& map, const Key& key, bool added) {
  std::size_t& count = map[key];
  count = added ? count + 1 : count - 1;
}

// Only such a route certainly takes part in the choice of the best route, with a known metric.
bool metric_counts(const RouteEntry& entry) {
  return !is_unknown(entry, Member::metric) && !entry.may_expire && entry.row.metric != unused_metric;
}

// What State::count() depends on besides the key.
auto counted_as(const RouteEntry& entry) {
  return std::tuple{entry.may_expire, metric_counts(entry), entry.metric_as_read, entry.row.metric,
                    entry.row.destination};
}

bool has_global_scope(const SocketAddress& address) {
  if (classify(address) != AddressClass::ordinary) return false;
  return address.family == ipv4_family || (ip_bytes(address)[0] & 0xe0) == 0x20;  // 2000::/3
}

// What the scope of an anycast address depends on: MIB_ANYCASTIPADDRESS_ROW, Members. Addresses of a
// smaller scope may be in zones of their own.
AnycastKey scope_key(const AnycastKey& key) {
  if (!has_global_scope(key.address)) return key;
  return {.luid = key.luid, .address = {.family = key.address.family, .bytes = {}}};
}

template <class Value>
std::optional<Value> copied(const Value* value) {
  return value == nullptr ? std::nullopt : std::optional<Value>(*value);
}

}  // namespace

bool may_expire(const RouteEntry& entry) {
  const std::uint32_t valid_s = entry.row.valid_lifetime_s;
  if (valid_s == infinite_lifetime_s) return false;
  if (entry.age_is_exact && !is_unknown(entry, Member::valid_lifetime)) return valid_s == 0;
  return valid_s < std::uint64_t{entry.row.age_s} + script_time_limit_s;
}

bool shows_in(Call table, const TableChange& change) { return table_changed_by(change.call) == table; }

Promise promise_shown(const TableChange& change, bool by_the_changed_entry) {
  if (!change.succeeded) return Promise::unchanged_on_failure;
  return by_the_changed_entry ? Promise::takes_effect : Promise::exactly_one_change;
}

struct State::Applying {
  State& state;

  void operator()(const PutRoute& edit) const { state.put(edit.key, edit.entry); }
  void operator()(const EraseRoute& edit) const { state.erase(edit.key); }
  void operator()(const PutAnycast& edit) const {
    if (state.anycasts_.insert_or_assign(edit.key, edit.entry).second) {
      state.anycast_counts_.add(edit.key.address.family);
    }
    if (!edit.entry.scope_unknown) state.scopes_[scope_key(edit.key)] = edit.entry.row.scope_id;
  }
  void operator()(const EraseAnycast& edit) const {
    if (state.anycasts_.erase(edit.key) != 0) {
      state.anycast_counts_.remove(edit.key.address.family);
    }
  }
  void operator()(const AddRegistration& edit) const {
    state.registrations_.push_back(edit.registration);
  }
  void operator()(const CancelRegistration& edit) const {
    state.registrations_[edit.registration].active = false;
    for (Pending& pending : state.pending_) {
      if (pending.registration == edit.registration) pending.promised = pending.when_read = false;
    }
  }
  void operator()(const DoubtRegistration& edit) const {
    state.registrations_[edit.registration].unpromised = true;
    for (Pending& pending : state.pending_) {
      if (pending.registration == edit.registration) pending.promised = pending.when_read = false;
    }
  }
  void operator()(const Keep& edit) const { state.kept_.push_back(edit.table); }
  void operator()(const Free& edit) const { state.kept_[edit.table].freed = true; }
  void operator()(const StopClock&) const { state.clock_stands_ = true; }
  void operator()(const SetPending& edit) const { state.pending_ = edit.pending; }
  void operator()(const AddUnlistedLink& edit) const { state.unlisted_links_.push_back(edit.link); }
};

const RouteEntry* State::find(const RouteKey& key) const { return value_at(routes_, key); }

const AnycastEntry* State::find(const AnycastKey& key) const { return value_at(anycasts_, key); }

bool State::leads_to(const DestinationKey& destination) const {
  return count_at(destinations_, destination) != 0;
}

std::size_t State::lasting_routes(std::uint16_t family) const { return count_of(lasting_, family); }

std::size_t State::expiring_routes(std::uint16_t family) const { return count_of(expiring_, family); }

std::size_t State::anycast_count(std::uint16_t family) const {
  return count_of(anycast_counts_, family);
}

const Candidates* State::candidates(const DestinationKey& prefix) const {
  return value_at(candidates_, prefix);
}

bool State::has_length(std::uint16_t family, std::uint8_t length) const {
  return lengths_.of({family, length}) != 0;
}

std::optional<std::uint32_t> State::origin_before(const RouteKey& key) const {
  const RouteEntry* entry = find(key);
  if (entry != nullptr && !is_unknown(*entry, Member::origin)) return entry->row.origin;
  const auto* before = value_at(origins_before_, key);
  return before == nullptr ? std::nullopt : *before;
}

bool State::existed(const RouteKey& key) const {
  return routes_.contains(key) || origins_before_.contains(key);
}

std::optional<std::uint32_t> State::scope_before(const AnycastKey& key) const {
  return copied(value_at(scopes_, scope_key(key)));
}

const Link* State::link_of_row(const Host& host, std::uint64_t luid, std::uint32_t index) const {
  const Link* listed = named_link(host, luid, index);
  return listed != nullptr ? listed : named_link(unlisted_links_, luid, index);
}

void State::apply(const Edit& edit) { std::visit(Applying{*this}, edit); }

void State::apply(const StepEdits& edits) {
  for (const Edit& edit : edits.entries) apply(edit);
  if (edits.change) last_change_ = *edits.change;
}

void State::put(const RouteKey& key, const RouteEntry& entry) {
  const auto [found, is_new] = routes_.try_emplace(key, entry);
  if (is_new) return count(key, entry, true);
  RouteEntry& before = found->second;
  if (is_unknown(entry, Member::origin)) remember(key, before);
  // The first read of a route completes members that nothing counts.
  const bool counts_change = counted_as(before) != counted_as(entry);
  if (counts_change) count(key, before, false);
  before = entry;
  if (counts_change) count(key, entry, true);
}

void State::remember(const RouteKey& key, const RouteEntry& entry) {
  std::optional<std::uint32_t>& origin = origins_before_[key];
  if (!is_unknown(entry, Member::origin)) origin = entry.row.origin;
}

void State::erase(const RouteKey& key) {
  const auto found = routes_.find(key);
  if (found == routes_.end()) return;
  count(key, found->second, false);
  remember(key, found->second);
  routes_.erase(found);
}

void State::count(const RouteKey& key, const RouteEntry& entry, bool added) {
  const std::uint16_t family = key.to.destination.family;
  change_count(destinations_, key.to, added);
  change(entry.may_expire ? expiring_ : lasting_, family, added);
  change(lengths_, std::pair{family, key.to.length}, added);
  Candidates& candidates = candidates_[lookup_key(key.to.luid, entry.row.destination)];
  std::size_t& number = entry.may_expire ? candidates.may_expire : candidates.lasting;
  number = added ? number + 1 : number - 1;
  if (!metric_counts(entry)) return;
  std::multiset<std::uint32_t>& metrics =
      entry.metric_as_read ? candidates.metrics_as_read : candidates.offsets;
  if (added) {
    metrics.insert(entry.row.metric);
  } else {
    metrics.erase(metrics.find(entry.row.metric));
  }
}

DestinationKey lookup_key(std::uint64_t luid, const Prefix& prefix) {
  return {luid, masked(bare(prefix.address), prefix.length), prefix.length};
}

bool may_come_with_anycast(const State& state, const RouteKey& key) {
  const DestinationKey& to = key.to;
  if (to.length != address_bits(to.destination.family)) return false;
  const auto is_there = [&to](const AnycastKey& anycast) {
    return anycast.luid == to.luid && bare(anycast.address) == bare(to.destination);
  };
  const std::optional<AnycastKey>& last = state.last_change().anycast;
  return (last && is_there(*last)) ||
         std::ranges::any_of(state.anycasts(), [&](const auto& each) { return is_there(each.first); });
}

}  // namespace netioconf::oracle::state

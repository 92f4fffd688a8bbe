#include "conformance/emulator/tables/route_table.h"

#include <utility>

namespace netioconf::conformance::emulator::inline tables {
namespace {

constexpr std::size_t too_few_for_a_crowd = 16;

}  // namespace

std::size_t RouteTable::family_index(std::uint16_t family) {
  if (family == ipv4) return 0;
  return family == ipv6 ? 1 : 2;
}

const RouteEntry* RouteTable::find(const RouteKey& key) const {
  return entry(find_from(routes_to({key.prefix, key.length_bits}).first, key));
}

const RouteEntry& RouteTable::store(const RouteKey& key, const Route& route) {
  RoutesTo routes = routes_to({key.prefix, key.length_bits});
  Slot slot = find_from(routes.first, key);
  if (slot == no_slot) {
    slot = entries_.take();
    entries_[slot].sequence_ = next_sequence_++;
    append(rows_of(key), slot);
  } else {
    unfile(routes, slot);
    routes = routes_to(routes.destination);
  }
  entries_[slot].assign(key, route);
  file(routes, slot);
  return entries_[slot];
}

void RouteTable::erase(const RouteKey& key) {
  const RoutesTo routes = routes_to({key.prefix, key.length_bits});
  const Slot slot = find_from(routes.first, key);
  if (slot == no_slot) return;
  unfile(routes, slot);
  remove(rows_of(key), slot);
  entries_.free(slot);
}

void RouteTable::clear() {
  next_sequence_ = 0;
  if (size_ == 0) return;
  size_ = 0;
  expiries_.clear();
  crowds_.clear();
  by_destination_.clear();
  rows_ = {};
  entries_.clear();
}

const RouteEntry* RouteTable::first(std::uint8_t link, std::uint16_t family) const {
  return entry(rows_[link % links_at_most][family_index(family)].oldest);
}

const RouteEntry* RouteTable::cheapest(std::uint8_t link, const Destination& destination) const {
  const Slot first = routes_to({destination.prefix, destination.length_bits}).first;
  const RouteEntry* found = entry(skip_to_link(first, link));
  return found != nullptr && found->link() == link ? found : nullptr;
}

std::vector<const RouteEntry*> RouteTable::covering(const Address& address) const {
  std::vector<const RouteEntry*> found;
  by_destination_.visit_covering(AddressBits(address), [&](Slot first) {
    for (Slot slot = first; slot != no_slot; slot = skip_to_link(slot, entries_[slot].link_ + 1U)) {
      found.push_back(&entries_[slot]);
    }
  });
  return found;
}

const RouteEntry* RouteTable::expired(std::uint64_t now_s) const {
  if (expiries_.empty() || std::get<0>(*expiries_.begin()) > now_s) return nullptr;
  return &entries_[std::get<2>(*expiries_.begin())];
}

std::size_t RouteTable::size(std::uint16_t family) const {
  std::size_t size = 0;
  for (const auto& families : rows_) size += families[family_index(family)].size;
  return size;
}

void RouteTable::append(Rows& rows, Slot slot) {
  entries_[slot].older_ = rows.newest;
  entries_[slot].newer_ = no_slot;
  (rows.newest == no_slot ? rows.oldest : entries_[rows.newest].newer_) = slot;
  rows.newest = slot;
  ++rows.size;
  ++size_;
}

void RouteTable::remove(Rows& rows, Slot slot) {
  const auto [older, newer] = std::pair(entries_[slot].older_, entries_[slot].newer_);
  (older == no_slot ? rows.oldest : entries_[older].newer_) = newer;
  (newer == no_slot ? rows.newest : entries_[newer].older_) = older;
  --rows.size;
  --size_;
}

RouteTable::RoutesTo RouteTable::routes_to(const AddressBits& destination) const {
  const Slot nearest = by_destination_.nearest(destination);
  const bool is_there = nearest != no_slot && entries_[nearest].destination() == destination;
  return {destination, nearest, is_there ? nearest : no_slot};
}

Slot RouteTable::find_from(Slot first, const RouteKey& key) const {
  if (const Crowd* crowd = crowd_of(first)) return crowd->find(key);
  Slot slot = first;
  while (slot != no_slot && entries_[slot].key() != key) slot = entries_[slot].next_;
  return slot;
}

Slot RouteTable::skip_to_link(Slot slot, unsigned link) const {
  if (const Crowd* crowd = crowd_of(slot)) return crowd->first_from(link);
  while (slot != no_slot && entries_[slot].link_ < link) slot = entries_[slot].next_;
  return slot;
}

Crowd* RouteTable::crowd_of(Slot slot) const {
  if (slot == no_slot || !entries_[slot].is_in_crowd_) return nullptr;
  return crowds_.at(entries_[slot].destination()).get();
}

void RouteTable::file(const RoutesTo& routes, Slot slot) {
  const RouteEntry& filed = entries_[slot];
  const Slot first = join(routes, slot);
  if (routes.first == no_slot) {
    by_destination_.insert(routes.destination, slot, routes.nearest);
  } else if (first != routes.first) {
    by_destination_.replace(routes.destination, first);
  }
  if (filed.route.ends_at_s != never) expiries_.emplace(filed.route.ends_at_s, filed.sequence_, slot);
}

void RouteTable::unfile(const RoutesTo& routes, Slot slot) {
  const RouteEntry& filed = entries_[slot];
  const Slot first = leave(routes, slot);
  if (first == no_slot) {
    by_destination_.erase(routes.destination);
  } else if (first != routes.first) {
    by_destination_.replace(routes.destination, first);
  }
  if (filed.route.ends_at_s != never) expiries_.erase({filed.route.ends_at_s, filed.sequence_, slot});
}

Slot RouteTable::join(const RoutesTo& routes, Slot slot) {
  RouteEntry& joining = entries_[slot];
  Crowd* crowd = crowd_of(routes.first);
  joining.is_in_crowd_ = crowd != nullptr;
  if (crowd != nullptr) {
    crowd->insert(joining, slot);
    return crowd->first();
  }
  Slot first = routes.first;
  Slot* at = &first;
  while (*at != no_slot && entries_[*at].rank() < joining.rank()) at = &entries_[*at].next_;
  joining.next_ = *at;
  *at = slot;
  make_crowd_if_many(routes.destination, first);
  return first;
}

Slot RouteTable::leave(const RoutesTo& routes, Slot slot) {
  const RouteEntry& leaving = entries_[slot];
  if (Crowd* crowd = crowd_of(slot)) {
    crowd->erase(leaving);
    const Slot first = crowd->first();
    if (first == no_slot) crowds_.erase(routes.destination);
    return first;
  }
  Slot first = routes.first;
  Slot* at = &first;
  while (*at != slot) at = &entries_[*at].next_;
  *at = leaving.next_;
  return first;
}

void RouteTable::make_crowd_if_many(const AddressBits& destination, Slot first) {
  std::size_t count = 0;
  for (Slot slot = first; slot != no_slot; slot = entries_[slot].next_) ++count;
  if (count <= too_few_for_a_crowd) return;
  auto crowd = std::make_unique<Crowd>();
  for (Slot slot = first; slot != no_slot; slot = entries_[slot].next_) {
    crowd->insert(entries_[slot], slot);
    entries_[slot].is_in_crowd_ = true;
  }
  crowds_.emplace(destination, std::move(crowd));
}

}  // namespace netioconf::conformance::emulator::inline tables

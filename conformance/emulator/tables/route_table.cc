#include "conformance/emulator/tables/route_table.h"

namespace netioconf::conformance::emulator::inline tables {

std::size_t RouteTable::family_index(std::uint16_t family) {
  if (family == ipv4) return 0;
  return family == ipv6 ? 1 : 2;
}

const RouteEntry* RouteTable::find(const RouteKey& key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? nullptr : &*found->second;
}

void RouteTable::store(const RouteKey& key, const Route& route) {
  const auto found = index_.find(key);
  if (found != index_.end()) {
    unfile(*found->second);
    found->second->route = route;
    file(*found->second);
    return;
  }
  Rows& rows = rows_of(key);
  rows.push_back({key, route, next_sequence_++});
  index_.emplace(key, std::prev(rows.end()));
  file(rows.back());
}

void RouteTable::erase(const RouteKey& key) {
  const auto found = index_.find(key);
  if (found == index_.end()) return;
  const Rows::iterator row = found->second;
  unfile(*row);
  index_.erase(found);
  rows_of(row->key).erase(row);
}

void RouteTable::clear() {
  next_sequence_ = 0;
  if (index_.empty()) return;
  expiries_.clear();
  for (const auto& [destination, candidates] : by_destination_)
    lengths_[family_index(destination.prefix.family)][destination.length_bits] = 0;
  by_destination_.clear();
  index_.clear();
  for (auto& families : rows_) {
    for (Rows& rows : families) rows.clear();
  }
}

const RouteEntry* RouteTable::first(std::uint8_t link, std::uint16_t family) const {
  const Rows& rows = rows_[link % links_at_most][family_index(family)];
  return rows.empty() ? nullptr : &rows.front();
}

const RouteEntry* RouteTable::cheapest(std::uint8_t link, const Destination& destination) const {
  const auto found = by_destination_.find(destination);
  if (found == by_destination_.end()) return nullptr;
  const auto candidate = found->second.lower_bound({link, 0, 0, nullptr});
  if (candidate == found->second.end() || candidate->link != link) return nullptr;
  return candidate->entry;
}

std::vector<const RouteEntry*> RouteTable::covering(const Address& address) const {
  std::vector<const RouteEntry*> found;
  const auto& lengths = lengths_[family_index(address.family)];
  for (std::size_t length = lengths.size(); length-- > 0;) {
    if (lengths[length] == 0) continue;
    const auto length_bits = static_cast<std::uint8_t>(length);
    const auto candidates = by_destination_.find({masked(address, length_bits), length_bits});
    if (candidates != by_destination_.end()) append_cheapest(candidates->second, found);
  }
  return found;
}

const RouteEntry* RouteTable::expired(std::uint64_t now_s) const {
  if (expiries_.empty() || std::get<0>(*expiries_.begin()) > now_s) return nullptr;
  return std::get<2>(*expiries_.begin());
}

std::size_t RouteTable::size(std::uint16_t family) const {
  std::size_t size = 0;
  for (const auto& families : rows_) size += families[family_index(family)].size();
  return size;
}

void RouteTable::file(const RouteEntry& entry) {
  const Destination destination = destination_of(entry.key);
  Candidates& candidates = by_destination_[destination];
  if (candidates.empty()) ++lengths_[family_index(destination.prefix.family)][destination.length_bits];
  candidates.insert({entry.key.link, entry.route.complete_metric, entry.sequence, &entry});
  if (entry.route.ends_at_s) expiries_.emplace(*entry.route.ends_at_s, entry.sequence, &entry);
}

void RouteTable::unfile(const RouteEntry& entry) {
  const Destination destination = destination_of(entry.key);
  const auto found = by_destination_.find(destination);
  found->second.erase({entry.key.link, entry.route.complete_metric, entry.sequence, &entry});
  if (found->second.empty()) {
    by_destination_.erase(found);
    --lengths_[family_index(destination.prefix.family)][destination.length_bits];
  }
  if (entry.route.ends_at_s) expiries_.erase({*entry.route.ends_at_s, entry.sequence, &entry});
}

void RouteTable::append_cheapest(const Candidates& candidates, std::vector<const RouteEntry*>& found) {
  auto candidate = candidates.begin();
  while (candidate != candidates.end()) {
    found.push_back(candidate->entry);
    const auto next_link = static_cast<std::uint8_t>(candidate->link + 1);
    candidate = candidates.lower_bound({next_link, 0, 0, nullptr});
  }
}

}  // namespace netioconf::conformance::emulator::inline tables

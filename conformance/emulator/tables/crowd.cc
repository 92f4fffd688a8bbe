#include "conformance/emulator/tables/crowd.h"

namespace netioconf::conformance::emulator::inline tables {

void Crowd::insert(const RouteEntry& entry, Slot slot) {
  by_key_.emplace(entry.key(), slot);
  by_rank_.emplace(entry.rank(), slot);
}

void Crowd::erase(const RouteEntry& entry) {
  by_key_.erase(entry.key());
  by_rank_.erase(entry.rank());
}

Slot Crowd::find(const RouteKey& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? no_slot : found->second;
}

Slot Crowd::first_from(unsigned link) const {
  const auto found = by_rank_.lower_bound({link, 0, 0});
  return found == by_rank_.end() ? no_slot : found->second;
}

}  // namespace netioconf::conformance::emulator::inline tables

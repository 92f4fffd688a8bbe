#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "conformance/emulator/tables/addresses.h"
#include "conformance/emulator/tables/route_entry.h"
#include "conformance/emulator/tables/slots.h"

namespace netioconf::conformance::emulator::inline tables {

// The routes to one destination if they are too many for a search of all.
class Crowd {
 public:
  void insert(const RouteEntry& entry, Slot slot);
  void erase(const RouteEntry& entry);

  // These return no_slot if there is none.
  [[nodiscard]] Slot find(const RouteKey& key) const;
  // The first by rank of those on this link and on links after it.
  [[nodiscard]] Slot first_from(unsigned link) const;
  [[nodiscard]] Slot first() const { return first_from(0); }

 private:
  std::unordered_map<RouteKey, Slot, KeyHash> by_key_;
  std::map<RouteRank, Slot> by_rank_;
};

}  // namespace netioconf::conformance::emulator::inline tables

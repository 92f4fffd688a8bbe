#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <memory>

#include "conformance/emulator/tables/address_bits.h"
#include "conformance/emulator/tables/addresses.h"
#include "conformance/emulator/tables/slots.h"

namespace netioconf::conformance::emulator::inline tables {

inline constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

// What is stored of a route in addition to its key.
struct Route {
  MIB_IPFORWARD_ROW2 row{};
  std::uint64_t created_s = 0;
  std::uint64_t changed_s = 0;
  std::uint64_t complete_metric = 0;
  std::uint64_t ends_at_s = never;  // The first second without the route.
};

// The order of routes to one destination: by link, then by complete metric, then by age.
struct RouteRank {
  unsigned link = 0;
  std::uint64_t complete_metric = 0;
  std::uint64_t sequence = 0;

  friend auto operator<=>(const RouteRank&, const RouteRank&) = default;
};

// A stored route. Its key is not stored if it is that of its row, as it is in nearly every behaviour.
class RouteEntry {
 public:
  [[nodiscard]] RouteKey key() const;
  [[nodiscard]] AddressBits destination() const;
  [[nodiscard]] std::uint8_t link() const { return link_; }
  [[nodiscard]] std::uint16_t family() const;
  // In the order of creation.
  [[nodiscard]] std::uint64_t sequence() const { return sequence_; }
  [[nodiscard]] RouteRank rank() const { return {link_, route.complete_metric, sequence_}; }

  Route route;

 private:
  friend class RouteTable;

  void assign(const RouteKey& key, const Route& stored);

  std::unique_ptr<const RouteKey> own_key_;  // NULL: the key of the row.
  std::uint64_t sequence_ = 0;
  Slot older_ = no_slot;  // Of its link and family.
  Slot newer_ = no_slot;
  Slot next_ = no_slot;  // To its destination, by rank, if it is not in a crowd.
  std::uint8_t link_ = 0;
  bool is_in_crowd_ = false;
};

}  // namespace netioconf::conformance::emulator::inline tables

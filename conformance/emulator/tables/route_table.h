#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <vector>

#include "conformance/emulator/tables/address_bits.h"
#include "conformance/emulator/tables/addresses.h"
#include "conformance/emulator/tables/crowd.h"
#include "conformance/emulator/tables/destination_trie.h"
#include "conformance/emulator/tables/route_entry.h"
#include "conformance/emulator/tables/slots.h"

namespace netioconf::conformance::emulator::inline tables {

inline constexpr std::size_t links_at_most = 16;

// The routes of a host. Only the cost of visit() and clear() grows with the number of routes. An entry
// stays where it is until it is erased.
class RouteTable {
 public:
  RouteTable() = default;
  RouteTable(const RouteTable&) = delete;
  RouteTable& operator=(const RouteTable&) = delete;

  [[nodiscard]] const RouteEntry* find(const RouteKey& key) const;
  // Replaces a route with the same key.
  const RouteEntry& store(const RouteKey& key, const Route& route);
  void erase(const RouteKey& key);
  void clear();

  // The oldest route of a link and family.
  [[nodiscard]] const RouteEntry* first(std::uint8_t link, std::uint16_t family) const;
  // The route with the lowest complete metric among those of a link to this destination; the oldest of
  // several.
  [[nodiscard]] const RouteEntry* cheapest(std::uint8_t link, const Destination& destination) const;
  // The cheapest of each link at each prefix length that covers the address, longest prefix first.
  [[nodiscard]] std::vector<const RouteEntry*> covering(const Address& address) const;
  // One route that has ended.
  [[nodiscard]] const RouteEntry* expired(std::uint64_t now_s) const;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t size(std::uint16_t family) const;
  // Link by link, oldest first.
  template <class Visitor>
  void visit(std::uint16_t family, Visitor&& visitor) const {
    for (const auto& families : rows_) {
      Slot slot = families[family_index(family)].oldest;
      for (; slot != no_slot; slot = entries_[slot].newer_) visitor(entries_[slot]);
    }
  }

 private:
  // A list by RouteEntry::older_ and newer_.
  struct Rows {
    Slot oldest = no_slot;
    Slot newest = no_slot;
    std::uint32_t size = 0;
  };

  // Other families than IPv4 and IPv6 get here only under a behaviour that violates the pages.
  static constexpr std::size_t family_count = 3;
  static std::size_t family_index(std::uint16_t family);
  [[nodiscard]] const RouteEntry* entry(Slot slot) const {
    return slot == no_slot ? nullptr : &entries_[slot];
  }
  Rows& rows_of(const RouteKey& key) {
    return rows_[key.link % links_at_most][family_index(key.prefix.family)];
  }
  void append(Rows& rows, Slot slot);
  void remove(Rows& rows, Slot slot);

  // The trie leads to the first by rank of the routes to a destination. The others follow it by
  // RouteEntry::next_, or are with it in a crowd.
  struct RoutesTo {
    AddressBits destination;
    Slot nearest;  // In the trie.
    Slot first;    // no_slot: there are none.
  };
  [[nodiscard]] RoutesTo routes_to(const AddressBits& destination) const;
  [[nodiscard]] Slot find_from(Slot first, const RouteKey& key) const;
  // The first by rank of this route and those after it, on this link and links after it.
  [[nodiscard]] Slot skip_to_link(Slot slot, unsigned link) const;
  // The one that this route is in, or NULL.
  [[nodiscard]] Crowd* crowd_of(Slot slot) const;
  void file(const RoutesTo& routes, Slot slot);
  void unfile(const RoutesTo& routes, Slot slot);
  // These return the first route after the change.
  [[nodiscard]] Slot join(const RoutesTo& routes, Slot slot);
  [[nodiscard]] Slot leave(const RoutesTo& routes, Slot slot);
  void make_crowd_if_many(const AddressBits& destination, Slot first);

  Slots<RouteEntry> entries_;
  std::array<std::array<Rows, family_count>, links_at_most> rows_;
  DestinationTrie by_destination_{entries_};
  std::map<AddressBits, std::unique_ptr<Crowd>> crowds_;
  std::set<std::tuple<std::uint64_t, std::uint64_t, Slot>> expiries_;  // By end and sequence.
  std::uint64_t next_sequence_ = 0;
  std::size_t size_ = 0;
};

}  // namespace netioconf::conformance::emulator::inline tables

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::emulator::inline tables {

inline constexpr std::size_t links_at_most = 16;

// What is stored of a route in addition to its key.
struct Route {
  MIB_IPFORWARD_ROW2 row{};
  std::uint64_t created_s = 0;
  std::uint64_t changed_s = 0;
  std::uint64_t complete_metric = 0;
  std::optional<std::uint64_t> ends_at_s;  // The first second without the route; empty: infinite.
};

struct RouteEntry {
  RouteKey key;
  Route route;
  std::uint64_t sequence = 0;  // In the order of creation.
};

// The routes of a host. Only the cost of visit() and clear() grows with the number of routes.
class RouteTable {
 public:
  RouteTable() = default;
  RouteTable(const RouteTable&) = delete;
  RouteTable& operator=(const RouteTable&) = delete;

  [[nodiscard]] const RouteEntry* find(const RouteKey& key) const;
  // Replaces a route with the same key.
  void store(const RouteKey& key, const Route& route);
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

  [[nodiscard]] std::size_t size() const { return index_.size(); }
  [[nodiscard]] std::size_t size(std::uint16_t family) const;
  // Link by link, oldest first.
  template <class Visitor>
  void visit(std::uint16_t family, Visitor&& visitor) const {
    for (const auto& families : rows_) {
      for (const RouteEntry& entry : families[family_index(family)]) visitor(entry);
    }
  }

 private:
  using Rows = std::list<RouteEntry>;

  struct Candidate {
    std::uint8_t link;
    std::uint64_t complete_metric;
    std::uint64_t sequence;
    const RouteEntry* entry;

    bool operator<(const Candidate& other) const {
      return std::tie(link, complete_metric, sequence) <
             std::tie(other.link, other.complete_metric, other.sequence);
    }
  };
  using Candidates = std::set<Candidate>;

  // Other families than IPv4 and IPv6 get here only under a behaviour that violates the pages.
  static constexpr std::size_t family_count = 3;
  static std::size_t family_index(std::uint16_t family);
  Rows& rows_of(const RouteKey& key) {
    return rows_[key.link % links_at_most][family_index(key.prefix.family)];
  }
  void file(const RouteEntry& entry);
  void unfile(const RouteEntry& entry);
  static void append_cheapest(const Candidates& candidates, std::vector<const RouteEntry*>& found);

  std::array<std::array<Rows, family_count>, links_at_most> rows_;
  std::unordered_map<RouteKey, Rows::iterator, KeyHash> index_;
  std::unordered_map<Destination, Candidates, KeyHash> by_destination_;
  std::array<std::array<std::size_t, 256>, family_count> lengths_{};  // Destinations by prefix length.
  std::set<std::tuple<std::uint64_t, std::uint64_t, const RouteEntry*>> expiries_;
  std::uint64_t next_sequence_ = 0;
};

}  // namespace netioconf::conformance::emulator::inline tables

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <unordered_map>

#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::emulator::inline tables {

struct AnycastEntry {
  AnycastKey key;
  MIB_ANYCASTIPADDRESS_ROW row{};
};

// The anycast addresses of a host. Only the cost of visit() and clear() grows with their number.
class AnycastTable {
 public:
  AnycastTable() = default;
  AnycastTable(const AnycastTable&) = delete;
  AnycastTable& operator=(const AnycastTable&) = delete;

  [[nodiscard]] const AnycastEntry* find(const AnycastKey& key) const;
  // Replaces an entry with the same key.
  void store(const AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& row);
  void erase(const AnycastKey& key);
  void clear();

  [[nodiscard]] std::size_t size() const { return index_.size(); }
  // Oldest first.
  template <class Visitor>
  void visit(std::uint16_t family, Visitor&& visitor) const {
    for (const AnycastEntry& entry : rows_[family_index(family)]) visitor(entry);
  }

 private:
  using Rows = std::list<AnycastEntry>;

  // Other families than IPv4 and IPv6 get here only under a behaviour that violates the pages.
  static constexpr std::size_t family_count = 3;
  static std::size_t family_index(std::uint16_t family);

  std::array<Rows, family_count> rows_;
  std::unordered_map<AnycastKey, Rows::iterator, KeyHash> index_;
};

}  // namespace netioconf::conformance::emulator::inline tables

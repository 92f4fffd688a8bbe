#include "conformance/emulator/tables/anycast_table.h"

#include <iterator>

namespace netioconf::conformance::emulator::inline tables {

std::size_t AnycastTable::family_index(std::uint16_t family) {
  if (family == ipv4) return 0;
  return family == ipv6 ? 1 : 2;
}

const AnycastEntry* AnycastTable::find(const AnycastKey& key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? nullptr : &*found->second;
}

void AnycastTable::store(const AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& row) {
  const auto found = index_.find(key);
  if (found != index_.end()) {
    found->second->row = row;
    return;
  }
  Rows& rows = rows_[family_index(key.address.family)];
  rows.push_back({key, row});
  index_.emplace(key, std::prev(rows.end()));
}

void AnycastTable::erase(const AnycastKey& key) {
  const auto found = index_.find(key);
  if (found == index_.end()) return;
  const Rows::iterator row = found->second;
  index_.erase(found);
  rows_[family_index(row->key.address.family)].erase(row);
}

void AnycastTable::clear() {
  index_.clear();
  for (Rows& rows : rows_) rows.clear();
}

}  // namespace netioconf::conformance::emulator::inline tables

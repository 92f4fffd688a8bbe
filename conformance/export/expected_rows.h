#pragma once

#include <map>
#include <unordered_map>

#include "conformance/export/reproduction.h"
#include "oracle/state/state.h"

namespace netioconf::conformance::exporting {

// The rows that a reproduction expects. A row has one number even if several ways lead to it.
class ExpectedRows {
 public:
  // The number of a route after a call, or of an anycast address.
  [[nodiscard]] std::size_t number_of(const oracle::state::RouteKey& key,
                                      const oracle::state::RouteEntry& entry, std::size_t step);
  [[nodiscard]] std::size_t number_of(const oracle::state::AnycastKey& key,
                                      const oracle::state::AnycastEntry& entry);

  // Fills in the rows of a reproduction.
  void put_into(Reproduction& reproduction) &&;

 private:
  std::vector<ExpectedRoute> routes_;
  std::vector<ExpectedAnycast> anycasts_;
  std::unordered_map<oracle::state::RouteKey, std::size_t, oracle::state::KeyHash> origins_;
  std::unordered_map<oracle::state::AnycastKey, std::size_t, oracle::state::KeyHash> scopes_;
};

// The numbers of the rows by the entries of the tables.
struct RowNumbers {
  std::unordered_map<oracle::state::RouteKey, std::size_t, oracle::state::KeyHash> routes;
  std::unordered_map<oracle::state::AnycastKey, std::size_t, oracle::state::KeyHash> anycasts;
};

}  // namespace netioconf::conformance::exporting

#pragma once

#include <map>
#include <unordered_map>

#include "conformance/export/reproduction.h"
#include "oracle/state/state.h"

namespace netioconf::conformance {

// The rows that a reproduction expects. A row has one number even if several ways lead to it.
class ExpectedRows {
 public:
  // The number of a route after a call, or of an anycast address.
  [[nodiscard]] std::size_t number_of(const oracle::RouteKey& key, const oracle::RouteEntry& entry,
                                      std::size_t step);
  [[nodiscard]] std::size_t number_of(const oracle::AnycastKey& key, const oracle::AnycastEntry& entry);

  // Fills in the rows of a reproduction.
  void put_into(Reproduction& reproduction) &&;

 private:
  std::vector<ExpectedRoute> routes_;
  std::vector<ExpectedAnycast> anycasts_;
  std::unordered_map<oracle::RouteKey, std::size_t, oracle::KeyHash> origins_;
  std::unordered_map<oracle::AnycastKey, std::size_t, oracle::KeyHash> scopes_;
};

// The numbers of the rows by the entries of the tables.
struct RowNumbers {
  std::unordered_map<oracle::RouteKey, std::size_t, oracle::KeyHash> routes;
  std::unordered_map<oracle::AnycastKey, std::size_t, oracle::KeyHash> anycasts;
};

}  // namespace netioconf::conformance

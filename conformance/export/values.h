#pragma once

#include <string>

#include "conformance/export/body.h"

namespace netioconf::conformance::exporting {

// Values as a program writes them, with a name instead of a number where that is clearer.
[[nodiscard]] std::string luid_value(std::uint64_t luid, const oracle::Host& host,
                                     const Dialect& dialect);
[[nodiscard]] std::string index_value(std::uint32_t index, const oracle::Host& host,
                                      const Dialect& dialect);
[[nodiscard]] std::string address_value(const oracle::SocketAddress& address, const Dialect& dialect);
[[nodiscard]] std::string statuses_value(oracle::StatusSet statuses);
[[nodiscard]] std::string family_value(std::uint16_t family);

// A row as a call of a function that makes a row, followed by assignments to its members.
struct RowValue {
  std::string made;
  std::vector<std::string> assigned;  // statements; "{}" stands for the row
};
[[nodiscard]] RowValue row_value(const oracle::RouteRow& row, const oracle::Host& host,
                                 const Dialect& dialect);
[[nodiscard]] RowValue row_value(const oracle::AnycastRow& row, const oracle::Host& host,
                                 const Dialect& dialect);

}  // namespace netioconf::conformance::exporting

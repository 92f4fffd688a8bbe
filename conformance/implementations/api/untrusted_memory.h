#pragma once

#include <cstddef>
#include <span>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// Copies bytes from an address that an implementation handed out and that may lead anywhere. The kernel
// does the reading, so an unreadable address is an answer and not a crash. False, and `to` undefined, if
// any byte cannot be read.
[[nodiscard]] bool read_foreign(const void* address, std::span<std::byte> to);

// The same by another way, slower, for sandboxes that forbid the first.
[[nodiscard]] bool read_foreign_through_pipe(const void* address, std::span<std::byte> to);

// More rows than this are taken for a wild count.
inline constexpr std::uint32_t most_rows = 8U << 20U;

// Reads a MIB_IPFORWARD_TABLE2 or a MIB_ANYCASTIPADDRESS_TABLE.
[[nodiscard]] oracle::TableReply read_route_table(const void* table);
[[nodiscard]] oracle::TableReply read_anycast_table(const void* table);

}  // namespace netioconf::conformance

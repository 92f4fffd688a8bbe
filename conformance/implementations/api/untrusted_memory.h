#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::inline api {

// Copies bytes from an address that an implementation returned and that may be invalid. The kernel reads
// the memory, so an unreadable address gives an error instead of a crash. Returns false, and leaves `to`
// undefined, if any byte cannot be read.
[[nodiscard]] bool read_untrusted(const void* address, std::span<std::byte> to);

// A slower version for sandboxes that forbid the system call of the first.
[[nodiscard]] bool read_untrusted_through_pipe(const void* address, std::span<std::byte> to);

// A count larger than this is not believed.
inline constexpr std::uint32_t most_rows = 8U << 20U;

// Whether memory is certainly readable, as that of our own emulator is, or may be anything.
enum class Trust : std::uint8_t { trusted, untrusted };

// Reads a MIB_IPFORWARD_TABLE2 or a MIB_ANYCASTIPADDRESS_TABLE.
[[nodiscard]] oracle::TableReply read_route_table(const void* table, Trust trust = Trust::untrusted);
[[nodiscard]] oracle::TableReply read_anycast_table(const void* table, Trust trust = Trust::untrusted);

}  // namespace netioconf::conformance::implementations::inline api

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// What the writer and the reader of a file of traces agree on, apart from the messages.
namespace netioconf::corpora::recording {

inline constexpr std::string_view trace_file_format = "netioconf traces";
inline constexpr std::uint32_t trace_file_version = 1;
inline constexpr std::size_t entry_size_max = 16U << 20U;  // octets of an entry, not compressed

}  // namespace netioconf::corpora::recording

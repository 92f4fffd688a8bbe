#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/files/complaint.h"

namespace netioconf::corpora {

inline constexpr std::size_t file_size_max = 16U << 20U;          // octets
inline constexpr std::size_t folder_entry_count_max = 1'000'000;  // in a folder and all below it

// The content of a regular file of at most file_size_max octets.
[[nodiscard]] std::expected<std::string, Complaint> read_file(const std::filesystem::path& path);

// Puts the content there whole or not at all, and on the disk before it returns. Folders that are not
// there are made; a link is followed; what exists and is no regular file (a terminal, a pipe) is written
// to.
[[nodiscard]] std::expected<void, Complaint> write_file(const std::filesystem::path& path,
                                                        std::string_view content);

// Everything below a folder that is no folder, in the order of names, entry by entry. Links are
// followed, but each folder is entered once. What begins with a dot is passed over; a link to nothing is
// reported as a file, so that reading it says so.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, Complaint> files_below(
    const std::filesystem::path& folder, std::size_t entry_count_max = folder_entry_count_max);

}  // namespace netioconf::corpora

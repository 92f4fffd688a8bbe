#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "corpora/files/diagnostic.h"

namespace netioconf::corpora::files {

inline constexpr std::size_t file_size_max = 16U << 20U;          // octets
inline constexpr std::size_t folder_entry_count_max = 1'000'000;  // in a folder and all below it

// Why the operating system refused: "can't be read: No such file or directory (check the path)".
[[nodiscard]] Diagnostic refused_by_system(const std::filesystem::path& path, std::string_view doing,
                                           int error);

// Opens a regular file. The caller closes the file descriptor.
[[nodiscard]] std::expected<int, Diagnostic> open_to_read(const std::filesystem::path& path);

// The content of a regular file of at most `size_max` octets.
[[nodiscard]] std::expected<std::string, Diagnostic> read_file(const std::filesystem::path& path,
                                                               std::size_t size_max = file_size_max);

// Writes the file completely or not at all. The content is on the disk when the call returns. Creates
// missing folders and follows a link. If the path exists and is not a regular file (a terminal, a pipe),
// writes to it.
[[nodiscard]] std::expected<void, Diagnostic> write_file(const std::filesystem::path& path,
                                                         std::string_view content);

// A file and its content.
struct File {
  std::filesystem::path path;
  std::string content;
};

// Replaces or creates all of these files completely or changes none, unless the last step, the renaming,
// fails. Their folders must exist. The contents can be of any size and may be lost if the machine stops
// soon afterwards, which makes this fast for many files that can be made again.
[[nodiscard]] std::expected<void, Diagnostic> write_files(const std::vector<File>& files);

// Whether files can be written to a folder, which need not exist yet. Changes nothing.
[[nodiscard]] std::expected<void, Diagnostic> can_write_to(const std::filesystem::path& folder);

// What a file or folder is, by whatever path it is reached: its device and its number there.
using FileIdentity = std::pair<std::uintmax_t, std::uintmax_t>;
[[nodiscard]] std::expected<FileIdentity, std::error_code> identity_of(
    const std::filesystem::path& path);

// All files below a folder, sorted by name in each folder. Links are followed, but each folder is
// visited once. Names that begin with a dot are skipped. A broken link is returned as a file, so that
// reading it reports the error.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, Diagnostic> files_below(
    const std::filesystem::path& folder, std::size_t entry_count_max = folder_entry_count_max);

}  // namespace netioconf::corpora::files

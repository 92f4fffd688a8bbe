#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "corpora/files/diagnostic.h"

namespace netioconf::corpora::merge {

// Files by their relative paths. A path contains a name of the content, so the union of several sets
// neither depends on their order nor has a content twice in a folder.
using FileSet = std::map<std::string, std::string>;

// The name of a content: 16 hexadecimal digits.
[[nodiscard]] std::string content_name(std::string_view content);

// Adds the inputs of a fuzzer below a folder: the files whose names end in `ending`.
[[nodiscard]] std::expected<void, std::string> add_corpus(const std::filesystem::path& folder,
                                                          FileSet& files, std::string_view ending = "");

// Adds the scripts below a folder, as <rule>/<idea>_<name of the content>.textproto. A script that has
// such a name keeps it.
[[nodiscard]] std::expected<void, std::string> add_scripts(const std::filesystem::path& folder,
                                                           FileSet& files);

// Creates missing folders. Writes all files completely or none.
[[nodiscard]] std::expected<void, std::string> write(const FileSet& files,
                                                     const std::filesystem::path& folder);

}  // namespace netioconf::corpora::merge

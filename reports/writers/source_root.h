#pragma once

#include <filesystem>
#include <string>

namespace netioconf::reports::writers {

// The repository that is checked. Locations in results.sarif and in annotations are relative to it. Both
// paths are absolute. If they are empty, every path stays as it is.
struct SourceRoot {
  std::filesystem::path folder;
  std::filesystem::path current;  // that relative paths in a report are relative to
};

// A path of a report relative to the root. A file outside the root gets its absolute path.
[[nodiscard]] std::string located(const SourceRoot& root, const std::string& path);

}  // namespace netioconf::reports::writers

#include "reports/writers/source_root.h"

namespace netioconf::reports::writers {

std::string located(const SourceRoot& root, const std::string& path) {
  if (root.folder.empty()) return path;
  const std::filesystem::path whole = (root.current / path).lexically_normal();
  const std::filesystem::path inside = whole.lexically_relative(root.folder.lexically_normal());
  const bool is_inside = !inside.empty() && *inside.begin() != "..";
  return is_inside ? inside.string() : whole.string();
}

}  // namespace netioconf::reports::writers

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "fuzz/feedback/judged_input.h"
#include "fuzz/harness/input.h"
#include "reports/summary/summarize.h"

namespace netioconf::fuzz::harness {

// The inputs that deviated, the shortest of each group, stored as scripts in a folder. A campaign
// continues after a deviation and examines it while the targets search for others.
class CrashStore {
 public:
  // Creates the folder if it does not exist.
  explicit CrashStore(std::filesystem::path folder);

  // True if the folder now contains this input. The shorter input has fewer operations, or equally many
  // and fewer bytes.
  bool keep(const reports::GroupKey& group, const oracle::Script& script);

 private:
  struct Length {
    std::size_t operations;
    std::size_t bytes;
    friend auto operator<=>(const Length&, const Length&) = default;
  };
  [[nodiscard]] std::optional<Length> length_in(const std::filesystem::path& file) const;

  std::filesystem::path folder_;
  std::map<reports::GroupKey, Length> lengths_;
};

// The name of a group's file.
[[nodiscard]] std::string file_of(const reports::GroupKey& group);

}  // namespace netioconf::fuzz::harness

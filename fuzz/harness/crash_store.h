#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "fuzz/harness/input.h"
#include "fuzz/feedback/trial.h"
#include "reports/model/summarize.h"

namespace netioconf::fuzz {

// The inputs that deviated, the shortest of each group, as scripts in a folder: a campaign goes on after
// a deviation, and looks into it while the targets look for others.
class Kept {
 public:
  // The folder is made if it isn't there.
  explicit Kept(std::filesystem::path folder);

  // True if the folder now holds this one. Shorter is: fewer operations, then fewer bytes.
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

}  // namespace netioconf::fuzz

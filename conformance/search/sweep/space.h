#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/search/sweep/spaces/region.h"

namespace netioconf::conformance::search::sweep {

inline constexpr unsigned depth_max = 3;

// A region and its position in the space.
struct Placed {
  spaces::Region region;
  unsigned depth = 1;
  std::uint64_t first = 0;  // number of its first script
};

// All scripts up to a depth, numbered from 0. A number means the same script at every depth that
// contains it.
class Space {
 public:
  explicit Space(unsigned depth);

  [[nodiscard]] std::uint64_t size() const { return size_; }
  // Writes the script of that number with its name. The number must be below size(). The memory of
  // `script` is reused.
  void write(std::uint64_t number, oracle::Script& script) const;
  [[nodiscard]] std::span<const Placed> regions() const { return regions_; }

 private:
  std::vector<Placed> regions_;
  std::uint64_t size_ = 0;
};

// Converts between a number and the name of its script, as "sweep/17".
[[nodiscard]] std::string name_of_number(std::uint64_t number);
[[nodiscard]] std::optional<std::uint64_t> number_of_name(std::string_view name);

// Describes what is combined: hosts, and the members of each argument with the number of their values.
[[nodiscard]] std::vector<std::string> describe_values();

}  // namespace netioconf::conformance::search::sweep

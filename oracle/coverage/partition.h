#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

#include "oracle/model/operation.h"

namespace netioconf::oracle::coverage {

// The class of a call's input: for each member that the documents may distinguish by, the number of its
// class. Each call has its own order of members.
struct Partition {
  std::array<std::uint16_t, 6> classes{};

  friend auto operator<=>(const Partition&, const Partition&) = default;
};

[[nodiscard]] Partition partition_of(const Operation& operation);

// The partition in words: "by luid, ipv6 ordinary".
[[nodiscard]] std::string describe(Call call, const Partition& partition);

}  // namespace netioconf::oracle::coverage

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

#include "oracle/model/operation.h"

namespace netioconf::oracle {

// Which kind of input a call is: the classes of its members that the documents could tell apart, one
// number each, in an order of the call's own.
struct Partition {
  std::array<std::uint16_t, 6> classes{};

  friend auto operator<=>(const Partition&, const Partition&) = default;
};

[[nodiscard]] Partition partition_of(const Operation& operation);

// The same in words: "by luid, ipv6 ordinary".
[[nodiscard]] std::string describe(Call call, const Partition& partition);

}  // namespace netioconf::oracle

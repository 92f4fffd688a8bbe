#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace netioconf::conformance::layout {

struct MemberLayout {
  std::string_view name;
  std::size_t offset = 0;  // bytes
  std::size_t size = 0;    // bytes; of an array at the end of a table: one row
};

// A structure of conformance/abi/netioapi.h, with all of its members in their order.
struct StructureLayout {
  std::string_view name;
  bool is_union = false;
  std::size_t size = 0;       // bytes
  std::size_t alignment = 0;  // bytes
  std::span<const MemberLayout> members;
};

// The structures that a binding of the documented calls declares; one comes after those that it
// contains.
[[nodiscard]] std::span<const StructureLayout> structures();

}  // namespace netioconf::conformance::layout

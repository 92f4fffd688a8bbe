#pragma once

#include <cstddef>
#include <vector>

namespace netioconf::conformance::emulator::inline tables {

// Large vectors grow by a quarter, so that they need little more than what is in them.
template <class Value>
void make_room(std::vector<Value>& values, std::size_t more) {
  const std::size_t size = values.size() + more;
  if (size > values.capacity()) values.reserve(size + size / 4);
}

// Removes all, and gives the memory of a large vector back.
template <class Value>
void clear_and_shrink(std::vector<Value>& values) {
  constexpr std::size_t large_bytes = 4096;
  if (values.capacity() * sizeof(Value) > large_bytes) {
    values = {};
  } else {
    values.clear();
  }
}

}  // namespace netioconf::conformance::emulator::inline tables

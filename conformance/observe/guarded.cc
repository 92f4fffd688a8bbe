#include "conformance/observe/guarded.h"

namespace netioconf::conformance {
namespace {

// Differs from byte to byte, so that moved or repeated bytes show.
constexpr std::byte pattern(std::size_t position) {
  return static_cast<std::byte>(0xa5 ^ (position * 37));
}

}  // namespace

Guarded::Guarded(std::span<const std::byte> content, std::uint8_t misalignment)
    : offset_{guard_size + (misalignment & 7U)}, size_{std::min(content.size(), largest)} {
  for (std::size_t position = 0; position < memory_.size(); ++position) {
    memory_[position] = pattern(position);
  }
  std::memcpy(memory_.data() + offset_, content.data(), size_);
}

Guarded Guarded::to_fill(std::size_t size) {
  std::array<std::byte, largest> content{};
  for (std::size_t position = 0; position < content.size(); ++position) {
    content[position] = pattern(position + 1);
  }
  return Guarded{std::span{content}.first(std::min(size, largest))};
}

bool Guarded::intact() const {
  for (std::size_t position = 0; position < memory_.size(); ++position) {
    const bool inside = position >= offset_ && position < offset_ + size_;
    if (!inside && memory_[position] != pattern(position)) return false;
  }
  return true;
}

}  // namespace netioconf::conformance

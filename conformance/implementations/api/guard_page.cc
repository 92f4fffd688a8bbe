#include "conformance/implementations/api/guard_page.h"

namespace netioconf::conformance::implementations::inline api {
namespace {

// Neighbouring bytes differ, so that moved or repeated bytes are detected.
constexpr std::byte pattern(std::size_t position) {
  return static_cast<std::byte>(0xa5 ^ (position * 37));
}

template <std::size_t size>
consteval std::array<std::byte, size> pattern_from(std::size_t first) {
  std::array<std::byte, size> bytes{};
  for (std::size_t position = 0; position < size; ++position)
    bytes[position] = pattern(first + position);
  return bytes;
}

constexpr auto around = pattern_from<Guarded::whole>(0);
constexpr auto inside = pattern_from<Guarded::largest>(1);

}  // namespace

Guarded::Guarded(std::span<const std::byte> content, std::uint8_t misalignment)
    : memory_{around},
      offset_{guard_size + (misalignment & 7U)},
      size_{std::min(content.size(), largest)} {
  std::memcpy(memory_.data() + offset_, content.data(), size_);
}

Guarded Guarded::to_fill(std::size_t size) {
  return Guarded{std::span{inside}.first(std::min(size, largest))};
}

bool Guarded::intact() const {
  const std::size_t end = offset_ + size_;
  return std::memcmp(memory_.data(), around.data(), offset_) == 0 &&
         std::memcmp(memory_.data() + end, around.data() + end, around.size() - end) == 0;
}

}  // namespace netioconf::conformance::implementations::inline api

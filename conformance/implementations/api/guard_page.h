#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

namespace netioconf::conformance::implementations::inline api {

// Memory that a caller passes to an implementation, between guard bytes.
class Guarded {
 public:
  static constexpr std::size_t guard_size = 64;  // bytes on each side
  static constexpr std::size_t largest = 168;    // a MIB_IPINTERFACE_ROW
  static constexpr std::size_t whole = guard_size + 8 + largest + guard_size;

  // Starts `misalignment` bytes (0 to 7) after an 8-byte boundary. At most `largest` bytes.
  explicit Guarded(std::span<const std::byte> content, std::uint8_t misalignment = 0);

  template <class Value>
  [[nodiscard]] static Guarded holding(const Value& value, std::uint8_t misalignment = 0) {
    static_assert(std::is_trivially_copyable_v<Value> && sizeof(Value) <= largest);
    return Guarded{std::as_bytes(std::span{&value, 1}), misalignment};
  }
  // Filled with a pattern, for memory that the implementation writes.
  [[nodiscard]] static Guarded to_fill(std::size_t size);

  // Valid until this object moves.
  template <class Value>
  [[nodiscard]] Value* as() {
    return reinterpret_cast<Value*>(memory_.data() + offset_);
  }
  template <class Value>
  [[nodiscard]] Value read() const {
    static_assert(std::is_trivially_copyable_v<Value>);
    Value value;
    std::memcpy(&value, memory_.data() + offset_, sizeof value);
    return value;
  }
  [[nodiscard]] std::span<const std::byte> content() const {
    return std::span{memory_}.subspan(offset_, size_);
  }
  // Whether only the content was written.
  [[nodiscard]] bool intact() const;

 private:
  alignas(8) std::array<std::byte, whole> memory_;
  std::size_t offset_;
  std::size_t size_;
};

}  // namespace netioconf::conformance::implementations::inline api

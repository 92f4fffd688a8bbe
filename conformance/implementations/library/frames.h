#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace netioconf::conformance {

// A payload as it goes through the channel between parent and child: behind a header that tells it from
// what else a library may write there. Payloads are numbered from 0 in each direction.
[[nodiscard]] std::vector<std::byte> frame(std::uint32_t number, std::span<const std::byte> payload);

// Larger payloads are taken for garbage: this is room for the largest table that is read at all.
inline constexpr std::size_t largest_payload = 1U << 30U;

struct Garbled {};

// Puts payloads together again from the bytes that have come.
class Deframer {
 public:
  void add(std::span<const std::byte> bytes);
  // The next payload; nothing if it is not complete yet.
  [[nodiscard]] std::expected<std::optional<std::vector<std::byte>>, Garbled> next();
  // Part of a payload is there.
  [[nodiscard]] bool has_rest() const { return begin_ < bytes_.size(); }

 private:
  std::vector<std::byte> bytes_;
  std::size_t begin_ = 0;  // of what was not yet handed out
  std::uint32_t number_ = 0;
};

}  // namespace netioconf::conformance

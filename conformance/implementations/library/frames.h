#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace netioconf::conformance::implementations::library {

// A payload for the channel between parent and child, after a header that distinguishes it from other
// data that a library may write there. Payloads are numbered from 0 in each direction.
[[nodiscard]] std::vector<std::byte> frame(std::uint32_t number, std::span<const std::byte> payload);

// A larger payload counts as garbage. The limit has room for the largest table that is read.
inline constexpr std::size_t largest_payload = 1U << 30U;

struct Garbled {};

// Reassembles payloads from received bytes.
class Deframer {
 public:
  void add(std::span<const std::byte> bytes);
  // The next payload; empty if it is not complete yet.
  [[nodiscard]] std::expected<std::optional<std::vector<std::byte>>, Garbled> next();
  // Whether an incomplete payload remains.
  [[nodiscard]] bool has_rest() const { return begin_ < bytes_.size(); }

 private:
  std::vector<std::byte> bytes_;
  std::size_t begin_ = 0;  // of the unread bytes
  std::uint32_t number_ = 0;
};

}  // namespace netioconf::conformance::implementations::library

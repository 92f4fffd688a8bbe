#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "conformance/implementations/process/wire.h"

namespace netioconf::conformance::implementations::process {

using Bytes = std::span<const std::byte>;

// A received frame. The payload points into the bytes of the stream.
struct Frame {
  netioconf_frame head{};
  Bytes payload;
};

// Splits the bytes from a testee into frames.
class FrameStream {
 public:
  // Invalidates every payload that next() returned.
  void add(Bytes bytes);
  // The next frame; empty if it is not complete yet. The error states in one line what is wrong, as soon
  // as the first bytes of a frame show it.
  [[nodiscard]] std::expected<std::optional<Frame>, std::string> next();
  // Whether an incomplete frame or unread frames remain.
  [[nodiscard]] bool has_rest() const { return begin_ < bytes_.size(); }

 private:
  std::vector<std::byte> bytes_;
  std::size_t begin_ = 0;  // of the unread bytes
};

// The payload as a structure; empty if the size differs.
template <class Structure>
[[nodiscard]] std::optional<Structure> read_structure(Bytes payload) {
  static_assert(std::is_trivially_copyable_v<Structure>);
  if (payload.size() != sizeof(Structure)) return std::nullopt;
  Structure structure;
  std::memcpy(&structure, payload.data(), sizeof structure);
  return structure;
}

template <class Structure>
void append_structure(std::vector<std::byte>& to, const Structure& structure) {
  static_assert(std::is_trivially_copyable_v<Structure>);
  const Bytes bytes = std::as_bytes(std::span{&structure, 1});
  to.insert(to.end(), bytes.begin(), bytes.end());
}

// What is wrong with a frame, in one line.
[[nodiscard]] std::unexpected<std::string> wrong(std::string what);
[[nodiscard]] std::unexpected<std::string> wrong_size(const Frame& frame, std::size_t wanted);
[[nodiscard]] std::unexpected<std::string> unexpected_kind(const Frame& frame, std::string_view wanted);
[[nodiscard]] std::expected<void, std::string> check_request(const Frame& frame, std::uint32_t request);

// Text of a testee up to its first zero, escaped to fit in a line.
[[nodiscard]] std::string line_of(std::span<const char> text);
// The text in REFUSED or DECIDED_BY, escaped to fit in a line.
[[nodiscard]] std::expected<std::string, std::string> text_of(const Frame& frame);
// The reason in REFUSED.
[[nodiscard]] std::expected<std::string, std::string> refusal(const Frame& frame);

// "WELCOME"; "a frame of kind 0x1234" for an unknown kind.
[[nodiscard]] std::string name_of_kind(std::uint16_t kind);

}  // namespace netioconf::conformance::implementations::process

#include "conformance/implementations/library/frames.h"

#include <array>
#include <cstring>

namespace netioconf::conformance::implementations::library {
namespace {

struct Header {
  std::uint32_t magic;
  std::uint32_t number;
  std::uint32_t size;           // bytes of the payload
  std::uint32_t inverted_size;  // checks the size
};

constexpr std::uint32_t frame_magic = 0x464e4f43;

}  // namespace

std::vector<std::byte> frame(std::uint32_t number, std::span<const std::byte> payload) {
  const auto size = static_cast<std::uint32_t>(payload.size());
  const Header header{frame_magic, number, size, ~size};
  std::vector<std::byte> bytes(sizeof header + payload.size());
  std::memcpy(bytes.data(), &header, sizeof header);
  if (!payload.empty()) std::memcpy(bytes.data() + sizeof header, payload.data(), payload.size());
  return bytes;
}

void Deframer::add(std::span<const std::byte> bytes) {
  if (begin_ == bytes_.size()) {
    bytes_.clear();
    begin_ = 0;
  }
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

std::expected<std::optional<std::vector<std::byte>>, Garbled> Deframer::next() {
  const std::span left = std::span{bytes_}.subspan(begin_);
  if (left.size() < sizeof(Header)) return std::nullopt;
  Header header;
  std::memcpy(&header, left.data(), sizeof header);
  const bool sensible = header.magic == frame_magic && header.number == number_ &&
                        header.size == ~header.inverted_size && header.size <= largest_payload;
  if (!sensible) return std::unexpected(Garbled{});
  if (left.size() - sizeof header < header.size) return std::nullopt;
  const std::span payload = left.subspan(sizeof header, header.size);
  std::vector<std::byte> result{payload.begin(), payload.end()};
  begin_ += sizeof header + header.size;
  ++number_;
  return result;
}

}  // namespace netioconf::conformance::implementations::library

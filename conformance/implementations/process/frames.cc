#include "conformance/implementations/process/frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "reports/words/escape.h"

namespace netioconf::conformance::implementations::process {
namespace {

static_assert(std::endian::native == std::endian::little, "frames are copied without conversion");

bool is_text(std::byte byte) {
  const auto unit = std::to_integer<unsigned char>(byte);
  return (unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\t' || unit == '\r';
}

// The bytes found instead of a frame header, escaped to fit in a line.
std::string shown(Bytes bytes) {
  constexpr std::size_t most = 40;
  const Bytes first = bytes.first(std::min(bytes.size(), most));
  const auto text_ends = std::ranges::find_if_not(first, is_text);
  if (text_ends - first.begin() >= 3 || text_ends == first.end()) {
    const std::string text{reinterpret_cast<const char*>(first.data()),
                           static_cast<std::size_t>(text_ends - first.begin())};
    return fmt::format("\"{}\"", reports::words::legible(text));
  }
  std::string hex = "bytes";
  for (const std::byte byte : first.first(std::min<std::size_t>(first.size(), 16))) {
    hex += fmt::format(" {:02x}", std::to_integer<unsigned>(byte));
  }
  return hex;
}

constexpr std::size_t mark_end = offsetof(netioconf_frame, mark) + sizeof netioconf_frame{}.mark;

}  // namespace

void FrameStream::add(Bytes bytes) {
  bytes_.erase(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(begin_));
  begin_ = 0;
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

std::expected<std::optional<Frame>, std::string> FrameStream::next() {
  const Bytes left = Bytes{bytes_}.subspan(begin_);
  if (left.size() < mark_end) return std::nullopt;
  Frame frame;
  std::memcpy(&frame.head, left.data(), std::min(left.size(), sizeof frame.head));
  if (frame.head.mark != netioconf_mark) {
    return std::unexpected(fmt::format("{} where a frame should begin", shown(left)));
  }
  if (frame.head.size > netioconf_most_payload) {
    return std::unexpected(fmt::format("a frame of {} bytes, {} are allowed", frame.head.size,
                                       static_cast<int>(netioconf_most_payload)));
  }
  if (left.size() < sizeof frame.head || left.size() - sizeof frame.head < frame.head.size) {
    return std::nullopt;
  }
  frame.payload = left.subspan(sizeof frame.head, frame.head.size);
  begin_ += sizeof frame.head + frame.head.size;
  return frame;
}

std::unexpected<std::string> wrong(std::string what) { return std::unexpected(std::move(what)); }

// Text of a testee up to its first zero, escaped to fit in a line.
std::string line_of(std::span<const char> text) {
  const auto end = std::ranges::find(text, '\0');
  std::string line{text.begin(), end};
  while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
  return reports::words::legible(line);
}

std::expected<std::string, std::string> text_of(const Frame& frame) {
  if (frame.payload.size() > netioconf_most_text) {
    return wrong(fmt::format("{} with {} bytes of text, {} are allowed", name_of_kind(frame.head.kind),
                             frame.payload.size(), static_cast<int>(netioconf_most_text)));
  }
  return line_of({reinterpret_cast<const char*>(frame.payload.data()), frame.payload.size()});
}

std::expected<std::string, std::string> refusal(const Frame& frame) {
  auto line = text_of(frame);
  if (line && line->empty()) line = "no reason given";
  return line;
}

std::unexpected<std::string> wrong_size(const Frame& frame, std::size_t wanted) {
  return wrong(fmt::format("{} with {} bytes instead of {}", name_of_kind(frame.head.kind),
                           frame.payload.size(), wanted));
}

std::unexpected<std::string> unexpected_kind(const Frame& frame, std::string_view wanted) {
  return wrong(fmt::format("{} instead of {}", name_of_kind(frame.head.kind), wanted));
}

std::expected<void, std::string> check_request(const Frame& frame, std::uint32_t request) {
  if (frame.head.request == request) return {};
  return wrong(fmt::format("{} in answer to request {} instead of {}", name_of_kind(frame.head.kind),
                           frame.head.request, request));
}

std::string name_of_kind(std::uint16_t kind) {
  switch (kind) {
    case netioconf_kind_hello:
      return "HELLO";
    case netioconf_kind_describe:
      return "DESCRIBE";
    case netioconf_kind_script:
      return "SCRIPT";
    case netioconf_kind_welcome:
      return "WELCOME";
    case netioconf_kind_host:
      return "HOST";
    case netioconf_kind_begun:
      return "BEGUN";
    case netioconf_kind_other_host:
      return "OTHER_HOST";
    case netioconf_kind_rows:
      return "ROWS";
    case netioconf_kind_notifications:
      return "NOTIFICATIONS";
    case netioconf_kind_reply:
      return "REPLY";
    case netioconf_kind_done:
      return "DONE";
    case netioconf_kind_refused:
      return "REFUSED";
    case netioconf_kind_decided_by:
      return "DECIDED_BY";
    case netioconf_kind_freeing:
      return "FREEING";
    default:
      return fmt::format("a frame of kind {:#06x}", kind);
  }
}

}  // namespace netioconf::conformance::implementations::process

#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace netioconf::corpora::text {

// A number that differs for different texts, unless someone looks for texts with the same one, and that
// never changes for the same text (FNV-1a).
class Fingerprint {
 public:
  constexpr Fingerprint() = default;
  constexpr explicit Fingerprint(std::string_view text) { add(text); }

  constexpr void add(char letter) {
    value_ = (value_ ^ static_cast<std::uint8_t>(letter)) * 0x100000001b3U;
  }
  constexpr void add(std::string_view text) {
    for (const char letter : text) add(letter);
  }

  [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
  // In 16 digits.
  [[nodiscard]] std::string hex() const { return fmt::format("{:016x}", value_); }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace netioconf::corpora::text

#include "reports/writers/page/compressed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>

namespace netioconf::reports::writers::inline page {
namespace {

using testing::StartsWith;

std::uint32_t value_of(char digit) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return static_cast<std::uint32_t>(std::min(digits.find(digit), digits.size()));
}

std::string bytes_of(std::string_view base64) {
  while (base64.ends_with('=')) base64.remove_suffix(1);
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char digit : base64) {
    bits = bits << 6U | value_of(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xffU);
  }
  return bytes;
}

// Empty if it is not gzip in base64.
std::string decompressed(std::string_view base64) {
  std::string bytes = bytes_of(base64);
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return "";
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string text;
  std::array<char, 65536> chunk{};
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    status = inflate(&stream, Z_NO_FLUSH);
    text.append(chunk.data(), chunk.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END ? text : "";
}

TEST(CompressedText, CanBeReadAgain) {
  std::mt19937 random{1};
  std::string noise(1'000'000, '\0');
  for (char& each : noise) each = static_cast<char>(random());
  for (const std::string& text : {std::string{}, std::string{"a"}, std::string{"ab"}, std::string{"abc"},
                                  std::string(1'000'000, 'x'), noise}) {
    EXPECT_EQ(decompressed(gzip_in_base64(text)), text) << text.size();
  }
}

// The header of gzip in base64: no name, no time, written on Unix.
TEST(CompressedText, HasNoTimeInItsHeader) {
  EXPECT_THAT(gzip_in_base64("a"), StartsWith("H4sIAAAAAAAAA"));
}

TEST(CompressedText, IsSmall) { EXPECT_LT(gzip_in_base64(std::string(100'000, 'x')).size(), 1000U); }

}  // namespace
}  // namespace netioconf::reports::writers::inline page

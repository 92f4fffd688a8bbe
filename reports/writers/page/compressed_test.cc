#include "reports/writers/page/compressed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>

#include "reports/stored/gzip.h"

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

TEST(CompressedText, CanBeReadAgain) {
  std::mt19937 random{1};
  std::string noise(1'000'000, '\0');
  for (char& each : noise) each = static_cast<char>(random());
  for (const std::string& text : {std::string{}, std::string{"a"}, std::string{"ab"}, std::string{"abc"},
                                  std::string(1'000'000, 'x'), noise}) {
    EXPECT_EQ(stored::gunzip(bytes_of(gzip_in_base64(text)), text.size()), text) << text.size();
  }
}

TEST(CompressedText, IsReadOnlyIfItIsWholeAndNotTooLarge) {
  const std::string compressed = stored::gzip("abc");
  EXPECT_EQ(stored::gunzip(compressed, 3), "abc");
  EXPECT_EQ(stored::gunzip(compressed, 2), std::nullopt);
  EXPECT_EQ(stored::gunzip(compressed + "d", 3), std::nullopt);
  EXPECT_EQ(stored::gunzip(compressed.substr(0, compressed.size() - 1), 3), std::nullopt);
  EXPECT_EQ(stored::gunzip("", 3), std::nullopt);
  EXPECT_EQ(stored::gunzip("abc", 3), std::nullopt);
}

// The header of gzip in base64: no name, no time, written on Unix.
TEST(CompressedText, HasNoTimeInItsHeader) {
  EXPECT_THAT(gzip_in_base64("a"), StartsWith("H4sIAAAAAAAAA"));
}

TEST(CompressedText, IsSmall) { EXPECT_LT(gzip_in_base64(std::string(100'000, 'x')).size(), 1000U); }

}  // namespace
}  // namespace netioconf::reports::writers::inline page

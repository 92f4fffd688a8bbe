#include "conformance/implementations/library/frames.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::library {
namespace {

using Bytes = std::vector<std::byte>;

Bytes payload(std::size_t size) { return Bytes(size, std::byte{42}); }

TEST(Deframer, GivesBackWhatWasFramedByteByByte) {
  Deframer deframer;
  for (std::uint32_t number = 0; number < 3; ++number) {
    const Bytes bytes = frame(number, payload(number));
    for (const std::byte& byte : bytes) {
      EXPECT_EQ(deframer.next().value(), std::nullopt);
      deframer.add(std::span{&byte, 1});
    }
    EXPECT_EQ(deframer.next().value(), payload(number));
    EXPECT_FALSE(deframer.has_rest());
  }
}

TEST(Deframer, GivesBackSeveralAtOnce) {
  Deframer deframer;
  deframer.add(frame(0, payload(5)));
  deframer.add(frame(1, payload(6)));
  EXPECT_EQ(deframer.next().value(), payload(5));
  EXPECT_TRUE(deframer.has_rest());
  EXPECT_EQ(deframer.next().value(), payload(6));
  EXPECT_EQ(deframer.next().value(), std::nullopt);
}

TEST(Deframer, RefusesAnyOtherHeader) {
  for (std::size_t position = 0; position < 16; ++position) {
    Bytes bytes = frame(0, payload(1));
    bytes[position] ^= std::byte{1};
    Deframer deframer;
    deframer.add(bytes);
    EXPECT_FALSE(deframer.next().has_value()) << position;
  }
}

TEST(Deframer, RefusesAPayloadOutOfOrder) {
  Deframer deframer;
  deframer.add(frame(1, payload(1)));
  EXPECT_FALSE(deframer.next().has_value());
}

}  // namespace
}  // namespace netioconf::conformance::implementations::library

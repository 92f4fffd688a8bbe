#include "conformance/implementations/process/frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::process {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

std::vector<std::byte> frame_of(std::uint32_t payload_size, std::uint16_t mark = netioconf_mark) {
  std::vector<std::byte> bytes;
  append_structure(
      bytes,
      netioconf_frame{
          .size = payload_size, .kind = netioconf_kind_rows, .mark = mark, .request = 3, .step = 4});
  bytes.resize(bytes.size() + std::min<std::size_t>(payload_size, 1000), std::byte{7});
  return bytes;
}

std::vector<std::byte> bytes_of(const std::string& text) {
  const Bytes bytes = std::as_bytes(std::span{text});
  return {bytes.begin(), bytes.end()};
}

TEST(FrameStream, PartsWhatComesInPieces) {
  FrameStream stream;
  std::size_t frames = 0;
  for (int time = 0; time < 3; ++time) {
    for (const std::byte byte : frame_of(20)) {
      stream.add(Bytes{&byte, 1});
      const auto frame = stream.next();
      ASSERT_TRUE(frame) << frame.error();
      if (!*frame) continue;
      ++frames;
      EXPECT_THAT((**frame).payload, SizeIs(20));
      EXPECT_EQ((**frame).head.step, 4U);
    }
  }
  EXPECT_EQ(frames, 3U);
  EXPECT_FALSE(stream.has_rest());
}

TEST(FrameStream, PartsWhatComesAtOnce) {
  FrameStream stream;
  std::vector<std::byte> bytes = frame_of(0);
  const std::vector<std::byte> more = frame_of(5);
  bytes.insert(bytes.end(), more.begin(), more.end());
  stream.add(bytes);
  EXPECT_THAT((**stream.next()).payload, SizeIs(0));
  EXPECT_TRUE(stream.has_rest());
  EXPECT_THAT((**stream.next()).payload, SizeIs(5));
  EXPECT_FALSE(*stream.next());
}

TEST(FrameStream, SaysWhatStandsWhereAFrameShouldBegin) {
  FrameStream text;
  text.add(bytes_of("hello, world\n"));
  EXPECT_EQ(text.next().error(), "\"hello, world\\u{A}\" where a frame should begin");
  FrameStream others;
  others.add(frame_of(2, 0x1234));
  EXPECT_THAT(others.next().error(), HasSubstr("bytes 02 00 00 00 05 01 34 12"));
}

TEST(FrameStream, TakesTheLargestFrameAndNoLarger) {
  FrameStream largest;
  largest.add(frame_of(netioconf_most_payload));
  EXPECT_FALSE(*largest.next()) << "not yet complete";
  FrameStream larger;
  larger.add(Bytes{frame_of(netioconf_most_payload + 1)}.first(8));
  EXPECT_THAT(larger.next().error(), HasSubstr("a frame of 1048577 bytes"));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process

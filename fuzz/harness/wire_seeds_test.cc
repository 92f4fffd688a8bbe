#include "fuzz/harness/wire_seeds.h"

#include <gmock/gmock.h>

#include "conformance/implementations/process/frames.h"
#include "conformance/implementations/process/testing/wire_checks.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz::harness {
namespace {

namespace process = conformance::implementations::process;

TEST(WireSeeds, AreTheRequestsOfAScript) {
  const auto seed = requests_of(a_created_route());
  ASSERT_TRUE(seed);
  EXPECT_EQ(seed->front(), 2) << "a stream, for the testee";
  process::FrameStream stream;
  stream.add(std::as_bytes(std::span{*seed}.subspan(1)));
  for (const int kind : {netioconf_kind_hello, netioconf_kind_describe, netioconf_kind_script}) {
    const auto frame = stream.next();
    ASSERT_TRUE(frame && *frame);
    EXPECT_EQ((*frame)->head.kind, kind);
  }
  EXPECT_FALSE(stream.has_rest());
}

TEST(WireSeeds, AnswerEachCall) {
  const auto seeds = answers_to_each_call();
  EXPECT_EQ(seeds.size(), process::kinds_of_calls());
  EXPECT_EQ(seeds.at("answers-3").front(), 3 << 2 | 1) << "frames, for netioconf";
}

}  // namespace
}  // namespace netioconf::fuzz::harness

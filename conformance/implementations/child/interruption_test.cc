#include "conformance/implementations/child/interruption.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <thread>

namespace netioconf::conformance::implementations::child {
namespace {

class Interruption : public testing::Test {
 protected:
  Interruption() { note_interruptions(); }
  ~Interruption() override { forget_interruptions(); }
};

TEST_F(Interruption, IsNotedOnce) {
  EXPECT_EQ(interruption(), 0);
  raise(SIGTERM);
  raise(SIGINT);
  EXPECT_EQ(interruption(), SIGTERM);
  EXPECT_EQ(interruption_text(), "interrupted by SIGTERM");
  EXPECT_EQ(interrupted_status(), 143);
}

TEST_F(Interruption, IsTheSameRequestIfItComesTwiceAtOnce) {
  raise(SIGTERM);
  raise(SIGTERM);
  EXPECT_EQ(interruption(), SIGTERM);
}

TEST_F(Interruption, EndsTheProcessIfItComesAgainLater) {
  const auto again = [] {
    raise(SIGINT);
    std::this_thread::sleep_for(std::chrono::milliseconds{2100});
    raise(SIGINT);
  };
  EXPECT_EXIT(again(), testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::child

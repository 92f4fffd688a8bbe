#include "conformance/implementations/child/interruption.h"

#include <gtest/gtest.h>
#include <signal.h>

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

TEST_F(Interruption, EndsTheProcessTheSecondTime) {
  const auto twice = [] {
    raise(SIGINT);
    raise(SIGINT);
  };
  EXPECT_EXIT(twice(), testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace netioconf::conformance::implementations::child

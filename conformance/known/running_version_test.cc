#include "conformance/known/running_version.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::known {
namespace {

TEST(TheVersionOfARecording, IsThatOfTheSystemOfItsList) {
  EXPECT_EQ(recorded_version("linux", "Linux 6.18.44-amd64 x86_64"), "6.18.44-amd64");
  EXPECT_EQ(recorded_version("wine:user", "Windows 10.0.19043, Wine 8.0"), "8.0");
  EXPECT_EQ(recorded_version("wine:user", "Windows 10.0.19043"), "") << "not Wine";
  EXPECT_EQ(recorded_version("emulated", "Linux 6.18.44 x86_64"), "");
  EXPECT_EQ(recorded_version("linux", "Linux"), "");
}

TEST(TheRunningVersion, IsThatOfTheKernelForLinux) {
  EXPECT_EQ(running_version("linux").find_first_of("0123456789"), 0U);
  EXPECT_EQ(running_version("emulated"), "");
  EXPECT_EQ(running_version("library:./lib.so"), "");
}

}  // namespace
}  // namespace netioconf::conformance::known

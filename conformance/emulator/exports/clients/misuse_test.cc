#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/exports/netioemu.h"

// What a client cannot show: a misuse, which may end the program, and the host, whose structures do not
// go together with the headers of Windows.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

TEST(Start, MakesALoopbackLinkAndAnotherOne) {
  ASSERT_EQ(netioemu_start("windows"), 0);
  netioconf_host host{};
  host.size = sizeof(host);
  ASSERT_EQ(netioconf_describe(&host), 0);
  ASSERT_EQ(host.link_count, 2);
  EXPECT_EQ(host.links[0].luid, NETIOEMU_LOOPBACK_LUID);
  EXPECT_EQ(host.links[0].index, NETIOEMU_LOOPBACK_INDEX);
  EXPECT_EQ(host.links[1].luid, NETIOEMU_ETHERNET_LUID);
  EXPECT_EQ(host.links[1].index, NETIOEMU_ETHERNET_INDEX);
}

void free_elsewhere() {
  static int elsewhere;
  FreeMibTable(&elsewhere);
}

void free_twice() {
  PMIB_IPFORWARD_TABLE2 table = nullptr;
  if (GetIpForwardTable2(NETIOCONF_AF_INET, &table) != NO_ERROR) return;
  FreeMibTable(table);
  FreeMibTable(table);
}

TEST(TablesDeathTest, AreReportedIfTheyAreNone) {
  ASSERT_EQ(netioemu_start("windows"), 0);
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  for (void (*misuse)() : {&free_elsewhere, &free_twice}) {
#ifdef NDEBUG
    testing::internal::CaptureStderr();
    misuse();
    EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("handed out no such table"));
#else
    EXPECT_DEATH(misuse(), "handed out no such table");
#endif
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports::clients

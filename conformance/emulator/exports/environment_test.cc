#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <thread>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/exports/loaded_for_test.h"
#include "conformance/emulator/exports/netioemu.h"

// A library whose environment has values that it does not know.
namespace netioconf::conformance::emulator::exports {
namespace {

constexpr std::array variables = {"NETIOEMU_PERSONALITY", "NETIOEMU_CALLBACKS", "NETIOEMU_SEED"};

class Environment : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* variable : variables) {
      if (const char* value = std::getenv(variable)) before_[variable] = value;
      unsetenv(variable);
    }
  }
  void TearDown() override {
    for (const char* variable : variables) unsetenv(variable);
    for (const auto& [variable, value] : before_) setenv(variable.c_str(), value.c_str(), 1);
  }

 private:
  std::map<std::string, std::string> before_;
};

MIB_IPFORWARD_ROW2 a_row() {
  MIB_IPFORWARD_ROW2 row{};
  row.InterfaceLuid.Value = NETIOEMU_ETHERNET_LUID;
  row.DestinationPrefix.Prefix.si_family = NETIOCONF_AF_INET;
  row.NextHop.si_family = NETIOCONF_AF_INET;
  return row;
}

NETIO_STATUS status_of_duplicate(const Loaded& library) {
  const MIB_IPFORWARD_ROW2 row = a_row();
  const auto create = library.function(CreateIpForwardEntry2, "CreateIpForwardEntry2");
  (void)create(&row);
  return create(&row);
}

void note_thread(PVOID place, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  *static_cast<std::thread::id*>(place) = std::this_thread::get_id();
}

bool calls_back_on_this_thread(const Loaded& library) {
  std::thread::id place;
  HANDLE handle = nullptr;
  EXPECT_EQ(library.function(NotifyRouteChange2, "NotifyRouteChange2")(NETIOCONF_AF_INET, &note_thread,
                                                                       &place, 1, &handle),
            NO_ERROR);
  EXPECT_EQ(library.function(CancelMibChangeNotify2, "CancelMibChangeNotify2")(handle), NO_ERROR);
  return place == std::this_thread::get_id();
}

std::string report_on(const std::string& setting, const std::string& known) {
  return "netioemu: " + setting + " is unknown (known: " + known +
         "): the default is used, netioemu_start fails\n";
}

TEST_F(Environment, LeavesTheDefaultsOfTheForm) {
  for (const char* variable : variables) {
    setenv(variable, "nope", 1);
    testing::internal::CaptureStderr();
    const Loaded user_mode;
    EXPECT_EQ(status_of_duplicate(user_mode), ERROR_OBJECT_ALREADY_EXISTS) << variable;
    EXPECT_FALSE(calls_back_on_this_thread(user_mode)) << variable;
    const Loaded driver{NETIOEMU_COMMON};
    EXPECT_EQ(status_of_duplicate(driver), STATUS_DUPLICATE_OBJECTID) << variable;
    EXPECT_TRUE(calls_back_on_this_thread(driver)) << variable;
    EXPECT_NE(testing::internal::GetCapturedStderr(), "") << variable;
    unsetenv(variable);
  }
}

TEST_F(Environment, LeavesWhatOtherVariablesSay) {
  setenv("NETIOEMU_CALLBACKS", "nope", 1);
  setenv("NETIOEMU_PERSONALITY", "common", 1);
  testing::internal::CaptureStderr();
  const Loaded library;
  EXPECT_EQ(status_of_duplicate(library), STATUS_DUPLICATE_OBJECTID);
  EXPECT_FALSE(calls_back_on_this_thread(library));
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            report_on("NETIOEMU_CALLBACKS=nope", "caller, own, concurrent"));
}

TEST_F(Environment, IsReportedOnceForEachUnknownValue) {
  const Loaded library;
  const auto start = library.function(netioemu_start, "netioemu_start");
  setenv("NETIOEMU_CALLBACKS", "nope", 1);
  setenv("NETIOEMU_PERSONALITY", "nobody", 1);
  setenv("NETIOEMU_SEED", "nothing", 1);
  testing::internal::CaptureStderr();
  EXPECT_EQ(status_of_duplicate(library), ERROR_OBJECT_ALREADY_EXISTS);
  EXPECT_NE(start(nullptr), 0);
  EXPECT_NE(start("windows"), 0);
  EXPECT_EQ(status_of_duplicate(library), ERROR_OBJECT_ALREADY_EXISTS);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            report_on("NETIOEMU_PERSONALITY=nobody", "common, literal, windows, lenient") +
                report_on("NETIOEMU_CALLBACKS=nope", "caller, own, concurrent") +
                report_on("NETIOEMU_SEED=nothing", "windows"));

  setenv("NETIOEMU_CALLBACKS", "nowhere", 1);
  setenv("NETIOEMU_PERSONALITY", "common", 1);
  unsetenv("NETIOEMU_SEED");
  testing::internal::CaptureStderr();
  EXPECT_NE(start(nullptr), 0);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            report_on("NETIOEMU_CALLBACKS=nowhere", "caller, own, concurrent"));
  EXPECT_EQ(status_of_duplicate(library), ERROR_OBJECT_ALREADY_EXISTS);
  unsetenv("NETIOEMU_CALLBACKS");
  EXPECT_EQ(start(nullptr), 0);
  EXPECT_EQ(status_of_duplicate(library), STATUS_DUPLICATE_OBJECTID);
}

TEST_F(Environment, IsNotReportedIfAllIsKnown) {
  setenv("NETIOEMU_CALLBACKS", "caller", 1);
  setenv("NETIOEMU_PERSONALITY", "lenient", 1);
  setenv("NETIOEMU_SEED", "windows", 1);
  testing::internal::CaptureStderr();
  const Loaded library;
  EXPECT_TRUE(calls_back_on_this_thread(library));
  EXPECT_EQ(library.function(netioemu_start, "netioemu_start")(nullptr), 0);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports

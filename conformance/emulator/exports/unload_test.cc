#include <dlfcn.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/exports/netioemu.h"

// A library that is unloaded while a program is registered.
namespace netioconf::conformance::emulator::exports {
namespace {

using namespace std::chrono_literals;

// A copy of the library, because this program is linked with the original. Each has a name of its own,
// because an earlier one may be loaded.
class Loaded {
 public:
  explicit Loaded(const char* original = NETIOEMU)
      : path_{fmt::format("{}netioemu_{}_{}.so", testing::TempDir(), getpid(), ++number_)} {
    std::filesystem::copy_file(original, path_);
    library_ = dlopen(path_.c_str(), RTLD_NOW | RTLD_LOCAL);
    EXPECT_NE(library_, nullptr) << dlerror();
  }
  Loaded(const Loaded&) = delete;
  Loaded& operator=(const Loaded&) = delete;
  ~Loaded() { std::filesystem::remove(path_); }

  template <class Function>
  [[nodiscard]] Function* function(Function&, const char* name) const {
    return reinterpret_cast<Function*>(dlsym(library_, name));
  }
  void unload() { EXPECT_EQ(dlclose(library_), 0); }
  [[nodiscard]] bool stays() const { return dlopen(path_.c_str(), RTLD_NOW | RTLD_NOLOAD) != nullptr; }

 private:
  static inline int number_ = 0;

  std::string path_;
  void* library_ = nullptr;
};

std::atomic<int> ended = 0;

void end_late(PVOID, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  std::this_thread::sleep_for(20ms);
  ++ended;
}

TEST(Unloading, LetsACallbackEnd) {
  Loaded loaded;
  ended = 0;
  HANDLE handle = nullptr;
  MIB_IPFORWARD_ROW2 row{};
  row.InterfaceIndex = NETIOEMU_ETHERNET_INDEX;
  row.DestinationPrefix.Prefix.si_family = NETIOCONF_AF_INET;
  ASSERT_EQ(loaded.function(netioemu_start, "netioemu_start")("windows"), 0);
  ASSERT_EQ(loaded.function(NotifyRouteChange2, "NotifyRouteChange2")(NETIOCONF_AF_UNSPEC, &end_late,
                                                                      nullptr, 0, &handle),
            NO_ERROR);
  ASSERT_EQ(loaded.function(CreateIpForwardEntry2, "CreateIpForwardEntry2")(&row), NO_ERROR);
  loaded.unload();
  for (int wait = 0; wait < 1000 && ended == 0; ++wait) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(ended, 1);
  EXPECT_TRUE(loaded.stays());
}

TEST(Unloading, UnloadsALibraryWithoutThreads) {
  Loaded loaded{NETIOEMU_COMMON};
  HANDLE handle = nullptr;
  ASSERT_EQ(loaded.function(NotifyRouteChange2, "NotifyRouteChange2")(NETIOCONF_AF_UNSPEC, &end_late,
                                                                      nullptr, 0, &handle),
            STATUS_SUCCESS);
  loaded.unload();
  EXPECT_FALSE(loaded.stays());
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports

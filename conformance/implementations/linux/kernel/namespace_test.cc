#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "conformance/implementations/api/descriptor.h"
#include "conformance/implementations/isolation/isolate.h"
#include "conformance/implementations/library/supervision/supervise.h"
#include "conformance/implementations/linux/kernel/kernel_anycasts.h"
#include "conformance/implementations/linux/kernel/net_namespace.h"
#include "conformance/implementations/linux/kernel/netlink.h"
#include "conformance/implementations/linux/linux_api.h"
#include "conformance/implementations/linux/testing/kernel.h"
#include "oracle/model/samples.h"

// Tests that the machine's own tables do not change.
namespace netioconf::conformance::implementations::linux::kernel {
namespace {

using std::chrono_literals::operator""s;

// The result of a function that runs in a copy of this process and may change that copy. 0 is success,
// and `not_permitted` means that this machine permits no namespaces.
constexpr int not_permitted = 77;
int in_a_copy(const std::function<int()>& run) {
  const library::supervision::Supervised supervised =
      library::supervision::supervise(30s, [&](const library::supervision::Beat&) { return run(); });
  return supervised.result.value_or(-1);
}

TEST(TheMachinesOwnNamespace, IsRefused) {
  const auto original = OriginalNamespace::current();
  ASSERT_TRUE(original) << original.error();
  EXPECT_FALSE(Netlink::open(*original));
  EXPECT_FALSE(KernelAnycasts::open(*original));
}

TEST(TheMachinesOwnNamespace, IsRefusedAlsoToASocketThatWasTakenAlong) {
  const int result = in_a_copy([] {
    const auto original = OriginalNamespace::current();
    const Descriptor socket{::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
    if (!original || !original->leave()) return not_permitted;
    const bool own_is_fine = Netlink::open(*original).has_value();
    const bool taken_along_is_not = !original->require_left(socket.number()).has_value();
    return own_is_fine && taken_along_is_not ? 0 : 1;
  });
  if (result == not_permitted) GTEST_SKIP() << "this machine permits no network namespace";
  EXPECT_EQ(result, 0);
}

TEST(TheMachinesOwnNamespace, IsLeftByTheProcessThatMadeAnother) {
  const int result = in_a_copy([] {
    const auto before = current_namespace();
    const auto original = OriginalNamespace::current();
    if (!original || !original->leave()) return not_permitted;
    const auto after = current_namespace();
    return before && after && !(*before == *after) ? 0 : 1;
  });
  if (result == not_permitted) GTEST_SKIP() << "this machine permits no network namespace";
  EXPECT_EQ(result, 0);
}

TEST(AnOrdinaryUser, HasNamespacesToo) {
  constexpr uid_t nobody = 65534;
  const int result = in_a_copy([] {
    if (getuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) return not_permitted;
    prctl(PR_SET_DUMPABLE, 1);  // As for a process that never changed its user.
    const auto api = linux_api();
    if (!api) return not_permitted;
    netioconf_host host{};
    host.size = sizeof host;
    host.ipv4 = host.ipv6 = 1;
    host.link_count = 1;
    host.links[0] = {.luid = 1,
                     .index = 1,
                     .ipv4 = 1,
                     .ipv6 = 1,
                     .routes = 1,
                     .loopback = 0,
                     .ipv4_metric = 0,
                     .ipv6_metric = 0};
    MIB_IPFORWARD_ROW2 row{};
    row.InterfaceIndex = 1;
    row.DestinationPrefix.Prefix.si_family = NETIOCONF_AF_INET;
    row.NextHop.si_family = NETIOCONF_AF_INET;
    return (*api)->reset(host) == 0 && (*api)->create_route(&row) == 0 ? 0 : 1;
  });
  if (result == not_permitted) GTEST_SKIP() << "this machine permits no user namespace";
  EXPECT_EQ(result, 0);
}

// Whether a process is in the namespace, or has a descriptor of it.
bool is_in_use(const NamespaceId& id) {
  std::error_code ignored;
  for (const auto& process : std::filesystem::directory_iterator{"/proc", ignored}) {
    struct stat status{};
    const std::string path = process.path().string() + "/ns/net";
    if (stat(path.c_str(), &status) == 0 && status.st_ino == id.inode) return true;
  }
  return false;
}

TEST(ATransport, LeavesNoProcessAndNoNamespaceBehind) {
  void* shared =
      mmap(nullptr, sizeof(NamespaceId), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(shared, MAP_FAILED);
  auto* id = new (shared) NamespaceId{};
  {
    const auto kernel = isolation::isolated_transport("linux", [id] {
      auto api = linux_api();
      *id = current_namespace().value_or(NamespaceId{});
      return api;
    });
    if (!kernel) GTEST_SKIP() << kernel.error();
    const Outcome outcome = (*kernel)->run({.start = Start::reset,
                                            .host = oracle::a_host_with_two_links(),
                                            .operations = {oracle::RouteCall{.row = an_ipv4_route()}}});
    ASSERT_EQ(outcome.replies.size(), 1U);
    EXPECT_TRUE(is_in_use(*id));
  }
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "no child is left, not even a zombie";
  EXPECT_FALSE(is_in_use(*id));
  munmap(shared, sizeof(NamespaceId));
}

TEST(ThisMachine, KeepsItsRoutes) {
  const std::string before = tables_of_this_machine();
  {
    const auto kernel = kernel_in_a_child();
    if (!kernel) GTEST_SKIP() << kernel.error();
    const Outcome outcome =
        (*kernel)->run({.start = Start::reset,
                        .host = oracle::a_host_with_two_links(),
                        .operations = {oracle::RouteCall{.row = an_ipv4_route()},
                                       oracle::RouteCall{.row = an_ipv6_route()},
                                       oracle::AnycastCall{.row = an_anycast_address()}}});
    ASSERT_EQ(outcome.replies.size(), 3U);
    for (const oracle::Reply& reply : outcome.replies) EXPECT_EQ(reply.status, 0U);
    EXPECT_EQ(tables_of_this_machine(), before) << "while the routes exist";
  }
  EXPECT_EQ(tables_of_this_machine(), before) << "afterwards";
}

}  // namespace
}  // namespace netioconf::conformance::implementations::linux::kernel

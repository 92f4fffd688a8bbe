#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/execution/observe.h"
#include "conformance/implementations/isolation/isolate.h"
#include "conformance/implementations/library/library.h"
#include "conformance/implementations/library/testing/faulty.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

using library::faulty_library;
using library::on_a_route;
using library::ordinary_script;
using library::script_of;
using library::unhurried;
using oracle::Call;
using oracle::Ending;
using oracle::Trace;
using testing::SizeIs;

constexpr std::uint64_t mib = std::uint64_t{1} << 20U;

std::unique_ptr<execution::Implementation> watched(const std::string& fault,
                                                   std::uint64_t memory_limit) {
  const std::string path = faulty_library(fault);
  auto transport = isolated_transport(path, [path] { return library::load_library(path); },
                                      {.time_limit = unhurried, .memory_limit = memory_limit});
  EXPECT_TRUE(transport.has_value()) << transport.error();
  return execution::implementation_of(fault, std::move(*transport));
}

// A script with this many calls that keep 16 MiB each.
oracle::Script asking(std::size_t times) {
  return script_of(std::vector<oracle::Operation>(times, on_a_route(Call::get_route)));
}

TEST(MemoryLimit, EndsTheCallThatTakesMemoryWithoutEnd) {
  const auto implementation = watched("take_memory", 256 * mib);
  for (int time = 0; time < 2; ++time) {
    const Trace trace = implementation->observe(ordinary_script());
    ASSERT_THAT(trace.steps, testing::Not(testing::IsEmpty()));
    EXPECT_EQ(oracle::call_of(trace.steps.back().operation), Call::get_route);
    EXPECT_EQ(trace.steps.back().reply.ending, Ending::crashed);
    EXPECT_EQ(trace.steps.back().reply.detail, "killed when it took more than 256 MiB of memory");
  }
}

TEST(MemoryLimit, AllowsLessMemory) {
  EXPECT_EQ(watched("take_memory", 256 * mib)
                ->observe(script_of({on_a_route(Call::create_route)}))
                .steps[0]
                .reply.ending,
            Ending::returned);
  const Trace trace = watched("keep_memory", 256 * mib)->observe(asking(8));
  EXPECT_EQ(trace.steps.back().reply.ending, Ending::returned);
}

TEST(MemoryLimit, IsCountedOverTheCallsOfAScript) {
  const Trace trace = watched("keep_memory", 256 * mib)->observe(asking(64));
  EXPECT_EQ(trace.steps.back().reply.ending, Ending::crashed);
  // The 16th call reaches the limit, or one before it with what else the process takes; the 32nd waits.
  EXPECT_GE(trace.steps.size(), 8U);
  EXPECT_LE(trace.steps.size(), 32U);
}

TEST(MemoryLimit, IsNotCountedFromScriptToScript) {
  const auto implementation = watched("keep_memory", 256 * mib);
  for (int script = 0; script < 16; ++script) {
    const Trace trace = implementation->observe(asking(8));
    ASSERT_THAT(trace.steps, SizeIs(8));
    ASSERT_EQ(trace.steps.back().reply.ending, Ending::returned);
  }
}

}  // namespace
}  // namespace netioconf::conformance::implementations::isolation

#include "conformance/implementations/child/memory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace netioconf::conformance::implementations::child {
namespace {

constexpr std::uint64_t mib = std::uint64_t{1} << 20U;

// Whether the process takes much memory within a time that even a busy machine keeps.
bool comes_to_have_much(MemoryWatch& watch) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{2};
  while (!watch.has_much_left() && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  return watch.has_much_left();
}

// Takes 192 MiB after a byte has come, and keeps them.
void take_memory(int from) {
  char word = 0;
  if (read(from, &word, 1) != 1) return;
  const std::vector<char> taken(192 * mib, word);
  for (const volatile char* last = &taken.back(); *last == word;) pause();
}

TEST(MemoryWatch, SeesWhatIsLeft) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const auto process = Process::start(Process::Group::own, [&] { take_memory(ends[0]); });
  MemoryWatch watch{*process, 256 * mib};
  EXPECT_FALSE(watch.has_much_left());
  EXPECT_EQ(write(ends[1], "x", 1), 1);
  EXPECT_TRUE(comes_to_have_much(watch));
  EXPECT_FALSE(watch.is_over());
  for (const int end : ends) close(end);
}

class StartedProcess : public testing::TestWithParam<bool> {};

TEST_P(StartedProcess, IsWatchedToo) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const auto process = Process::start(Process::Group::own, [&] {
    const bool first = fork() != 0;
    if (!first && fork() == 0) take_memory(ends[0]);
    const bool ends_at_once = GetParam();
    if (first || !ends_at_once) pause();
  });
  MemoryWatch watch{*process, 256 * mib};
  EXPECT_FALSE(watch.has_much_left());
  EXPECT_EQ(write(ends[1], "x", 1), 1);
  EXPECT_TRUE(comes_to_have_much(watch));
  for (const int end : ends) close(end);
}

INSTANTIATE_TEST_SUITE_P(WhoseParent, StartedProcess, testing::Bool(), [](const auto& parameter) {
  return std::string{parameter.param ? "HasEnded" : "Runs"};
});

TEST(MemoryWatch, CountsAPageThatProcessesShareOnce) {
  const auto process = Process::start(Process::Group::own, [] {
    const std::vector<char> taken(192 * mib, 'x');
    for (int copies = 0; copies < 2; ++copies) fork();
    for (const volatile char* last = &taken.back(); *last == 'x';) pause();
  });
  MemoryWatch watch{*process, 360 * mib};
  EXPECT_TRUE(comes_to_have_much(watch));
  EXPECT_FALSE(watch.is_over());
}

}  // namespace
}  // namespace netioconf::conformance::implementations::child

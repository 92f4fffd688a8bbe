#include "conformance/implementations/child/orphans.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <string>

#include "conformance/implementations/child/process.h"

namespace netioconf::conformance::implementations::child {
namespace {

std::string words_of_end(const Process& process) {
  while (!process.ended()) usleep(1000);
  return process.ended()->detail;
}

std::string words_of_end(const std::function<void()>& run) {
  return words_of_end(*Process::start(Process::Group::own, run));
}

// 2 if the process that is started outlives its parent, plus 1 if it outlives end_orphans(). Runs in a
// child, because this test program may have other children.
int survival_of(const std::function<pid_t()>& start_orphan) {
  const auto process = Process::start(Process::Group::own, [&] {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) _exit(100);
    pid_t orphan = 0;
    {
      const auto parent = Process::start(Process::Group::own, [&] {
        const pid_t started = start_orphan();
        if (write(ends[1], &started, sizeof started) != sizeof started) _exit(102);
        pause();
      });
      if (read(ends[0], &orphan, sizeof orphan) != sizeof orphan) _exit(101);
    }
    const bool outlives_parent = kill(orphan, 0) == 0;
    end_orphans({});
    _exit((outlives_parent ? 2 : 0) + (kill(orphan, 0) == 0 ? 1 : 0));
  });
  return std::stoi(words_of_end(*process).substr(std::string{"exit status "}.size()));
}

pid_t start_daemon() {
  std::array<int, 2> left{};
  if (pipe(left.data()) != 0) _exit(103);
  const pid_t pid = fork();
  if (pid == 0) {
    setsid();
    if (write(left[1], "", 1) != 1) _exit(104);
    for (;;) pause();
  }
  char byte = 0;
  if (read(left[0], &byte, 1) != 1) _exit(105);  // until it has left the group
  return pid;
}

TEST(Orphans, ThatLeftTheProcessGroupAreEnded) { EXPECT_EQ(survival_of(start_daemon), 2); }

TEST(Orphans, AreNotTheChildrenThatAreKept) {
  EXPECT_EQ(words_of_end([] {
              const auto own = Process::start(Process::Group::own, [] { pause(); });
              end_orphans(children());
              _exit(own->ended() ? 1 : 7);
            }),
            "exit status 7");
}

TEST(Orphans, OfTheProcessGroupAreEndedAndReapedWithIt) {
  EXPECT_EQ(survival_of([] {
              const pid_t pid = fork();
              if (pid == 0) {
                for (;;) pause();
              }
              return pid;
            }),
            0);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::child

#include "conformance/implementations/child/interruption.h"

#include <fmt/format.h>
#include <signal.h>
#include <string.h>

#include <atomic>
#include <ctime>

namespace netioconf::conformance::implementations::child {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<int> noted = 0;
std::atomic<std::time_t> noted_at_s = 0;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<std::time_t>::is_always_lock_free);

std::time_t now_s() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec;
}

void note(int number) {
  std::time_t never = 0;
  noted_at_s.compare_exchange_strong(never, now_s());
  int none = 0;
  if (noted.compare_exchange_strong(none, number) || none != number) return;
  if (now_s() < noted_at_s + 2) return;
  signal(number, SIG_DFL);
  raise(number);
}

void handle(void (*handler)(int)) {
  struct sigaction action{};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before{};
    sigaction(number, nullptr, &before);
    if (number == SIGHUP && before.sa_handler == SIG_IGN) continue;  // nohup
    sigaction(number, &action, nullptr);
  }
}

}  // namespace

void note_interruptions() { handle(note); }

void forget_interruptions() {
  handle(SIG_DFL);
  noted = 0;
  noted_at_s = 0;
}

int interruption() { return noted; }

std::string interruption_text() { return fmt::format("interrupted by SIG{}", sigabbrev_np(noted)); }

int interrupted_status() { return 128 + noted; }

}  // namespace netioconf::conformance::implementations::child

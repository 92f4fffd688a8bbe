#include "conformance/implementations/child/orphans.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <vector>

namespace netioconf::conformance::implementations::child {
namespace {

// The children of a killed process become ours, so there is one round for each generation. Processes
// that fork faster than they are killed must not keep this program from ending.
constexpr int rounds_max = 64;

bool adopts_orphans() {
  int adopts = 0;
  return prctl(PR_GET_CHILD_SUBREAPER, &adopts) == 0 && adopts != 0;
}

}  // namespace

void adopt_orphans() { prctl(PR_SET_CHILD_SUBREAPER, 1); }

std::vector<pid_t> children() {
  std::vector<pid_t> pids;
  std::ifstream file(fmt::format("/proc/self/task/{}/children", getpid()));
  for (pid_t pid = 0; file >> pid;) pids.push_back(pid);
  return pids;
}

void end_orphans(const std::vector<pid_t>& keep) {
  if (!adopts_orphans()) return;
  for (int round = 0; round < rounds_max; ++round) {
    std::vector<pid_t> left = children();
    std::erase_if(left, [&](pid_t pid) { return std::ranges::find(keep, pid) != keep.end(); });
    if (left.empty()) return;
    for (const pid_t pid : left) kill(pid, SIGKILL);
    for (const pid_t pid : left) {
      while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
      }
    }
  }
}

}  // namespace netioconf::conformance::implementations::child

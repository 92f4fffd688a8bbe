#include "conformance/implementations/child/process.h"

#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <utility>
#include <vector>

#include "conformance/implementations/child/interruption.h"
#include "conformance/implementations/child/orphans.h"

namespace netioconf::conformance::implementations::child {
namespace {

// Exit handlers of the parent must not run in the copy or change the exit status of a library. This
// handler runs before them.
void leave_at_once(int status, void*) { _exit(status); }

[[noreturn]] void run_as_child(pid_t parent, Process::Group group,
                               const std::function<void()>& run) noexcept {
  if (group == Process::Group::own) {
    setpgid(0, 0);
    forget_interruptions();
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);  // The parent died before the line above.
  on_exit(leave_at_once, nullptr);
  run();
  _exit(0);
}

// With SIGCHLD ignored, as inherited from some programs, the end of a child would not be reported.
void hear_of_children() {
  struct sigaction action{};
  if (sigaction(SIGCHLD, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
    signal(SIGCHLD, SIG_DFL);
}

// The state of the process, without reaping it; si_pid is 0 if nothing happened.
siginfo_t look_at(pid_t pid, int events) {
  siginfo_t info{};
  if (waitid(P_PID, static_cast<id_t>(pid), &info, events | WNOHANG | WNOWAIT) != 0) info.si_pid = 0;
  return info;
}

// The processes that were started from this one, and it. Those whose parent has ended are our children.
std::vector<pid_t> family_of(pid_t first) {
  std::vector<pid_t> family{first};
  for (const pid_t orphan : children()) {
    if (orphan != first && getpgid(orphan) == first) family.push_back(orphan);
  }
  for (std::size_t member = 0; member < family.size(); ++member) {
    std::error_code ended;
    const auto threads = fmt::format("/proc/{}/task", family[member]);
    for (const auto& thread : std::filesystem::directory_iterator(threads, ended)) {
      std::ifstream file(thread.path() / "children");
      for (pid_t pid = 0; file >> pid;) family.push_back(pid);
    }
  }
  return family;
}

std::uint64_t resident_bytes(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/statm", pid));
  std::uint64_t addresses = 0;
  std::uint64_t resident = 0;
  file >> addresses >> resident;
  return file ? resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

// A page that several processes share counts once, in parts. This takes longer to read.
std::uint64_t proportional_bytes(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/smaps_rollup", pid));
  for (std::string word; file >> word;) {
    std::uint64_t kib = 0;
    if (word == "Pss:" && file >> kib) return kib << 10U;
  }
  return 0;
}

}  // namespace

std::string signal_name(int number) {
  const char* const name = sigabbrev_np(number);
  return name == nullptr ? fmt::format("signal {}", number) : fmt::format("SIG{}", name);
}

std::string longer_than(std::chrono::milliseconds limit) {
  if (limit.count() % 1000 == 0) return fmt::format("longer than {} s", limit.count() / 1000);
  return fmt::format("longer than {} ms", limit.count());
}

std::optional<Process> Process::start(Group group, const std::function<void()>& run) {
  hear_of_children();
  adopt_orphans();
  std::fflush(nullptr);  // Otherwise both processes would write the buffered output.
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) return std::nullopt;
  if (pid == 0) run_as_child(parent, group, run);
  if (group == Group::own) setpgid(pid, pid);  // Both processes do it, so neither needs to wait.
  return Process{pid, group};
}

Process::Process(Process&& other) noexcept : pid_{std::exchange(other.pid_, 0)}, group_{other.group_} {}

Process::~Process() {
  if (pid_ == 0) return;
  if (group_ == Group::own) kill(-pid_, SIGKILL);
  kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  // Its children have become ours.
  while (group_ == Group::own && (waitpid(-pid_, nullptr, 0) > 0 || errno == EINTR)) {
  }
}

std::optional<End> Process::ended() const {
  const siginfo_t info = look_at(pid_, WEXITED);
  if (info.si_pid == 0) return std::nullopt;
  if (info.si_code == CLD_EXITED) {
    return End{oracle::Ending::exited, fmt::format("exit status {}", info.si_status)};
  }
  return End{oracle::Ending::crashed, signal_name(info.si_status)};
}

std::uint64_t Process::memory() const {
  const auto family = family_of(pid_);
  if (family.size() == 1) return resident_bytes(pid_);
  return std::transform_reduce(family.begin(), family.end(), std::uint64_t{0}, std::plus<>{},
                               proportional_bytes);
}

bool Process::stopped() const {
  const siginfo_t info = look_at(pid_, WSTOPPED);
  return info.si_pid != 0 && info.si_code == CLD_STOPPED;
}

void Process::ask_to_end(int number) const { kill(group_ == Group::own ? -pid_ : pid_, number); }

}  // namespace netioconf::conformance::implementations::child

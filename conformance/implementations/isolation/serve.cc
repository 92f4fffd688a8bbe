#include "conformance/implementations/isolation/serve.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "conformance/implementations/isolation/channel.h"
#include "conformance/implementations/isolation/functions.h"
#include "conformance/implementations/process/testee/serve.h"
#include "conformance/implementations/process/testee/testee.h"

// In a program with a sanitizer: sets the function that the sanitizer calls after a finding, instead of
// an exit whose status could be the library's own.
extern "C" [[gnu::weak]] void __sanitizer_set_death_callback(void (*callback)());

namespace netioconf::conformance::implementations::isolation {
namespace {

// Resets all signal handlers, because they would hide the original crash. The call is raw, because
// sanitizers may intercept the C library's function.
void catch_no_signals() {
  const std::array<unsigned long, 8>
      default_action{};  // with the kernel's layout; all zero on all machines
  for (int signal = 1; signal < NSIG; ++signal) {
    syscall(SYS_rt_sigaction, signal, default_action.data(), nullptr, NSIG / 8);
  }
  const stack_t no_stack{.ss_sp = nullptr, .ss_flags = SS_DISABLE, .ss_size = 0};
  sigaltstack(&no_stack, nullptr);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(abort);
}

// The parent keeps what the library writes to standard error: the last line may say why it crashed.
void redirect_standard_streams(int error) {
  dup2(error, STDERR_FILENO);
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO}) dup2(nowhere, stream);
}

// Moves a descriptor away from the small numbers, which a library most likely uses.
int move_up(int descriptor) {
  constexpr int high = 723;
  const int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, high);
  return moved >= 0 ? moved : descriptor;
}

// Closes all descriptors but the standard streams and these two, because a library could write to them
// by mistake.
void keep_only(int one, int other) {
  const auto [first, last] = std::minmax({static_cast<unsigned>(one), static_cast<unsigned>(other)});
  syscall(SYS_close_range, STDERR_FILENO + 1U, first - 1, 0U);
  if (last > first + 1) syscall(SYS_close_range, first + 1, last - 1, 0U);
  syscall(SYS_close_range, last + 1, ~0U, 0U);
}

testee& this_testee() {
  static testee instance;
  return instance;
}

const char* answer(const request* request, const uint8_t*, size_t) {
  testee_answer(&this_testee(), request);
  return nullptr;
}

}  // namespace

void serve(const child::ChildEnds& ends, child::SharedStream& stream, const MakeApi& make) noexcept {
  redirect_standard_streams(ends.error);
  const int in = move_up(ends.in);
  const int out = move_up(ends.out);
  keep_only(in, out);
  open_channel(in, {stream, out});
  catch_no_signals();
  const auto api = make();
  if (api) {
    serve_api(this_testee(), **api);
  } else {
    this_testee().not_loaded = api.error().c_str();
  }
  const char* why = serve_requests(answer);
  if (why != nullptr) abort();  // The parent sends only valid requests.
  _exit(0);
}

}  // namespace netioconf::conformance::implementations::isolation

#include "conformance/implementations/library/serve.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

#include "conformance/implementations/api/session.h"
#include "conformance/implementations/library/child.h"
#include "conformance/implementations/library/encoding.h"

// In a program with a sanitizer: sets the function that the sanitizer calls after a finding, instead of
// an exit whose status could be the library's own.
extern "C" [[gnu::weak]] void __sanitizer_set_death_callback(void (*callback)());

namespace netioconf::conformance::implementations::library {
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

void direct_output(ReplyOutput output) {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return;
  dup2(nowhere, STDIN_FILENO);
  if (output == ReplyOutput::nowhere) dup2(nowhere, STDERR_FILENO);
  dup2(STDERR_FILENO, STDOUT_FILENO);
}

// Closes all other descriptors, to which a library could write by mistake, and moves this one away from
// the small numbers, which a library most likely uses.
int keep_only(int descriptor) {
  constexpr int high = 723;
  const int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, high);
  const auto kept = static_cast<unsigned>(moved >= 0 ? moved : descriptor);
  syscall(SYS_close_range, 3U, kept - 1, 0U);
  syscall(SYS_close_range, kept + 1, ~0U, 0U);
  return static_cast<int>(kept);
}

Abilities abilities_of(const Api& api) {
  Abilities abilities;
  // The calls after free_table are operations of scripts and not functions.
  for (std::size_t call = 0; call <= static_cast<std::size_t>(oracle::Call::free_table); ++call) {
    abilities.calls[call] = api.has(static_cast<oracle::Call>(call)) ? 1 : 0;
  }
  abilities.reset = api.has_reset() ? 1 : 0;
  return abilities;
}

class Server {
 public:
  Server(ChildChannel& channel, Api& api, Patience patience)
      : channel_{channel}, session_{api, patience} {}

  void answer(const HostRequest&) {
    const auto host = session_.host();
    channel_.send(encode(host ? HostResponse{*host} : HostResponse{Failure{host.error()}}));
  }

  void answer(const Batch& batch) {
    const Begun refused = begin(session_, batch);
    channel_.send(encode(refused));
    if (!refused.empty()) return;
    for (const oracle::Operation& operation : batch.operations) {
      channel_.send(encode(session_.carry_out(operation)));
    }
  }

 private:
  ChildChannel& channel_;
  Session session_;
};

}  // namespace

void serve(int descriptor, const MakeApi& make, Patience patience, ReplyOutput output) noexcept {
  direct_output(output);
  ChildChannel channel{keep_only(descriptor)};
  catch_no_signals();
  const auto api = make();
  if (!api) {
    channel.send(encode(Greeting{Failure{api.error()}}));
    _exit(0);
  }
  channel.send(encode(Greeting{abilities_of(**api)}));
  Server server{channel, **api, patience};
  for (;;) {
    const auto request = decode<ChildRequest>(channel.receive());
    if (!request) abort();
    std::visit([&](const auto& each) { server.answer(each); }, *request);
  }
}

}  // namespace netioconf::conformance::implementations::library

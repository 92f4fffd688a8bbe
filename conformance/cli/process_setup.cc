#include "conformance/cli/process_setup.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>

#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

pid_t this_process = 0;
std::terminate_handler usual_end = nullptr;

void open_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    // Takes the lowest free number, which is this one.
    (void)open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// A copy of this process ends as it would without this handler: a library may have thrown the exception.
void end_without_memory() {
  try {
    if (getpid() == this_process) std::rethrow_exception(std::current_exception());
  } catch (const std::bad_alloc&) {
    std::fputs("netioconf: ", stderr);
    std::fputs(reports::out_of_memory, stderr);
    std::fputs("\n", stderr);
    _exit(reports::exit_could_not_run);
  } catch (...) {
  }
  usual_end();
}

}  // namespace

void set_up_process() {
  open_standard_streams();
  signal(SIGXFSZ, SIG_IGN);
  this_process = getpid();
  usual_end = std::set_terminate(end_without_memory);
}

}  // namespace netioconf::conformance::cli

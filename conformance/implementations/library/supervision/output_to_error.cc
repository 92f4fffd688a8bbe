#include "conformance/implementations/library/supervision/output_to_error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "conformance/implementations/library/supervision/captured_output.h"

namespace netioconf::conformance::implementations::library::supervision {
namespace {

void flush_output() {
  std::cout.flush();
  std::fflush(stdout);
}

}  // namespace

OutputToError::OutputToError() {
  flush_output();
  output_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (output_ >= 0) dup2(STDERR_FILENO, STDOUT_FILENO);
}

OutputToError::~OutputToError() {
  flush_output();
  if (output_ < 0) return;
  // A library may have closed it. Without an output, the report fails and does not get lost.
  if (dup2(output_, STDOUT_FILENO) < 0) close(STDOUT_FILENO);
  close(output_);
  CapturedOutput::drop();
}

}  // namespace netioconf::conformance::implementations::library::supervision

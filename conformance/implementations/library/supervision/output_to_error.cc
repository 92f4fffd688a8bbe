#include "conformance/implementations/library/supervision/output_to_error.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

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
  dup2(output_, STDOUT_FILENO);
  close(output_);
}

}  // namespace netioconf::conformance::implementations::library::supervision

#include "conformance/implementations/library/supervision/captured_output.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace netioconf::conformance::implementations::library::supervision {
namespace {

// The file of this copy.
struct stat captured{};

}  // namespace

CapturedOutput::CapturedOutput() {
  const Descriptor made{memfd_create("netioconf output", MFD_CLOEXEC)};
  // No standard stream, even if one of them is closed.
  if (made.valid()) file_ = Descriptor{fcntl(made.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1)};
  // What is written after drop() begins at 0 again.
  if (file_.valid()) fcntl(file_.number(), F_SETFL, O_APPEND);
}

void CapturedOutput::begin() {
  if (!file_.valid()) return;
  dup2(file_.number(), STDOUT_FILENO);
  fstat(STDOUT_FILENO, &captured);
  file_ = {};
}

void CapturedOutput::drop() {
  struct stat output{};
  const bool is_it = captured.st_nlink == 0 && captured.st_ino != 0 &&
                     fstat(STDOUT_FILENO, &output) == 0 && output.st_dev == captured.st_dev &&
                     output.st_ino == captured.st_ino;
  if (is_it && ftruncate(STDOUT_FILENO, 0) != 0) close(STDOUT_FILENO);
}

bool CapturedOutput::print() const {
  if (!file_.valid()) return true;
  std::array<char, 65536> bytes{};
  off_t done = 0;
  for (;;) {
    const ssize_t count = pread(file_.number(), bytes.data(), bytes.size(), done);
    if (count <= 0) break;
    if (std::fwrite(bytes.data(), 1, static_cast<std::size_t>(count), stdout) !=
        static_cast<std::size_t>(count))
      return false;
    done += count;
  }
  return std::fflush(stdout) == 0;
}

}  // namespace netioconf::conformance::implementations::library::supervision

#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "conformance/implementations/api/descriptor.h"
#include "conformance/implementations/child/process.h"
#include "conformance/implementations/child/shared_stream.h"

namespace netioconf::conformance::implementations::child {

struct Pipe {
  Descriptor read;
  Descriptor write;
};

// A pipe whose descriptors are above those of the standard streams and close on exec. Empty on failure.
[[nodiscard]] std::optional<Pipe> make_pipe();

// A process and our ends of three pipes to it, which do not block.
struct PipedProcess {
  Process process;
  Descriptor in;  // for writing
  Descriptor out;
  Descriptor error;
  // Not empty: it sends its bytes through this memory, and `out` wakes who receives them.
  std::unique_ptr<SharedMemory<SharedStream>> shared;
};

// The numbers of its ends of the pipes in the process.
struct ChildEnds {
  int in;
  int out;
  int error;
};

// Runs `run` in a copy of this process, in a process group of its own. The error states in one line
// which system call failed.
[[nodiscard]] std::expected<PipedProcess, std::string> start_piped(
    const std::function<void(const ChildEnds&)>& run);

}  // namespace netioconf::conformance::implementations::child

#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "conformance/implementations/library/process.h"

namespace netioconf::conformance::implementations::process {

// A file descriptor that is closed with this object.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_{number} {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// A program and our ends of its standard descriptors, which do not block.
struct Spawned {
  library::Process process;
  Descriptor in;  // for writing
  Descriptor out;
  Descriptor error;
};

// Starts a program, found as by a shell, in a process group of its own and without other descriptors.
// The error states in one line why it cannot be started.
[[nodiscard]] std::expected<Spawned, std::string> spawn(const std::vector<std::string>& words);

}  // namespace netioconf::conformance::implementations::process

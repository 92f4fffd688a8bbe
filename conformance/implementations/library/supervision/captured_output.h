#pragma once

#include "conformance/implementations/api/descriptor.h"

namespace netioconf::conformance::implementations::library::supervision {

// A file in memory that is the standard output of a copy of this process, which then prints it. So
// nothing that a library writes to the descriptors of the copy reaches the output of this process.
class CapturedOutput {
 public:
  CapturedOutput();

  // In the copy: from now on its standard output is the file.
  void begin();
  // In the copy: drops what was written so far, if its standard output is still the file.
  static void drop();
  // Writes it to the standard output of this process. False if that failed; errno says why.
  [[nodiscard]] bool print() const;

 private:
  Descriptor file_;
};

}  // namespace netioconf::conformance::implementations::library::supervision

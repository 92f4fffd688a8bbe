#pragma once

namespace netioconf::conformance::implementations::library::supervision {

// While it exists, what this process writes to its standard output goes to standard error, so that what
// a library prints does not mix with a report.
class OutputToError {
 public:
  OutputToError();
  OutputToError(const OutputToError&) = delete;
  OutputToError& operator=(const OutputToError&) = delete;
  ~OutputToError();

 private:
  int output_;  // the standard output meanwhile; negative if there is none
};

}  // namespace netioconf::conformance::implementations::library::supervision

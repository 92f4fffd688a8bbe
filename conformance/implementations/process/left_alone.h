#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::process {

// The calls that ended the testee five times in the same way. They are not made any more, because each
// ending costs a new process or a whole time limit.
class LeftAlone {
 public:
  void note(oracle::Call call, oracle::Ending ending);

  // Why the call is left alone: "CreateIpForwardEntry2 hung 5 times"; nullptr if it is not.
  [[nodiscard]] const std::string* why(oracle::Call call) const;

 private:
  std::map<std::pair<oracle::Call, oracle::Ending>, std::uint32_t> endings_;
  std::map<oracle::Call, std::string> reasons_;
};

}  // namespace netioconf::conformance::implementations::process

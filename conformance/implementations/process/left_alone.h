#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::process {

// The calls that ended the testee so often in the same way that they are not made any more. Each costs a
// new process or a whole time limit.
class LeftAlone {
 public:
  // endings_max: the number of equal endings of a call after which it is left alone; 0: no limit.
  explicit LeftAlone(std::uint32_t endings_max) : endings_max_{endings_max} {}

  void note(oracle::Call call, oracle::Ending ending);

  // Why the call is left alone: "CreateIpForwardEntry2 hung 5 times"; nullptr if it is not.
  [[nodiscard]] const std::string* why(oracle::Call call) const;

 private:
  std::uint32_t endings_max_;
  std::map<std::pair<oracle::Call, oracle::Ending>, std::uint32_t> endings_;
  std::map<oracle::Call, std::string> reasons_;
};

}  // namespace netioconf::conformance::implementations::process

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "oracle/model/trace.h"

namespace netioconf::conformance::implementations::process {

// The functions that ended the testee five times in the same way. They are not called any more, because
// each ending costs a new process or a whole time limit.
class LeftAlone {
 public:
  // `function` is a documented one, or what Reply::ended_in says.
  void note(std::string_view function, oracle::Ending ending);

  // Why the function is left alone: "CreateIpForwardEntry2 hung 5 times"; nullptr if it is not.
  [[nodiscard]] const std::string* why(std::string_view function) const;
  // Why the call is left alone. A table cannot be returned without FreeMibTable, which frees it.
  [[nodiscard]] const std::string* why(oracle::Call call) const;
  // Why no script can be run; nullptr if some can.
  [[nodiscard]] const std::string* why_no_script() const;

 private:
  std::map<std::pair<std::string, oracle::Ending>, std::uint32_t> endings_;
  std::map<std::string, std::string, std::less<>> reasons_;
};

}  // namespace netioconf::conformance::implementations::process

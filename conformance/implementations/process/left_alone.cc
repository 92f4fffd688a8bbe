#include "conformance/implementations/process/left_alone.h"

#include <fmt/format.h>

#include "oracle/model/calls.h"

namespace netioconf::conformance::implementations::process {
namespace {

std::string_view verb_of(oracle::Ending ending) {
  switch (ending) {
    case oracle::Ending::crashed:
      return "crashed";
    case oracle::Ending::hung:
      return "hung";
    case oracle::Ending::exited:
      return "ended the process";
    case oracle::Ending::garbled:
      return "violated the protocol";
    case oracle::Ending::returned:
    case oracle::Ending::unavailable:
      break;
  }
  return "returned";
}

}  // namespace

void LeftAlone::note(oracle::Call call, oracle::Ending ending) {
  if (!oracle::is_function(call)) return;
  const std::uint32_t count = ++endings_[{call, ending}];
  if (endings_max_ == 0 || count != endings_max_) return;
  reasons_.emplace(call, fmt::format("{} {} {} times; --keep-going calls it again",
                                     oracle::function_name(call), verb_of(ending), count));
}

const std::string* LeftAlone::why(oracle::Call call) const {
  const auto found = reasons_.find(call);
  return found == reasons_.end() ? nullptr : &found->second;
}

}  // namespace netioconf::conformance::implementations::process

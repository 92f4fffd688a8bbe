#include "conformance/implementations/process/left_alone.h"

#include <fmt/format.h>

#include "oracle/model/calls.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::implementations::process {
namespace {

constexpr std::uint32_t endings_max = 5;

}  // namespace

void LeftAlone::note(oracle::Call call, oracle::Ending ending) {
  if (!oracle::is_function(call)) return;
  const std::uint32_t count = ++endings_[{call, ending}];
  if (count != endings_max) return;
  reasons_.emplace(
      call, fmt::format("{} {} {} times; --keep-going calls it again", oracle::function_name(call),
                        oracle::words::name_of(ending), count));
}

const std::string* LeftAlone::why(oracle::Call call) const {
  const auto found = reasons_.find(call);
  return found == reasons_.end() ? nullptr : &found->second;
}

}  // namespace netioconf::conformance::implementations::process

#include "conformance/implementations/process/left_alone.h"

#include <fmt/format.h>

#include "conformance/implementations/process/conversation.h"
#include "oracle/model/calls.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::implementations::process {
namespace {

constexpr std::uint32_t endings_max = 5;

}  // namespace

void LeftAlone::note(std::string_view function, oracle::Ending ending) {
  const std::uint32_t count = ++endings_[{std::string{function}, ending}];
  if (count != endings_max) return;
  reasons_.emplace(function, fmt::format("{} {} {} times; --keep-going calls it again", function,
                                         oracle::words::name_of(ending), count));
}

const std::string* LeftAlone::why(std::string_view function) const {
  const auto found = reasons_.find(function);
  return found == reasons_.end() ? nullptr : &found->second;
}

const std::string* LeftAlone::why(oracle::Call call) const {
  if (oracle::returns_table(call)) {
    const std::string* const free = why(oracle::function_name(oracle::Call::free_table));
    if (free != nullptr) return free;
  }
  return why(oracle::function_name(call));
}

const std::string* LeftAlone::why_no_script() const {
  const std::string* const reset = why(ended_in_reset);
  return reset != nullptr ? reset : why(ended_between_calls);
}

}  // namespace netioconf::conformance::implementations::process

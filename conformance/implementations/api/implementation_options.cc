#include "conformance/implementations/api/implementation_options.h"

#include <fmt/format.h>

namespace netioconf::conformance::implementations::inline api {

std::string time_limit_option(std::chrono::milliseconds limit) {
  return limit == usual_time_limit ? "" : fmt::format(" --time-limit {}ms", limit.count());
}

}  // namespace netioconf::conformance::implementations::inline api

#pragma once

#include <cstddef>

namespace netioconf::conformance::search::blocks {

// How many threads --jobs asks for. 0: one for each core that the process may use.
[[nodiscard]] std::size_t threads_for(unsigned jobs);

}  // namespace netioconf::conformance::search::blocks

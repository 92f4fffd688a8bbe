#include "conformance/search/blocks/threads.h"

#include <algorithm>
#include <thread>

namespace netioconf::conformance::search::blocks {

std::size_t threads_for(unsigned jobs) {
  return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace netioconf::conformance::search::blocks

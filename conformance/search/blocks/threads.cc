#include "conformance/search/blocks/threads.h"

#include <sched.h>

#include <algorithm>
#include <thread>

namespace netioconf::conformance::search::blocks {
namespace {

// std::thread::hardware_concurrency() also counts those that the process may not use.
unsigned cores() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
    return std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(CPU_COUNT(&allowed));
}

}  // namespace

std::size_t threads_for(unsigned jobs) { return jobs != 0 ? jobs : cores(); }

}  // namespace netioconf::conformance::search::blocks

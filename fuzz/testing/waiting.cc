#include "fuzz/testing/waiting.h"

#include <chrono>
#include <thread>

namespace netioconf::fuzz {

bool comes_true(const std::function<bool()>& what) {
  for (int look = 0; look < 12'000 && !what(); ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  return what();
}

}  // namespace netioconf::fuzz

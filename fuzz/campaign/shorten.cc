#include "fuzz/campaign/shorten.h"

#include <utility>

namespace netioconf::fuzz {

oracle::Script shortened(oracle::Script script,
                         const std::function<bool(const oracle::Script&)>& still_deviates) {
  bool any_left_out = true;
  while (any_left_out) {
    any_left_out = false;
    for (std::size_t place = script.operations.size(); place-- > 0;) {
      oracle::Script less = script;
      less.operations.erase(less.operations.begin() + static_cast<std::ptrdiff_t>(place));
      if (!still_deviates(less)) continue;
      script = std::move(less);
      any_left_out = true;
    }
  }
  return script;
}

}  // namespace netioconf::fuzz

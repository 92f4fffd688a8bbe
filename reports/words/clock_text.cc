#include "reports/words/clock_text.h"

#include <fmt/format.h>

#include <cstdint>

namespace netioconf::reports::words {

std::string clock_text(std::chrono::duration<double> time) {
  const auto seconds = static_cast<std::int64_t>(time.count());
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace netioconf::reports::words

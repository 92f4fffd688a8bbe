#include "oracle/model/finding.h"

#include <array>

namespace netioconf::oracle::inline model {

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 4> names = {"conforms", "deviates", "undecided", "skipped"};
  return names[static_cast<std::size_t>(verdict)];
}

}  // namespace netioconf::oracle::inline model

#pragma once

#include <cstddef>
#include <cstdint>

namespace netioconf::reports::writers {

enum class Verbosity : std::uint8_t {
  quiet,    // the verdict in one line
  normal,   // without details, and only the commonest reasons for a missing verdict
  verbose,  // also readings, coverage and every reason
};

// How a text for a terminal looks.
struct TextStyle {
  Verbosity verbosity = Verbosity::normal;
  bool color = false;
  std::size_t columns = 0;  // lines are wrapped there; 0: they are not wrapped
};

}  // namespace netioconf::reports::writers

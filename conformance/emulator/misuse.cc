#include "conformance/emulator/misuse.h"

#include <cstdio>
#include <cstdlib>

namespace netioconf::conformance::emulator {

void report_misuse(std::string_view what) {
  std::fprintf(stderr, "netioemu: %.*s\n", static_cast<int>(what.size()), what.data());
#ifndef NDEBUG
  std::abort();
#endif
}

}  // namespace netioconf::conformance::emulator

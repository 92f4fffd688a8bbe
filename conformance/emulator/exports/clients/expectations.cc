#include "conformance/emulator/exports/clients/expectations.h"

#include <cstdio>
#include <string>

namespace netioconf::conformance::emulator::exports::clients {

bool Expectations::met(std::int64_t got, bool is_wanted, std::int64_t other,
                       std::source_location where) {
  if ((got == other) == is_wanted) return true;
  const std::string expected = (is_wanted ? "" : "anything but ") + std::to_string(other);
  unmet("got " + std::to_string(got) + ", expected " + expected, where);
  return false;
}

void Expectations::unmet(std::string_view what, std::source_location where) {
  all_met_ = false;
  const std::string path = where.file_name();
  std::printf("%s:%u: %s: %s\n", path.substr(path.find_last_of("/\\") + 1).c_str(),
              static_cast<unsigned>(where.line()), client_.c_str(), std::string(what).c_str());
}

}  // namespace netioconf::conformance::emulator::exports::clients

#include "reports/testing/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "corpora/files/files.h"

namespace netioconf::reports {

std::string golden(const std::string& path, const std::string& written) {
  if (std::getenv("NETIOCONF_UPDATE_GOLDEN") != nullptr) {
    if (const auto done = corpora::files::write_file(path, written); !done)
      return describe(done.error());
  }
  std::ifstream stream{path, std::ios::binary};
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

}  // namespace netioconf::reports

#include "reports/testing/golden.h"

#include <cstdlib>

#include "corpora/files/files.h"
#include "corpora/files/temporary_folder.h"

namespace netioconf::reports {

std::string golden(const std::string& path, const std::string& written) {
  if (std::getenv("NETIOCONF_UPDATE_GOLDEN") != nullptr) {
    if (const auto done = corpora::files::write_file(path, written); !done)
      return describe(done.error());
  }
  return corpora::files::content_of(path);
}

}  // namespace netioconf::reports

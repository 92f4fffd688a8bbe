#include "conformance/cli/version.h"

#include <fmt/format.h>

#include "conformance/cli/commit.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/program_version.h"
#include "reports/model/report.h"
#include "reports/summary/catalogue_version.h"

namespace netioconf::conformance::cli {

std::string version_text() {
  return fmt::format(
      "netioconf {}\n"
      "commit     {}\n"
      "catalogue  {}: {} rules, {} readings\n"
      "report     format {}",
      reports::program_version(), NETIOCONF_COMMIT, reports::catalogue_version(),
      oracle::rules::rules().size(), oracle::readings::readings().size(), reports::report_format);
}

}  // namespace netioconf::conformance::cli

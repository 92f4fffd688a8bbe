#include "conformance/cli/version.h"

#include <fmt/format.h>

#include "conformance/cli/commit.h"
#include "corpora/text/fingerprint.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/program_version.h"
#include "reports/model/report.h"

namespace netioconf::conformance::cli {
namespace {

std::uint64_t catalogue_version() {
  corpora::text::Fingerprint print;
  for (const oracle::Rule& rule : oracle::rules::rules())
    print.add(fmt::format("{}\n{}\n{}\n", rule.id, rule.says, rule.reading));
  for (const oracle::readings::Reading& reading : oracle::readings::readings()) {
    print.add(fmt::format("{}\n{}\n", reading.id, reading.asks));
    for (const oracle::readings::Answer& answer : reading.answers) {
      print.add(fmt::format("{} {} {}\n", answer.id, static_cast<int>(answer.basis), answer.windows));
    }
  }
  return print.value();
}

}  // namespace

std::string version_text() {
  return fmt::format(
      "netioconf {}\n"
      "commit     {}\n"
      "catalogue  {:016x}: {} rules, {} readings\n"
      "report     format {}",
      reports::program_version(), NETIOCONF_COMMIT, catalogue_version(), oracle::rules::rules().size(),
      oracle::readings::readings().size(), reports::report_format);
}

}  // namespace netioconf::conformance::cli

#include "reports/summary/catalogue_version.h"

#include <fmt/format.h>

#include "corpora/text/fingerprint.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::reports::inline summary {

std::string catalogue_version() {
  corpora::text::Fingerprint print;
  for (const oracle::Rule& rule : oracle::rules::rules())
    print.add(fmt::format("{}\n{}\n{}\n", rule.id, rule.says, rule.reading));
  for (const oracle::readings::Reading& reading : oracle::readings::readings()) {
    print.add(fmt::format("{}\n{}\n", reading.id, reading.asks));
    for (const oracle::readings::Answer& answer : reading.answers) {
      print.add(fmt::format("{} {} {}\n", answer.id, static_cast<int>(answer.basis), answer.windows));
    }
  }
  return print.hex();
}

}  // namespace netioconf::reports::inline summary

#include "conformance/search/publish.h"

#include <utility>

#include "conformance/export/reproducers.h"
#include "reports/document/of_report.h"
#include "reports/writers/formats.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {

int publish(const reports::Report& report, const Destination& destination, Conclusion conclusion) {
  const auto source = [&] {
    const reports::Report whole = exporting::with_reproducers(report);
    return conclusion.since == nullptr ? reports::writers::source_of(whole)
                                       : reports::writers::source_of(whole, *conclusion.since);
  };
  const std::optional<int> status = reports::exit_status_of(report);
  return reports::writers::publish(
      {.source = source,
       .text = std::move(conclusion.text),
       .status = status ? std::expected<int, std::string>{*status}
                        : std::unexpected(std::move(conclusion.nothing_judged))},
      destination.out, destination.source_root);
}

int publish(const reports::Report& report, const Destination& destination) {
  return publish(report, destination,
                 {.text = reports::writers::text(reports::document::document_of(report)),
                  .nothing_judged = report.implementation() +
                                    ": nothing was judged, because every script was skipped (the report "
                                    "above lists the reasons)"});
}

}  // namespace netioconf::conformance::search

#include "conformance/search/publish.h"

#include <utility>

#include "conformance/export/reproducers.h"
#include "reports/document/of_report.h"
#include "reports/writers/formats.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {

int publish(const reports::Report& report, const std::optional<std::filesystem::path>& out,
            std::string text, std::string nothing_judged) {
  const auto source = [&report] {
    return reports::writers::source_of(exporting::with_reproducers(report));
  };
  const std::optional<int> status = reports::exit_status_of(report);
  return reports::writers::publish({.source = source,
                                    .text = std::move(text),
                                    .status = status ? std::expected<int, std::string>{*status}
                                                     : std::unexpected(std::move(nothing_judged))},
                                   out);
}

int publish(const reports::Report& report, const std::optional<std::filesystem::path>& out) {
  return publish(report, out, reports::writers::text(reports::document::document_of(report)),
                 report.implementation() +
                     ": nothing was judged, because every script was skipped (the report above lists "
                     "the reasons)");
}

}  // namespace netioconf::conformance::search

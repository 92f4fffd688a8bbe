#include "conformance/search/publish.h"

#include <fmt/format.h>

#include <utility>

#include "conformance/export/reproducers.h"
#include "reports/document/of_report.h"
#include "reports/writers/formats.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {
namespace {

std::string nothing_judged(const reports::Report& report) {
  if (report.too_little_size() == 0) {
    return report.implementation() +
           ": nothing was judged, because every script was skipped (the report above lists the reasons)";
  }
  return fmt::format("{}: too little was judged: {} (name the functions that it has with --only)",
                     report.implementation(), fmt::join(report.too_little(), "; "));
}

}  // namespace

int publish(const reports::Report& report, const PublishOptions& options,
            reports::document::Document shown, std::string nothing_judged) {
  const auto source = [&report] {
    return reports::writers::source_of(exporting::with_reproducers(report));
  };
  const std::optional<int> status = reports::exit_status_of(report);
  if (options.took) add_line(shown, "took", fmt::format("{:.1f} s", options.took->count()));
  if (options.out) {
    add_line(shown, "report",
             fmt::format("{} (netioconf view {})", options.out->string(), options.out->string()));
  }
  return reports::writers::publish({.source = source,
                                    .text = reports::writers::text(shown, options.style),
                                    .status = status ? std::expected<int, std::string>{*status}
                                                     : std::unexpected(std::move(nothing_judged))},
                                   options.out);
}

int publish(const reports::Report& report, const PublishOptions& options) {
  return publish(report, options, reports::document::document_of(report), nothing_judged(report));
}

}  // namespace netioconf::conformance::search

#include "conformance/search/publish.h"

#include <fmt/format.h>

#include <utility>

#include "conformance/export/reproducers.h"
#include "conformance/search/unfinished.h"
#include "reports/document/of_report.h"
#include "reports/model/exit_status.h"
#include "reports/writers/publish.h"

namespace netioconf::conformance::search {
namespace {

using reports::writers::Destination;

std::string nothing_judged(const reports::Report& report, const reports::writers::TextStyle& style) {
  if (report.too_little_size() == 0 && report.steps().undecided() != 0) {
    return fmt::format("{}: nothing was judged, because every step is undecided ({})",
                       report.implementation(), place_of_reasons(style));
  }
  if (report.too_little_size() == 0) {
    return fmt::format("{}: nothing was judged, because every script was skipped ({})",
                       report.implementation(), place_of_reasons(style));
  }
  return fmt::format(
      "{}: too little was judged: {} (run more scripts, or name the functions that it has with --only)",
      report.implementation(), fmt::join(report.too_little(), "; "));
}

}  // namespace

std::string place_of_reasons(const reports::writers::TextStyle& style) {
  return style.verbosity == reports::writers::Verbosity::quiet
             ? "without --quiet, netioconf lists the reasons"
             : "standard output lists the reasons";
}

int publish(const reports::Report& report, const Destination& destination, Conclusion conclusion) {
  const auto source = [&] {
    const reports::Report whole = exporting::with_reproducers(report);
    return conclusion.since == nullptr ? reports::writers::source_of(whole)
                                       : reports::writers::source_of(whole, *conclusion.since);
  };
  reports::document::Document& shown = conclusion.shown;
  if (conclusion.took) add_line(shown, "took", fmt::format("{:.1f} s", conclusion.took->count()));
  if (destination.out) add_line(shown, "report", destination.out->string());
  std::optional<int> status = reports::exit_status_of(report);
  // The command says by which signal.
  if (!status && !report.unfinished().empty()) status = reports::exit_could_not_run;
  return reports::writers::publish(
      {.source = source,
       .shown = std::move(shown),
       .status = status ? std::expected<int, std::string>{*status}
                        : std::unexpected(std::move(conclusion.nothing_judged))},
      destination);
}

int publish(reports::Report report, const Destination& destination, std::optional<RunTime> took) {
  note_interruption(report);
  return publish(report, destination,
                 {.shown = reports::document::document_of(report),
                  .nothing_judged = nothing_judged(report, destination.style),
                  .took = took});
}

}  // namespace netioconf::conformance::search

#include "conformance/search/publish.h"

#include <utility>

#include "conformance/export/reproducers.h"
#include "reports/model/exit_status.h"
#include "reports/writers/publish.h"
#include "reports/writers/text.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::search {

int publish(const reports::Report& report, const std::optional<std::filesystem::path>& out,
            std::string text, std::string nothing_judged) {
  const auto write = [&report](const std::filesystem::path& folder) {
    return reports::writers::write_reports(exporting::with_reproducers(report), folder);
  };
  const std::optional<int> status = reports::exit_status_of(report);
  return reports::writers::publish({.write_to = write,
                                    .text = std::move(text),
                                    .status = status ? std::expected<int, std::string>{*status}
                                                     : std::unexpected(std::move(nothing_judged))},
                                   out);
}

int publish(const reports::Report& report, const std::optional<std::filesystem::path>& out) {
  return publish(report, out, reports::writers::text(report),
                 report.implementation +
                     ": nothing was judged, because every script was skipped (the report above lists "
                     "the reasons)");
}

}  // namespace netioconf::conformance::search

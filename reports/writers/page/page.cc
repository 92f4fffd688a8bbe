#include "reports/writers/page/page.h"

#include "reports/model/report.h"
#include "reports/stored/json.h"
#include "reports/web/bundle.h"
#include "reports/writers/page/compressed.h"

namespace netioconf::reports::writers::inline page {
namespace {

constexpr std::string_view place_of_data = R"(<script type="application/gzip" id="data">)";

// If a report has very many findings, the page omits most of their exports so that it opens quickly.
// report.json contains them.
constexpr std::size_t scripts_with_exports = 1000;

}  // namespace

std::string page_json(Page page) {
  page.set_format(report_format);
  for (Report& report : *page.mutable_reports()) omit_exports(report, scripts_with_exports);
  return stored::json_text(page, stored::Layout::one_line);
}

std::string filled(std::string_view bundle, const Page& page) {
  const std::size_t found = bundle.find(place_of_data);
  if (found == std::string_view::npos) return {};
  const std::size_t place = found + place_of_data.size();
  return std::string{bundle.substr(0, place)} + gzip_in_base64(page_json(page)) +
         std::string{bundle.substr(place)};
}

std::string html(const Page& page) { return filled(web::bundle(), page); }

}  // namespace netioconf::reports::writers::inline page

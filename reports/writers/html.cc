#include "reports/writers/html.h"

#include "reports/formats/compressed.h"
#include "reports/formats/json.h"
#include "reports/web/bundle.h"
#include "reports/writers/json.h"

namespace netioconf::reports::writers {
namespace {

using formats::Json;

constexpr std::string_view place_of_data = R"(<script type="application/gzip" id="data">)";

// Increased together with main.tsx when the page has to read the data differently.
constexpr int data_format = 2;

// If a report has very many findings, the page omits most of their exports so that it opens quickly.
// report.json contains them, and `netioconf export` generates them.
constexpr std::size_t scripts_with_exports = 1000;

Json lightened(Json report) {
  std::size_t kept = 0;
  for (Json& script : report["scripts"]) {
    if (script["exports"].empty() || ++kept <= scripts_with_exports) continue;
    script["exports"] = Json::array();
  }
  return report;
}

}  // namespace

std::string page_json(const PageData& given) {
  Json data{{"format", data_format}, {"reports", Json::array()}};
  for (const Json& report : given.reports) data["reports"].push_back(lightened(report));
  if (!given.names.empty()) data["names"] = given.names;
  if (!given.comparison.is_null()) data["comparison"] = given.comparison;
  if (!given.changes.is_null()) data["changes"] = given.changes;
  return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string filled(std::string_view bundle, const PageData& data) {
  const std::size_t found = bundle.find(place_of_data);
  if (found == std::string_view::npos) return {};
  const std::size_t place = found + place_of_data.size();
  return std::string{bundle.substr(0, place)} + formats::gzip_in_base64(page_json(data)) +
         std::string{bundle.substr(place)};
}

PageData page_data(const Report& report) {
  PageData data;
  data.reports.push_back(json_value(report));
  return data;
}

std::string html(const PageData& data) { return filled(web::bundle(), data); }

std::string html(const Report& report) { return html(page_data(report)); }

}  // namespace netioconf::reports::writers

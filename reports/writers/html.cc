#include "reports/writers/html.h"

#include "reports/formats/json.h"
#include "reports/formats/pack.h"
#include "reports/web/bundle.h"
#include "reports/writers/json.h"
#include "reports/writers/mutation_score.h"
#include "reports/writers/plain_page.h"

namespace netioconf::reports::writers {
namespace {

using formats::Json;

// Where the page's data begin. The format is increased together with main.tsx when the page has to read
// the data differently.
constexpr std::string_view place_of_data = R"(<script type="application/json" id="data">)";
constexpr int data_format = 1;

// Inside a script element only a less-than sign can begin markup. Line separators are escaped because
// some readers parse the data as JavaScript, where they end a line.
std::string harmless(std::string_view json) {
  std::string text;
  text.reserve(json.size() + json.size() / 64);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view three = json.substr(i, 3);
    if (json[i] == '<') {
      text += "\\u003c";
    } else if (three == "\xe2\x80\xa8" || three == "\xe2\x80\xa9") {
      text += three == "\xe2\x80\xa8" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      text += json[i];
    }
  }
  return text;
}

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

std::string filled(std::string_view bundle, const PageData& given) {
  const std::size_t found = bundle.find(place_of_data);
  if (found == std::string_view::npos) return {};
  Json data{{"format", data_format}, {"reports", Json::array()}};
  for (const Json& report : given.reports) data["reports"].push_back(formats::pack(lightened(report)));
  if (!given.names.empty()) data["names"] = given.names;
  if (!given.comparison.is_null()) data["comparison"] = formats::pack(given.comparison);
  if (!given.changes.is_null()) data["changes"] = formats::pack(given.changes);
  const std::size_t place = found + place_of_data.size();
  return std::string{bundle.substr(0, place)} +
         harmless(data.dump(-1, ' ', false, Json::error_handler_t::replace)) +
         std::string{bundle.substr(place)};
}

PageData page_data(const Report& report) {
  PageData data;
  data.reports.push_back(json_value(report));
  return data;
}

std::string html(const PageData& data) { return filled(web::bundle(), data); }

std::string html(const Report& report) {
  if (!web::bundle().empty()) return html(page_data(report));
  if (is_mutation_score(report))
    return plain_page(report.implementation, mutation_score_markdown(report));
  return plain_page(report);
}

}  // namespace netioconf::reports::writers

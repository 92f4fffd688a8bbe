#include "reports/writers/page/page.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "reports/model/report.h"
#include "reports/stored/json.h"
#include "reports/web/bundle.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/writers/page/compressed.h"

namespace netioconf::reports::writers::inline page {
namespace {

constexpr std::string_view place_of_verdicts = R"(<div id="page">)";
constexpr std::string_view place_of_data = R"(<script type="application/gzip" id="data">)";

// If a report has very many findings, the page omits most of their exports so that it opens quickly.
// report.json contains them.
constexpr std::size_t scripts_with_exports = 1000;

std::string paragraph(const std::string& text) {
  pugi::xml_document document;
  document.append_child("p").text().set(text.c_str());
  std::ostringstream written;
  document.print(written, "", pugi::format_raw | pugi::format_no_declaration);
  return written.str();
}

// What a browser shows before it has read the data.
std::string verdicts(const Page& page) {
  std::string paragraphs;
  for (const Report& report : page.reports()) {
    paragraphs += paragraph(
        words::legible(fmt::format("{}: {}", report.implementation(), words::verdict_text(report))));
  }
  return paragraphs;
}

// The bundle with `content` after `place`; unchanged without that place.
std::string inserted(std::string_view bundle, std::string_view place, const std::string& content) {
  std::string page{bundle};
  const std::size_t found = page.find(place);
  if (found != std::string::npos) page.insert(found + place.size(), content);
  return page;
}

}  // namespace

std::string page_json(Page page) {
  page.set_format(report_format);
  for (Report& report : *page.mutable_reports()) omit_exports(report, scripts_with_exports);
  return stored::json_text(page, stored::Layout::one_line);
}

std::string filled(std::string_view bundle, const Page& page) {
  return inserted(inserted(bundle, place_of_verdicts, verdicts(page)), place_of_data,
                  gzip_in_base64(page_json(page)));
}

std::string html(const Page& page) { return filled(web::bundle(), page); }

}  // namespace netioconf::reports::writers::inline page

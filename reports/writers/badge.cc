#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "reports/words/escape.h"
#include "reports/writers/formats.h"

// A picture of the verdict for a web page.
namespace netioconf::reports::writers {
namespace {

// The first words of a verdict: "deviates" of "deviates: 2 kinds of deviation".
std::string short_verdict(const document::Document& document) {
  return words::legible(document.verdict.substr(0, document.verdict.find_first_of(":,(")));
}

const char* colour_of(const document::Document& document) {
  if (!document.has_result) return "#6b6b6b";
  for (const document::Case& one : document.cases) {
    if (one.ending == document::Ending::failed) return "#b3261e";
  }
  return "#1a7f37";
}

// In pixels, for letters of 11 pixels in a font of unknown width.
std::size_t width_of(const std::string& text) { return 7 * text.size() + 14; }

void write_box(pugi::xml_node picture, std::size_t at, const std::string& text, const char* colour) {
  pugi::xml_node box = picture.append_child("rect");
  box.append_attribute("x") = static_cast<unsigned>(at);
  box.append_attribute("width") = static_cast<unsigned>(width_of(text));
  box.append_attribute("height") = 20U;
  box.append_attribute("fill") = colour;
  pugi::xml_node words = picture.append_child("text");
  words.append_attribute("x") = static_cast<unsigned>(at + width_of(text) / 2);
  words.append_attribute("y") = 14U;
  words.append_attribute("text-anchor") = "middle";
  words.text().set(text.c_str());
}

}  // namespace

std::string badge(const document::Document& document) {
  const std::string subject = "netioconf";
  const std::string verdict = short_verdict(document);
  pugi::xml_document whole;
  pugi::xml_node picture = whole.append_child("svg");
  picture.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
  picture.append_attribute("width") = static_cast<unsigned>(width_of(subject) + width_of(verdict));
  picture.append_attribute("height") = 20U;
  picture.append_attribute("role") = "img";
  picture.append_attribute("aria-label") = fmt::format("{}: {}", subject, verdict).c_str();
  picture.append_attribute("font-family") = "Verdana,DejaVu Sans,sans-serif";
  picture.append_attribute("font-size") = 11U;
  picture.append_attribute("fill") = "#fff";
  write_box(picture, 0, subject, "#3d3d3d");
  write_box(picture, width_of(subject), verdict, colour_of(document));
  std::ostringstream stream;
  whole.save(stream, " ", pugi::format_indent | pugi::format_no_declaration);
  return stream.str();
}

}  // namespace netioconf::reports::writers

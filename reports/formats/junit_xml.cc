#include "reports/formats/junit_xml.h"

#include <pugixml.hpp>
#include <sstream>

#include "reports/words/escape.h"

namespace netioconf::reports::formats::junit_xml {
namespace {

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  node.append_attribute(attribute).set_value(words::legible(value).c_str());
}

// Makes the text legible line by line, so that line breaks remain.
void write_text(pugi::xml_node node, const std::string& text) {
  std::string shown;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) shown += words::legible(line) + "\n";
  node.text().set(shown.c_str());
}

void write_case(pugi::xml_node suite, const std::string& folder, const Case& one) {
  pugi::xml_node node = suite.append_child("testcase");
  set(node, "name", one.name);
  set(node, "classname", folder);
  if (one.ending == Ending::passed) return;
  pugi::xml_node ending = node.append_child(one.ending == Ending::failed ? "failure" : "skipped");
  set(ending, "message", one.message);
  if (one.ending == Ending::failed) set(ending, "type", one.type);
  if (!one.text.empty()) write_text(ending, one.text);
}

struct Totals {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Totals totals_of(const std::vector<Case>& cases) {
  Totals totals{cases.size(), 0, 0};
  for (const Case& one : cases) {
    if (one.ending == Ending::failed) ++totals.failures;
    if (one.ending == Ending::skipped) ++totals.skipped;
  }
  return totals;
}

void write_totals(pugi::xml_node node, const Totals& totals) {
  set(node, "tests", std::to_string(totals.tests));
  set(node, "failures", std::to_string(totals.failures));
  set(node, "errors", "0");
}

}  // namespace

std::string document(const std::string& name, const Suites& suites) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", name);
  Totals sum;
  for (const auto& [folder, cases] : suites) {
    const Totals totals = totals_of(cases);
    sum.tests += totals.tests;
    sum.failures += totals.failures;
  }
  write_totals(root, sum);
  for (const auto& [folder, cases] : suites) {
    pugi::xml_node suite = root.append_child("testsuite");
    set(suite, "name", folder);
    const Totals totals = totals_of(cases);
    write_totals(suite, totals);
    set(suite, "skipped", std::to_string(totals.skipped));
    for (const Case& one : cases) write_case(suite, folder, one);
  }
  std::ostringstream stream;
  document.save(stream, " ");
  return stream.str();
}

}  // namespace netioconf::reports::formats::junit_xml

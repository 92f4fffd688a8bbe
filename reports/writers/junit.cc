#include <fmt/format.h>

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <sstream>

#include "reports/words/escape.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

using document::Case;
using document::Ending;

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

void write_time(pugi::xml_node node, const std::optional<double>& seconds) {
  if (seconds) set(node, "time", fmt::format("{:.6f}", *seconds));
}

void write_case(pugi::xml_node suite, const Case& one) {
  pugi::xml_node node = suite.append_child("testcase");
  set(node, "name", one.name);
  set(node, "classname", one.suite);
  write_time(node, one.seconds);
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
  std::optional<double> seconds;  // of the cases that were measured
};

void add(const Case& one, Totals& totals) {
  ++totals.tests;
  if (one.ending == Ending::failed) ++totals.failures;
  if (one.ending == Ending::skipped) ++totals.skipped;
  if (one.seconds) totals.seconds = totals.seconds.value_or(0) + *one.seconds;
}

void write_totals(pugi::xml_node node, const Totals& totals) {
  set(node, "tests", std::to_string(totals.tests));
  set(node, "failures", std::to_string(totals.failures));
  set(node, "errors", "0");
  write_time(node, totals.seconds);
}

}  // namespace

std::string junit(const document::Document& given) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", given.suites);
  std::map<std::string, std::vector<const Case*>> suites;
  Totals sum;
  for (const Case& one : given.cases) {
    suites[words::legible(one.suite)].push_back(&one);
    add(one, sum);
  }
  write_totals(root, sum);
  for (const auto& [name, cases] : suites) {
    pugi::xml_node suite = root.append_child("testsuite");
    set(suite, "name", name);
    Totals totals;
    for (const Case* one : cases) add(*one, totals);
    write_totals(suite, totals);
    set(suite, "skipped", std::to_string(totals.skipped));  // junit.xsd: not in <testsuites>
    for (const Case* one : cases) write_case(suite, *one);
  }
  std::ostringstream stream;
  document.save(stream, " ");
  return stream.str();
}

}  // namespace netioconf::reports::writers

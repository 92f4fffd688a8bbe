#include <fmt/format.h>

#include "reports/words/escape.h"
#include "reports/writers/formats.h"

// The Test Anything Protocol, version 13: https://testanything.org/tap-version-13-specification.html
namespace netioconf::reports::writers {
namespace {

using document::Case;
using document::Ending;

// In a description # begins a directive.
std::string described(const std::string& text) {
  std::string shown;
  for (const char each : words::legible(text)) {
    if (each == '#' || each == '\\') shown += '\\';
    shown += each;
  }
  return shown;
}

// A string of YAML in double quotes, which JSON's are too.
std::string quoted(const std::string& text) {
  std::string shown = "\"";
  for (const char each : words::legible(text)) {
    if (each == '"' || each == '\\') shown += '\\';
    shown += each;
  }
  return shown + "\"";
}

std::string line_of(const Case& one, std::size_t number) {
  const std::string name = described(one.suite) + ": " + described(one.name);
  switch (one.ending) {
    case Ending::passed:
      return fmt::format("ok {} - {}\n", number, name);
    case Ending::skipped:
      return fmt::format("ok {} - {} # SKIP {}\n", number, name, described(one.message));
    case Ending::failed:
      break;
  }
  return fmt::format("not ok {} - {}\n  ---\n  message: {}\n  type: {}\n  ...\n", number, name,
                     quoted(one.message), quoted(one.type));
}

}  // namespace

std::string tap(const document::Document& document) {
  std::string text = fmt::format("TAP version 13\n1..{}\n", document.cases.size());
  for (std::size_t i = 0; i < document.cases.size(); ++i) text += line_of(document.cases[i], i + 1);
  return text + fmt::format("# {}\n", words::legible(document.verdict));
}

}  // namespace netioconf::reports::writers

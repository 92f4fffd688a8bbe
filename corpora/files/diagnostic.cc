#include "corpora/files/diagnostic.h"

#include <fmt/format.h>

namespace netioconf::corpora::files {

std::string describe(const Diagnostic& diagnostic) {
  std::string text = diagnostic.path;
  if (diagnostic.line != 0) text += fmt::format(":{}", diagnostic.line);
  if (diagnostic.line != 0 && diagnostic.column != 0) text += fmt::format(":{}", diagnostic.column);
  text += ": " + diagnostic.what;
  if (!diagnostic.remedy.empty()) text += " (" + diagnostic.remedy + ")";
  // A path or a quoted text may contain line breaks and terminal control characters. The result is one
  // line without them.
  for (char& octet : text) {
    if (static_cast<unsigned char>(octet) < 0x20 || octet == 0x7f) octet = ' ';
  }
  return text;
}

}  // namespace netioconf::corpora::files

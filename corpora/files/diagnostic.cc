#include "corpora/files/diagnostic.h"

#include <fmt/format.h>

namespace netioconf::corpora::files {

std::string describe(const Complaint& complaint) {
  std::string text = complaint.path;
  if (complaint.line != 0) text += fmt::format(":{}", complaint.line);
  if (complaint.line != 0 && complaint.column != 0) text += fmt::format(":{}", complaint.column);
  text += ": " + complaint.what;
  if (!complaint.remedy.empty()) text += " (" + complaint.remedy + ")";
  // A path or a quoted text may contain line breaks and terminal control characters. The result is one
  // line without them.
  for (char& octet : text) {
    if (static_cast<unsigned char>(octet) < 0x20 || octet == 0x7f) octet = ' ';
  }
  return text;
}

Diagnostic unreadable(const Complaint& complaint) { return {describe(complaint)}; }

}  // namespace netioconf::corpora::files

#include "corpora/complaint.h"

#include <fmt/format.h>

namespace netioconf::corpora {

std::string describe(const Complaint& complaint) {
  std::string text = complaint.path;
  if (complaint.line != 0) text += fmt::format(":{}", complaint.line);
  if (complaint.line != 0 && complaint.column != 0) text += fmt::format(":{}", complaint.column);
  text += ": " + complaint.what;
  if (!complaint.remedy.empty()) text += " (" + complaint.remedy + ")";
  // A path or an error text may hold line breaks; whoever reads these complaints counts lines.
  for (char& character : text) {
    if (character == '\n' || character == '\r') character = ' ';
  }
  return text;
}

Unreadable unreadable(const Complaint& complaint) { return {describe(complaint)}; }

}  // namespace netioconf::corpora

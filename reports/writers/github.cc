#include <fmt/format.h>

#include "reports/words/escape.h"
#include "reports/writers/formats.h"

// Workflow commands of GitHub Actions, which a job shows as annotations:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
namespace netioconf::reports::writers {
namespace {

using document::Document;
using document::Finding;
using document::Level;

bool is_annotated(const Finding& finding) {
  return finding.level != Level::note && finding.accepted.empty();
}

std::string command(const std::string& name, const std::string& properties, std::string_view message) {
  message = message.substr(0, message.find_last_not_of('\n') + 1);
  return fmt::format("::{} {}::{}\n", name, properties, words::workflow_message(message));
}

std::string annotation(const Finding& finding, const SourceRoot& root) {
  const std::string title = finding.word + ": " + finding.title;
  const std::string properties =
      fmt::format("file={},line=1,title={}", words::workflow_property(located(root, finding.path)),
                  words::workflow_property(words::legible(title)));
  return command(finding.level == Level::error ? "error" : "warning", properties,
                 document::message_text(finding));
}

}  // namespace

std::string github(const Document& document, const SourceRoot& root) {
  std::string text;
  for (const document::FindingGroup& group : document.groups) {
    for (const Finding& finding : group.findings) {
      if (is_annotated(finding)) text += annotation(finding, root);
    }
  }
  document::Description lines;
  for (const document::SummaryLine& each : document.summary) lines.push_back(each.line);
  return text + command("notice", "title=netioconf",
                        words::legible(document.verdict) + "\n" + document::block(lines));
}

}  // namespace netioconf::reports::writers

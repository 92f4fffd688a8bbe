#include "reports/writers/formats.h"

#include <array>
#include <utility>
#include <vector>

#include "reports/document/baseline.h"
#include "reports/document/of_comparison.h"
#include "reports/document/of_matrix.h"
#include "reports/document/of_report.h"
#include "reports/model/report.h"
#include "reports/stored/json.h"
#include "reports/words/phrases.h"
#include "reports/writers/page/page.h"

namespace netioconf::reports::writers {
namespace {

constexpr std::array<Format, 7> all{
    {{"report.json", [](const Source& source) { return source.json; }},
     {"junit.xml", [](const Source& source) { return junit(source.document); }},
     {"results.tap", [](const Source& source) { return tap(source.document); }},
     {"results.sarif", [](const Source& source) { return sarif(source.document, source.root); }},
     {"summary.md", [](const Source& source) { return markdown(source.document); }},
     {"badge.svg", [](const Source& source) { return badge(source.document); }},
     {"index.html", [](const Source& source) { return html(source.page); }}}};

// Without what differs between equal runs.
Report without_times(Report report) {
  for (ScriptResult& script : *report.mutable_scripts()) script.clear_seconds();
  return report;
}

}  // namespace

Source source_of(const Report& report) {
  const Report kept = without_times(report);
  Source source{.document = document::document_of(report), .json = stored::json_text(kept)};
  *source.page.add_reports() = kept;
  return source;
}

Source source_of(const Report& report, const Changes& since) {
  Source source = source_of(report);
  source.document = document::with_baseline(std::move(source.document), since);
  return source;
}

Source source_of(const Comparison& comparison) {
  Source source{.document = document::document_of(comparison), .json = stored::json_text(comparison)};
  *source.page.mutable_reports() = comparison.reports();
  *source.page.mutable_names() = comparison.names();
  *source.page.mutable_comparison() = comparison;
  source.page.mutable_comparison()->clear_reports();
  return source;
}

Source source_of(const Matrix& matrix, const std::vector<diff::NamedReport>& reports) {
  Source source{.document = document::document_of(matrix), .json = stored::json_text(matrix)};
  for (const diff::NamedReport& named : reports) {
    *source.page.add_reports() = named.report;
    omit_exports(*source.page.mutable_reports()->rbegin());
  }
  *source.page.mutable_names() = matrix.names();
  *source.page.mutable_matrix() = matrix;
  source.page.mutable_matrix()->clear_rules();
  source.page.mutable_matrix()->clear_readings();
  return source;
}

Source source_of(const Changes& changes, const Report& before, const Report& after) {
  Source source{.document = document::document_of(changes), .json = stored::json_text(changes)};
  source.document.rules = document::rules_of(changes, before, after);
  *source.page.add_reports() = before;
  *source.page.add_reports() = after;
  source.page.add_names(before.implementation() + " before");
  source.page.add_names(after.implementation() + " after");
  *source.page.mutable_changes() = changes;
  return source;
}

std::span<const Format> formats() { return all; }

std::string file_names() {
  std::vector<std::string> names;
  for (const Format& format : all) names.emplace_back(format.file);
  return words::listed(names, "and");
}

}  // namespace netioconf::reports::writers

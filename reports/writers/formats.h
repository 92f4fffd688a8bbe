#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reports/comparison.pb.h"
#include "reports/diff/changes.h"
#include "reports/document/document.h"
#include "reports/writers/source_root.h"
#include "reports/writers/text_style.h"

namespace netioconf::reports::writers {

// What the files of a result are written from.
struct Source {
  document::Document document;
  std::string json;  // report.json
  Page page;         // the data of index.html
  SourceRoot root = {};
};
[[nodiscard]] Source source_of(const Report& report);
// The same, with what became of its deviations since an earlier report.
[[nodiscard]] Source source_of(const Report& report, const Changes& since);
[[nodiscard]] Source source_of(const Comparison& comparison);
[[nodiscard]] Source source_of(const Matrix& matrix, const std::vector<diff::NamedReport>& reports);
[[nodiscard]] Source source_of(const Changes& changes, const Report& before, const Report& after);

// A format, and the name of its file in the folder of a result.
struct Format {
  std::string_view file;
  std::string (*write)(const Source&);  // an empty text: this build cannot write it
};
[[nodiscard]] std::span<const Format> formats();

// "report.json, junit.xml, …, summary.md, badge.svg and index.html"
[[nodiscard]] std::string file_names();

// The formats of a document. text() is for a terminal and ends with the verdict; github() is for the log
// of a job on GitHub.
[[nodiscard]] std::string text(const document::Document& document, const TextStyle& style = {});
[[nodiscard]] std::string markdown(const document::Document& document);
[[nodiscard]] std::string junit(const document::Document& document);
[[nodiscard]] std::string tap(const document::Document& document);
[[nodiscard]] std::string badge(const document::Document& document);

// GitHub accepts no more results, and no more bytes after compression. Results beyond these limits are
// left out, and a notification says how many.
struct SarifLimits {
  std::size_t results = 25'000;
  std::size_t bytes = 10'000'000;
};
[[nodiscard]] std::string sarif(const document::Document& document, const SourceRoot& root = {},
                                const SarifLimits& limits = {});
[[nodiscard]] std::string github(const document::Document& document, const SourceRoot& root = {});

}  // namespace netioconf::reports::writers

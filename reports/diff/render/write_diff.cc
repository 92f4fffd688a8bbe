#include "reports/diff/render/write_diff.h"

#include "reports/diff/render/changes_formats.h"
#include "reports/diff/render/comparison_formats.h"
#include "reports/diff/render/comparison_json.h"
#include "reports/writers/write.h"

namespace netioconf::reports::diff::render {
namespace {

template <class Value>
std::vector<corpora::files::File> files_of(const Value& value) {
  return {{"report.json", json(value)},
          {"junit.xml", junit(value)},
          {"results.sarif", sarif(value)},
          {"summary.md", markdown(value)}};
}

}  // namespace

std::expected<void, std::string> write_comparison(const Comparison& comparison,
                                                  const std::filesystem::path& directory) {
  return writers::write_with_page(directory, files_of(comparison), html(comparison));
}

std::expected<void, std::string> write_changes(const Changes& changes,
                                               const std::filesystem::path& directory) {
  return writers::write_with_page(directory, files_of(changes), html(changes));
}

}  // namespace netioconf::reports::diff::render

#include "conformance/merge/write_merged.h"

#include <system_error>

#include "conformance/merge/layout.h"
#include "reports/stored/json.h"

namespace netioconf::conformance::merge {
namespace {

namespace fs = std::filesystem;

// Those that an ended part replaces are removed.
void remove_other_parts(const reports::merge::PartSet& parts, const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const fs::path& file = entry.path();
    if (file.extension() == ".json" && !parts.reports.contains(file.stem().string()))
      fs::remove(file, ignored);
  }
}

}  // namespace

bool is_merged_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / parts_folder, ignored);
}

std::expected<void, std::string> write_folder(const PartFolders& results,
                                              const reports::merge::PartSet& parts,
                                              const fs::path& out) {
  corpora::merge::FileSet files;
  for (const auto& [name, report] : parts.reports)
    files.emplace(name + ".json", reports::stored::json_text(report));
  for (const auto& [folder, set] :
       {std::pair<const char*, const corpora::merge::FileSet*>{parts_folder, &files},
        {scripts_folder, &results.scripts},
        {corpus_folder, &results.corpus}}) {
    if (auto written = corpora::merge::write(*set, out / folder); !written) return written;
  }
  if (auto written = results.traces.write(out / traces_folder); !written) return written;
  remove_other_parts(parts, out / parts_folder);
  return {};
}

}  // namespace netioconf::conformance::merge

#pragma once

#include <filesystem>

#include "corpora/merge/file_set.h"
#include "reports/model/report.h"

namespace netioconf::conformance::merge {

// The report of a folder that has these scripts, with their paths relative to a merged folder, so that
// the report does not depend on where a machine wrote it.
[[nodiscard]] reports::Report relocated(reports::Report report, const corpora::merge::FileSet& scripts);

// A merged report with the paths of scripts below the merged folder.
[[nodiscard]] reports::Report placed_in(const std::filesystem::path& folder, reports::Report report,
                                        const corpora::merge::FileSet& scripts);

}  // namespace netioconf::conformance::merge

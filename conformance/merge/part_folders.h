#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "corpora/merge/file_set.h"
#include "corpora/merge/trace_set.h"
#include "reports/merge/parts.h"

namespace netioconf::conformance::merge {

// What the folders of several machines contain.
struct PartFolders {
  std::vector<reports::merge::PartFile> reports;  // also of runs that did not end
  corpora::merge::FileSet scripts;
  corpora::merge::FileSet corpus;
  corpora::merge::TraceSet traces;
  std::vector<std::string> empty_folders;
  std::vector<std::string> absent_folders;  // a worker may have been killed before it made its folder
};

// Reads the folders that --out wrote, that netioconf merge wrote, that contain files of traces, or that
// are a corpus. The error is one line.
[[nodiscard]] std::expected<PartFolders, std::string> read_folders(
    const std::vector<std::filesystem::path>& folders);

}  // namespace netioconf::conformance::merge

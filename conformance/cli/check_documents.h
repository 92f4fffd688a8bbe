#pragma once

#include <filesystem>
#include <string>

namespace netioconf::conformance::cli {

struct DocumentsOptions {
  std::filesystem::path folder;  // of pages
  std::string only;              // id of a rule or a finding; empty: all
};

// Looks for the sentences that rules and findings rely on in a folder of pages. Lists those that moved,
// changed or disappeared, because their rules need a review. The result is the exit status: 1 if there
// are any.
[[nodiscard]] int check_documents(const DocumentsOptions& options);

}  // namespace netioconf::conformance::cli

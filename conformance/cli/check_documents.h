#pragma once

#include <filesystem>
#include <string>

namespace netioconf::conformance {

struct DocumentsOptions {
  std::filesystem::path folder;  // of pages
  std::string only;              // id of a rule or a finding; empty: all
};

// Compares the sentences that rules and findings rely on with a folder of pages, and lists what to look
// at again: those that moved, changed or went. The result is the exit status: 1 if there are any.
[[nodiscard]] int check_documents(const DocumentsOptions& options);

}  // namespace netioconf::conformance

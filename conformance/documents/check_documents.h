#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "conformance/documents/watch.h"

namespace netioconf::conformance::documents {

struct DocumentsOptions {
  std::filesystem::path folder;  // of pages
  std::string only;              // id of a rule or a finding; empty: all
};

// Looks for the sentences that rules and findings rely on in a folder of pages. Lists those that moved,
// changed or disappeared, because their rules need a review. The result is the exit status: 1 if there
// are any.
[[nodiscard]] int check_documents(const DocumentsOptions& options);

// Prints oracle/sentences.tsv for the pages of a folder. The result is the exit status.
[[nodiscard]] int list_sentences(const std::filesystem::path& folder);

// The sentences that rules and findings rely on. The error is one line.
[[nodiscard]] std::expected<std::vector<Watched>, std::string> watched_sentences();

}  // namespace netioconf::conformance::documents

#pragma once

#include <expected>
#include <string>
#include <vector>

#include "conformance/compare/diff_options.h"
#include "conformance/compare/diff_subjects.h"
#include "reports/diff/comparison.h"

namespace netioconf::conformance {

// Makes the script of each difference as short as it can be while the same implementations part for the
// same reason, and says by which command that is repeated. What is in no file yet is written to
// OUT/scripts/<id>/<call>_<n>.textproto, without OUT into a new folder among the temporary ones. The
// error says in one line what can't be written.
[[nodiscard]] std::expected<void, std::string> shorten_all(
    const DiffOptions& options, const std::vector<Subject>& subjects,
    const std::vector<corpora::LoadedScript>& scripts, reports::Comparison& comparison);

}  // namespace netioconf::conformance

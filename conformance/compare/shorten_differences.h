#pragma once

#include <expected>
#include <string>
#include <vector>

#include "conformance/compare/compared_implementations.h"
#include "conformance/compare/diff_options.h"
#include "reports/diff/difference.h"

namespace netioconf::conformance::compare {

// Shortens the script of each difference as long as the same implementations differ for the same reason,
// and adds the command that repeats the difference. Scripts that are not in a file yet are written to
// OUT/scripts/<id>/<call>_<n>.textproto, or to a new temporary folder if OUT is not given. The error
// names in one line the file that cannot be written.
[[nodiscard]] std::expected<void, std::string> shorten_differences(
    const DiffOptions& options, const std::vector<ComparedImplementation>& implementations,
    const std::vector<corpora::text::LoadedScript>& scripts,
    std::vector<reports::diff::Difference>& differences);

}  // namespace netioconf::conformance::compare

#include "conformance/command/diff.h"

#include "conformance/command/diff_run.h"
#include "conformance/command/exit_status.h"
#include "reports/diff/comparison_text.h"

namespace netioconf::conformance {
namespace {

int compare_implementations(const DiffOptions& options, const std::vector<std::string>& names) {
  if (names.size() < 2) {
    return could_not_run("diff: two implementations or two reports are compared, and there is " +
                         (names.empty() ? "none" : "only " + names.front()) +
                         " (netioconf diff --help has examples)");
  }
  const auto comparison = compare(options, names);
  if (!comparison) return could_not_run(comparison.error());
  fmt::print("{}", reports::text(*comparison));
  return differences_count(*comparison) == 0 ? exit_conforms : exit_deviates;
}

}  // namespace

int diff(const DiffOptions& options) {
  std::vector<std::string> names = options.implementations;
  names.insert(names.end(), options.places.begin(), options.places.end());
  return compare_implementations(options, names);
}

}  // namespace netioconf::conformance

#include "reports/document/baseline.h"

#include <array>
#include <map>
#include <utility>

#include "reports/document/finding_lines.h"
#include "reports/document/of_comparison.h"

namespace netioconf::reports::document {

std::string baseline_of(const Change& change) {
  static constexpr std::array<const char*, 4> states{"new", "absent", "updated", "unchanged"};
  return states[static_cast<std::size_t>(change.fate())];
}

Document with_baseline(Document document, const Changes& since) {
  std::map<std::string, std::string> baselines;
  for (const Change& change : since.deviations()) {
    if (!change.has_after()) continue;
    baselines[fingerprint_of(change.rule(), change.reading(), change.function(),
                             change.after().observed())] = baseline_of(change);
  }
  for (FindingGroup& group : document.groups) {
    for (Finding& finding : group.findings) finding.baseline = baselines[finding.fingerprint];
  }
  document.groups.push_back(gone_deviations(since));
  return document;
}

}  // namespace netioconf::reports::document

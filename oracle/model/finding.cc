#include "oracle/model/finding.h"

#include <algorithm>
#include <array>

namespace netioconf::oracle::inline model {

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 4> names = {"conforms", "deviates", "undecided", "skipped"};
  return names[static_cast<std::size_t>(verdict)];
}

const Finding* first_deviation(const Judgement& judgement) {
  const auto found =
      std::find_if(judgement.findings.begin(), judgement.findings.end(),
                   [](const Finding& finding) { return finding.verdict == Verdict::deviates; });
  return found == judgement.findings.end() ? nullptr : &*found;
}

}  // namespace netioconf::oracle::inline model

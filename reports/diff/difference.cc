#include "reports/diff/difference.h"

#include <algorithm>
#include <array>

namespace netioconf::reports::diff {

std::string_view words_for(DifferenceKind::Value kind) {
  static constexpr std::array<std::string_view, 6> words{
      "some break a rule that others keep",
      "all break the same rule in the same way",
      "the documents leave the question open, and each follows an answer that they allow",
      "several rules refuse the call, and the documents don't say which comes first",
      "the documents do not specify what they differ in",
      "the documents allow no verdict on some of the answers"};
  return words[static_cast<std::size_t>(kind)];
}

bool is_ambiguous(DifferenceKind::Value kind) {
  return kind != DifferenceKind::broken && kind != DifferenceKind::shared;
}

DifferenceKey key_of(const Divergence& divergence) {
  DifferenceKey key{.cause = divergence.cause, .call = divergence.call};
  for (const AgreeingGroup& group : divergence.groups) {
    const bool breaks_it =
        group.verdict == oracle::Verdict::deviates && group.rule == divergence.cause.rule;
    if (is_ambiguous(divergence.cause.kind) || breaks_it) key.agreeing.push_back(group.runs);
  }
  std::ranges::sort(key.agreeing);
  return key;
}

std::string id_of(const Cause& cause) {
  if (!cause.reading.empty()) return cause.reading;
  if (!cause.rule.empty()) return cause.rule;
  std::string id;
  for (const std::string& rule : cause.rules) id += (id.empty() ? "" : " + ") + rule;
  return id.empty() ? "nothing-said" : id;
}

std::vector<std::size_t> participants(const Difference& difference) {
  std::vector<std::size_t> runs;
  for (const AgreeingGroup& group : difference.shown.groups)
    runs.insert(runs.end(), group.runs.begin(), group.runs.end());
  return runs;
}

const oracle::Trace& shown_trace(const Difference& difference) {
  const std::vector<std::size_t> runs = participants(difference);
  return difference.example.traces[*std::ranges::min_element(runs)];
}

}  // namespace netioconf::reports::diff

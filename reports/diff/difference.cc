#include "reports/diff/difference.h"

#include <algorithm>
#include <array>

namespace netioconf::reports::diff {

std::string_view name_of(DivergenceKind kind) {
  static constexpr std::array<std::string_view, kind_count> names{"broken", "shared", "reading",
                                                                  "order",  "silent", "undecided"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view words_for(DivergenceKind kind) {
  static constexpr std::array<std::string_view, kind_count> words{
      "some break a rule that others keep",
      "all break the same rule in the same way",
      "the documents leave the question open, and each follows an answer that they allow",
      "several rules refuse the call, and the documents don't say which comes first",
      "the documents do not specify what they differ in",
      "the documents allow no verdict on some of the answers"};
  return words[static_cast<std::size_t>(kind)];
}

bool is_ambiguous(DivergenceKind kind) {
  return kind != DivergenceKind::broken && kind != DivergenceKind::shared;
}

std::string_view name_of(Aspect aspect) {
  static constexpr std::array<std::string_view, 4> names{"status", "state", "answer", "consistency"};
  return names[static_cast<std::size_t>(aspect)];
}

DifferenceKey key_of(const Divergence& divergence) {
  DifferenceKey key{.cause = divergence.cause, .call = divergence.call};
  for (const AgreeingGroup& group : divergence.groups) {
    const bool breaks_it =
        group.verdict == oracle::Verdict::deviates && group.rule == divergence.cause.rule;
    if (is_ambiguous(divergence.cause.kind) || breaks_it) key.agreeing.push_back(group.runs);
  }
  std::sort(key.agreeing.begin(), key.agreeing.end());
  return key;
}

std::string id_of(const Cause& cause) {
  if (!cause.reading.empty()) return cause.reading;
  if (!cause.rule.empty()) return cause.rule;
  std::string id;
  for (const std::string& rule : cause.rules) id += (id.empty() ? "" : " + ") + rule;
  return id.empty() ? "nothing-said" : id;
}

}  // namespace netioconf::reports::diff

#include "conformance/compare/comparison_part.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace netioconf::conformance::compare {
namespace {

bool all_conform(const oracle::Judgement& judgement) {
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict != oracle::Verdict::conforms) return false;
  }
  return !judgement.findings.empty();
}

}  // namespace

Judges Judges::with_the_same_knowledge() const {
  Judges others;
  for (const oracle::engine::Judge& judge : each) others.each.push_back(judge.with_the_same_knowledge());
  return others;
}

bool Judges::knows_the_same_as(const Judges& other) const {
  return std::ranges::equal(each, other.each, &oracle::engine::Judge::knows_the_same_as);
}

void Judges::continue_from(const Judges& other) {
  for (std::size_t i = 0; i < each.size(); ++i) each[i].continue_from(other.each[i]);
}

void ComparisonPart::add(reports::diff::Compared compared, Judges& judges) {
  ++scripts;
  for (std::size_t run = 0; run < summaries.size(); ++run) {
    if (!compared.done[run]) continue;
    compared.judgements[run] = judges.each[run].judge(compared.traces[run]);
    const oracle::Judgement& judgement = compared.judgements[run];
    if (compared.origin == reports::Origin::generated && all_conform(judgement)) {
      summaries[run].add_conforming(1, judgement.findings.size());
      continue;
    }
    summaries[run].add({.path = compared.path,
                        .comment = compared.comment,
                        .origin = compared.origin,
                        .rank = compared.rank,
                        .trace = compared.traces[run],
                        .judgement = judgement});
  }
  fold.add(compared);
}

void ComparisonPart::add(ComparisonPart later) {
  for (std::size_t run = 0; run < summaries.size(); ++run)
    summaries[run].add(std::move(later.summaries[run]));
  fold.add(std::move(later.fold));
  scripts += later.scripts;
  calls += later.calls;
}

}  // namespace netioconf::conformance::compare

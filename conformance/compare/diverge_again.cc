#include "conformance/compare/diverge_again.h"

#include <utility>

#include "oracle/engine/judge.h"
#include "reports/diff/divergence_fold.h"

namespace netioconf::conformance::compare {

std::optional<Diverged> diverge_again(std::size_t implementations, const ObserveIn& observe,
                                      const std::vector<oracle::Script>& before,
                                      const oracle::Script& last,
                                      const reports::diff::DifferenceKey& key,
                                      oracle::readings::Profile profile) {
  Diverged diverged{.compared = {.name = last.name}};
  reports::diff::Compared& compared = diverged.compared;
  compared.traces.resize(implementations);
  compared.judgements.resize(implementations);
  compared.done.assign(implementations, false);
  for (std::size_t run = 0; run < implementations; ++run) {
    oracle::engine::Judge judge{profile};
    for (const oracle::Script& script : before) {
      if (const auto trace = observe(run, script)) (void)judge.judge(*trace);
    }
    auto trace = observe(run, last);
    if (!trace) continue;
    compared.traces[run] = *std::move(trace);
    compared.judgements[run] = judge.judge(compared.traces[run]);
    compared.done[run] = true;
  }
  for (reports::diff::Divergence& divergence : reports::diff::divergences_in(compared, profile)) {
    if (reports::diff::key_of(divergence) != key) continue;
    diverged.divergence = std::move(divergence);
    return diverged;
  }
  return std::nullopt;
}

}  // namespace netioconf::conformance::compare

#include "ci/benchmarks/programs/stepping.h"

#include <algorithm>

namespace netioconf::ci::benchmarks::programs {

namespace engine = oracle::engine;
namespace readings = oracle::readings;

Stepping::Stepping(oracle::Host host)
    : Stepping{std::move(host), {readings::OpenReadings::open_under(readings::Profile::documented)}} {}

Stepping::Stepping(oracle::Host host, const std::vector<readings::OpenReadings>& answers)
    : host_{std::move(host)} {
  for (const readings::OpenReadings& each : answers) hypotheses_.push_back({.answers = each});
}

Stepping::Explained Stepping::take(const oracle::Step& step) {
  const auto branches = engine::explore(hypotheses_, host_, step, oracle::state::Detail::counted);
  const bool any = std::ranges::any_of(branches, engine::fits);
  if (any) hypotheses_ = engine::hypotheses_after(std::move(hypotheses_), branches);
  return {.branches = branches.size(), .fits = any};
}

std::vector<readings::OpenReadings> Stepping::answers() const {
  std::vector<readings::OpenReadings> all;
  for (const engine::Hypothesis& hypothesis : hypotheses_) all.push_back(hypothesis.answers);
  readings::merge(all);
  return all;
}

}  // namespace netioconf::ci::benchmarks::programs

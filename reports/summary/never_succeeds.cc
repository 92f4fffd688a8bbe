#include "reports/summary/never_succeeds.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::reports::inline summary {
namespace {

// A correct implementation can refuse the few calls of a short run.
constexpr std::uint64_t calls_min = 20;

}  // namespace

std::vector<NeverSucceeds> never_succeeding(const oracle::coverage::Coverage& coverage) {
  std::array<NeverSucceeds, oracle::call_count> of_calls{};
  std::array<bool, oracle::call_count> differs{};
  for (const auto& [cell, times] : coverage.cells) {
    const auto call = static_cast<std::size_t>(cell.call);
    NeverSucceeds& seen = of_calls[call];
    differs[call] |=
        cell.outcome == oracle::Status::success || (seen.calls != 0 && seen.status != cell.outcome);
    seen = {.call = cell.call, .status = cell.outcome, .calls = seen.calls + times};
  }
  std::vector<NeverSucceeds> functions;
  for (const NeverSucceeds& seen : of_calls) {
    if (seen.calls >= calls_min && !differs[static_cast<std::size_t>(seen.call)])
      functions.push_back(seen);
  }
  return functions;
}

bool is_result_of(const NeverSucceeds& function, const GroupKey& kind) {
  return kind.ended_in.empty() && kind.call == function.call &&
         kind.observed == oracle::name_of(function.status) && !kind.rule.starts_with("reset.");
}

void attribute_to(const NeverSucceeds& function, oracle::Finding& deviation) {
  using oracle::Promise;
  deviation.rule =
      oracle::rules::rule_of(oracle::Call::create_route, Promise::refuses_only_as_documented).id;
  deviation.mismatches = {{.rule = deviation.rule,
                           .member = fmt::format("each of its {} calls", function.calls),
                           .allowed = "success in some of them",
                           .observed = std::string{oracle::name_of(function.status)}}};
  deviation.contradicts.clear();
  deviation.explained_by.clear();
}

}  // namespace netioconf::reports::inline summary

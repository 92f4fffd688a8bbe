#include "reports/summary/never_succeeds.h"

#include <fmt/format.h>

#include <string>

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/reach.h"

namespace netioconf::reports::inline summary {
namespace {

// A correct implementation can refuse the few calls of a short run.
constexpr double calls_min = 20;

}  // namespace

std::vector<NeverSucceeds> never_succeeding(const CoverageCounts& coverage) {
  std::vector<NeverSucceeds> functions;
  for (const oracle::CallInfo& info : oracle::call_table) {
    NeverSucceeds function{.call = info.call};
    for (const auto& [status, times] : failures_of(coverage, info.function)) {
      function.calls += times;
      if (times <= function.with_status) continue;
      function.status = status;
      function.with_status = times;
    }
    if (function.calls >= calls_min) functions.push_back(function);
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
                           .member = function.with_status == function.calls
                                         ? fmt::format("each of its {} calls", function.calls)
                                         : fmt::format("the status of {} of its {} calls",
                                                       function.with_status, function.calls),
                           .allowed = "success in some of them",
                           .observed = std::string{oracle::name_of(function.status)}}};
  deviation.contradicts.clear();
  deviation.explained_by.clear();
}

}  // namespace netioconf::reports::inline summary

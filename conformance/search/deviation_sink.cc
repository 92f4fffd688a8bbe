#include "conformance/search/deviation_sink.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/implementations/child/interruption.h"

namespace netioconf::conformance::search {
namespace {

using reports::GroupKey;
using std::chrono::milliseconds;

// Shortening a script takes at most this long, because some calls never return. It gets at least
// `least_to_shrink`, even if the budget has less time left.
constexpr milliseconds shrinking_limit{20'000};
constexpr milliseconds least_to_shrink{1000};

}  // namespace

DeviationSink::DeviationSink(execution::Implementation& implementation,
                             const oracle::engine::Judge& judge, reports::Summary& summary,
                             SinkOptions options)
    : implementation_{implementation},
      judge_{judge},
      summary_{summary},
      options_{std::move(options)},
      kept_{options_.out} {}

bool DeviationSink::is_new(const GroupKey& group) {
  const bool is_new = met_.insert(group).second && !options_.is_known(group);
  if (is_new) ++kinds_;
  return is_new;
}

properties::MinimizeOptions DeviationSink::found_options() const {
  return {.profile = options_.profile,
          .find_script = options_.find_script,
          .limits = {.time_max = std::clamp(options_.time_left(), least_to_shrink, shrinking_limit)}};
}

bool DeviationSink::add(const execution::Execution& execution, reports::Origin::Value origin) {
  const execution::KeepsGoing keeps_going{implementation_};
  for (const GroupKey& group : execution::shrink::deviations_of(execution.trace, execution.judgement)) {
    if (!is_new(group)) continue;
    properties::Minimized found = properties::minimize(implementation_, execution, group,
                                                       properties::evidence_of(judge_), found_options());
    const bool the_same = found.stands_alone && found.group == group;
    if ((the_same || origin == reports::Origin::generated) && !report(std::move(found))) return false;
  }
  return true;
}

bool DeviationSink::add(const properties::TestCase& test_case,
                        const std::vector<oracle::Evidence>& known) {
  const execution::KeepsGoing keeps_going{implementation_};
  for (const GroupKey& group : properties::groups_of(test_case)) {
    if (!is_new(group)) continue;
    if (!report(properties::minimize(implementation_, test_case, group, known, found_options())))
      return false;
  }
  return true;
}

bool DeviationSink::report(properties::Minimized found) {
  met_.insert(found.group);
  if (options_.is_known(found.group) || !reported_.insert(found.group).second) return true;
  const std::string name = execution::shrink::name_for(found.group);
  const std::string words = execution::shrink::words_for(found.group, found.shown);
  const auto path = kept_.keep(name, found.shown.script, words);
  if (!path) {
    problem_ = path.error();
    return false;
  }
  reports::Judged judged{.path = path->string(), .comment = words, .origin = reports::Origin::generated};
  if (found.relation != nullptr) {
    // The script conforms when it is judged alone. Only the search can repeat this finding.
    judged.comment += fmt::format(" It breaks a relation: {}.", found.relation->says);
    judged.needed.whole_run = true;
  } else if (found.stands_alone) {
    found.shown.script.name = name;
    found.shown = execution::shrink::judge_alone(implementation_, options_.profile, found.shown.script);
  } else {
    judged.comment += implementations::child::interruption() != 0
                          ? " The run was interrupted before the script was repeated alone."
                          : " It deviates only after the scripts before it.";
    judged.needed.whole_run = true;
  }
  judged.trace = std::move(found.shown.trace);
  judged.judgement = std::move(found.shown.judgement);
  if (options_.counted == Counted::already) {
    summary_.show(std::move(judged));
  } else {
    summary_.add(std::move(judged));
  }
  return true;
}

}  // namespace netioconf::conformance::search

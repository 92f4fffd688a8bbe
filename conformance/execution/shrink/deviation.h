#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/execution.h"
#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/shrink.h"
#include "oracle/engine/judge.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::execution::shrink {

// Runs a script that ran before again while a callback did not come in time, and waits for that
// callback, so that a slow callback does not count as a deviation. Then the script contains these waits.
// The judge learns nothing from it. With an implementation whose callbacks come at once, does nothing.
void await_callbacks(Implementation& implementation, const oracle::engine::Judge& judge,
                     execution::Execution& execution);

// `impatient` is faster and treats a late callback as missing.
enum class Waiting : std::uint8_t { patient, impatient };

// Runs and judges a script, and waits in this way if it is patient.
[[nodiscard]] execution::Execution run_and_judge(Implementation& implementation,
                                                 oracle::engine::Judge& judge, oracle::Script script,
                                                 Waiting waiting = Waiting::patient);

// The same with a new judge, patiently.
[[nodiscard]] execution::Execution judge_alone(Implementation& implementation,
                                               oracle::readings::Profile profile,
                                               const oracle::Script& script);

// The deviations of a judgement, in the order of its steps.
[[nodiscard]] std::vector<reports::GroupKey> deviations_of(const oracle::Trace& trace,
                                                           const oracle::Judgement& judgement);

// The first finding with this deviation; nullptr: there is none.
[[nodiscard]] const oracle::Finding* find_deviation(const oracle::Trace& trace,
                                                    const oracle::Judgement& judgement,
                                                    const reports::GroupKey& group);

// Returns a predicate: whether a script, judged alone, has this deviation. The implementation must
// outlive the predicate.
[[nodiscard]] StillFails deviates_so(Implementation& implementation, oracle::readings::Profile profile,
                                     reports::GroupKey group, Waiting waiting = Waiting::patient);

// Returns the script of that name in the judge's evidence; nullopt if it is not available.
using FindScript = std::function<std::optional<oracle::Script>(const std::string& name)>;

// A script that deviated in a run.
struct Deviating {
  oracle::Script script;
  std::optional<reports::GroupKey> group;           // nullopt: its first deviation
  std::vector<oracle::Evidence> contradicted = {};  // the earlier steps that the deviation cites
  std::vector<oracle::Evidence> known = {};         // all evidence of the judge
};

// A script that deviates when it is judged alone.
struct Shown {
  reports::GroupKey group;
  Shrunk shrunk;
  execution::Execution alone;         // the result of the shrunk script
  std::vector<std::string> evidence;  // the names of the scripts that were placed before it
};

// Shortens a script that deviated in a run. The script must first deviate when it is judged alone, if
// necessary after one or two scripts that showed which answers the implementation follows. The deviation
// may then have another rule or reading. nullopt: it depends on earlier scripts that cannot be placed
// before it.
[[nodiscard]] std::optional<Shown> shorten(
    Implementation& implementation, oracle::readings::Profile profile, const Deviating& deviating,
    const FindScript& find_script = [](const std::string&) { return std::nullopt; },
    const ShrinkLimits& limits = {});

// The file name of such a script in the folder of its rule, as "create_route_success" or
// "get_route_invalid_parameter_get_wildcard".
[[nodiscard]] std::string idea_for(const reports::GroupKey& group);

// The comment of a shrunk script, in one line.
[[nodiscard]] std::string words_for(const reports::GroupKey& group, const execution::Execution& alone);

}  // namespace netioconf::conformance::execution::shrink

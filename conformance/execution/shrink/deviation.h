#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/shrink.h"
#include "oracle/engine/judge.h"
#include "reports/model/summarize.h"

namespace netioconf::conformance {

// A script and what came of it.
struct Alone {
  oracle::Script script;  // as it was carried out: see judge_patiently
  oracle::Trace trace;
  oracle::Judgement judgement;
};

// Carries a script out and judges it. Where a callback did not come in time, once more and waiting for
// it, so that nobody is blamed for being slow: the script of the result says for how many to wait.
[[nodiscard]] Alone judge_patiently(Implementation& implementation, oracle::Judge& judge,
                                    oracle::Script script);

// The same when nothing else was judged before.
[[nodiscard]] Alone judge_alone(Implementation& implementation, oracle::Profile profile,
                                const oracle::Script& script);

// The deviations of a judgement, in the order of its steps.
[[nodiscard]] std::vector<reports::GroupKey> deviations_of(const oracle::Trace& trace,
                                                           const oracle::Judgement& judgement);

// Whether a script, judged alone, deviates in this way. The implementation must outlive the predicate.
// Without patience it is soon decided, and a late callback is one that does not come.
enum class Waiting : std::uint8_t { patient, impatient };
[[nodiscard]] StillFails deviates_so(Implementation& implementation, oracle::Profile profile,
                                     reports::GroupKey group, Waiting waiting = Waiting::patient);

// A script by the name that a judge knows it by; nullopt if it is not to be had any more.
using FindScript = std::function<std::optional<oracle::Script>(const std::string& name)>;

// A script that deviated in a run.
struct Deviating {
  oracle::Script script;
  std::optional<reports::GroupKey> group;           // nullopt: its first deviation is meant
  std::vector<oracle::Evidence> contradicted = {};  // the earlier steps that the deviation cites
  std::vector<oracle::Evidence> known = {};         // all that the judge has learned from
};

// A script that shows a deviation without others' help.
struct Shown {
  reports::GroupKey group;
  Shrunk shrunk;
  Alone alone;                        // what comes of the shrunk script
  std::vector<std::string> evidence;  // the names of the scripts that were put in front
};

// Makes a script short that deviated in a run. First it must deviate when it is judged alone, if need be
// with one or two in front that showed which answers the implementation follows. It may go by another
// name when it is judged alone. nullopt: it needs what came before, and that can't be put in front of
// it.
[[nodiscard]] std::optional<Shown> shorten(
    Implementation& implementation, oracle::Profile profile, const Deviating& deviating,
    const FindScript& find_script = [](const std::string&) { return std::nullopt; },
    const ShrinkLimits& limits = {});

// How such a script is called among those of its rule: "create_route_success",
// "get_route_invalid_parameter_get_wildcard".
[[nodiscard]] std::string idea_for(const reports::GroupKey& group);

// What a shrunk script says of itself, in one line.
[[nodiscard]] std::string words_for(const reports::GroupKey& group, const Alone& alone);

}  // namespace netioconf::conformance

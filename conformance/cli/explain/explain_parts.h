#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/text/loader.h"
#include "oracle/model/rule.h"
#include "oracle/model/status.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::cli::explain {

// Each of these prints one part of an explanation.
void explain_promise(const oracle::Rule& rule);
void explain_question(const oracle::readings::Reading& question);

// A line for the rule. The rules in lists: those that the pages promise, those that follow from a page,
// and those that hold under some answers only. Questions, and sentences that promise nothing to test.
void explain_in_a_line(const oracle::Rule& rule);
void explain_rules(const std::vector<const oracle::Rule*>& rules);
void explain_questions(const std::vector<const oracle::readings::Reading*>& questions);
void explain_unpromised(const std::vector<const oracle::rules::Unpromised*>& sentences);

// The statuses that the documents allow for each operation, under each combination of readings that
// makes a difference here.
void explain_allowed(const oracle::Script& script, oracle::readings::Profile profile);

// Where Windows answers so, and what it usually means for a caller. Prints nothing if nothing is known.
void explain_observed(oracle::Status status);

// The known deviations from these rules or readings in conformance/known.
void explain_known(const std::vector<std::string>& ids);

// The verdicts of the scripts on each implementation with regard to these rules and readings, and the
// answers that it follows to the readings. The error is one line.
[[nodiscard]] std::expected<void, std::string> explain_seen(
    const std::vector<std::string>& implementations,
    const std::vector<corpora::text::LoadedScript>& scripts, const std::vector<std::string_view>& ids,
    oracle::readings::Profile profile);

// The same for a single script, step by step.
[[nodiscard]] std::expected<void, std::string> explain_steps(
    const std::vector<std::string>& implementations, const corpora::text::LoadedScript& script,
    oracle::readings::Profile profile);

// The rules that apply under some answer to a question only.
[[nodiscard]] std::vector<const oracle::Rule*> rules_under(const oracle::readings::Reading& question);

// The scripts in the folders of rules.
[[nodiscard]] std::vector<corpora::text::LoadedScript> scripts_of(
    const std::vector<const oracle::Rule*>& rules);

// A status by its name, by its number in any form, or by the name of one of its numbers, as
// "ERROR_NOT_FOUND"; nullopt if there is none.
[[nodiscard]] std::optional<oracle::Status> find_status(std::string_view words);

}  // namespace netioconf::conformance::cli::explain

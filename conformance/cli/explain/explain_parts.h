#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/text/loader.h"
#include "oracle/model/status.h"
#include "oracle/readings/reading.h"
#include "oracle/state/rule.h"

namespace netioconf::conformance {

// Parts of an explanation; each prints its lines.
void explain_promise(const oracle::Rule& rule);
void explain_question(const oracle::Question& question);

// Which statuses the documents allow each operation, under each of the ways through the open questions
// that make a difference here.
void explain_allowed(const oracle::Script& script);

// What conformance/known says of deviations from these rules or readings.
void explain_known(const std::vector<std::string>& ids);

// What implementations answer to the scripts, and which answers they are seen to follow to the questions
// named. The error is one line.
[[nodiscard]] std::expected<void, std::string> explain_seen(
    const std::vector<std::string>& implementations, const std::vector<corpora::LoadedScript>& scripts,
    const std::vector<std::string_view>& questions);

// The same of a single script, step by step.
[[nodiscard]] std::expected<void, std::string> explain_steps(
    const std::vector<std::string>& implementations, const corpora::LoadedScript& script);

// The rules that hold under some answer to a question.
[[nodiscard]] std::vector<const oracle::Rule*> rules_under(const oracle::Question& question);

// The scripts in the folders of rules.
[[nodiscard]] std::vector<corpora::LoadedScript> scripts_of(
    const std::vector<const oracle::Rule*>& rules);

// A status by its name, by its number in any form, or by the name of one of its numbers, as
// "ERROR_NOT_FOUND"; nullopt if there is none.
[[nodiscard]] std::optional<oracle::Status> find_status(std::string_view words);

// Names like this one that something has, the nearest first; at most three.
[[nodiscard]] std::vector<std::string> nearest(std::string_view name,
                                               const std::vector<std::string>& names);

}  // namespace netioconf::conformance

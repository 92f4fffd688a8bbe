#pragma once

#include <string>
#include <vector>

#include "reports/model/report.h"

// Phrases that several formats share. They contain text of scripts and implementations unescaped; the
// caller escapes it for its format.
namespace netioconf::reports::words {

// A step in the numbering for people: from 1 over the script's own operations. "step 2", "the tables
// after step 2"
[[nodiscard]] std::string place_of(const std::vector<bool>& probes, std::size_t step);

// "emulated, step 2 of 3"
[[nodiscard]] std::string where_of(const Report& report, const ScriptResult& script, std::size_t step);

// "invalid_parameter or not_found"; "nothing" for an empty set.
[[nodiscard]] std::string names_of(oracle::StatusSet statuses);

// What ruled out the other answers to a question: "step 2 of a/b followed "prefix""
[[nodiscard]] std::string text_of(const Report& report, const oracle::Evidence& evidence);

// "3 times in 2 scripts and in generated scripts"
[[nodiscard]] std::string times_seen(const Group& group);

// Of a group: "new", "known", or "known, new in a/b and generated scripts".
[[nodiscard]] std::string standing_of(const Report& report, std::size_t group);

// "1 step", "2 steps"
[[nodiscard]] std::string count_text(std::uint64_t count, const std::string& noun);

// The run in one line: "deviates: 2 kinds of deviation (1 new)"
[[nodiscard]] std::string verdict_text(const Report& report);

// "properties: 2000 scripts, 20000 calls in 9.8 s (seed 7)"
[[nodiscard]] std::string search_text(const Searched& searched);

// Coverage in two lines.
[[nodiscard]] std::vector<std::string> coverage_text(const oracle::coverage::Coverage& coverage);

// The remaining answers: "prefix", "prefix or prefix + next hop", "no consistent answer".
[[nodiscard]] std::string answers_text(const oracle::Followed& followed);

// "duplicate-key", "duplicate-key of SetIpForwardEntry2"
[[nodiscard]] std::string question_text(const std::string& question, const std::string& subject);

// An entry of the known list that fails the run, in one line with file and line number.
[[nodiscard]] std::string stale_text(const Matched& known, const Stale& stale);

}  // namespace netioconf::reports::words

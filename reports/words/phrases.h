#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/status.h"
#include "reports/model/report.h"

// Phrases that several formats share. They contain text of scripts and implementations unescaped; the
// writers escape it for their formats.
namespace netioconf::reports::words {

// "a", "a or b", "a, b or c"
template <class Parts>
std::string listed(const Parts& parts, std::string_view last) {
  std::string text;
  std::string_view between;
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    const bool is_last = std::next(part) == parts.end();
    text += between.empty() ? "" : is_last ? fmt::format(" {} ", last) : std::string{between};
    text += *part;
    between = ", ";
  }
  return text;
}

// "1 step", "2 steps"
template <class Count>
std::string count_text(Count count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// A step in the numbering for people: from 1 over the script's own operations. "step 2", "the tables
// after step 2"
[[nodiscard]] std::string place_of(const std::vector<bool>& probes, std::size_t step);

// "emulated, step 2 of 3"
[[nodiscard]] std::string where_of(const Report& report, const ScriptResult& script,
                                   const StepResult& step);

// "invalid_parameter or not_found"; "nothing" for an empty set.
[[nodiscard]] std::string names_of(oracle::StatusSet statuses);

// What ruled out the other answers to a question: "step 2 of a/b followed "prefix""
[[nodiscard]] std::string text_of(const EvidenceWords& evidence);

// "3 times in 2 scripts and in generated scripts"; the numbers are of all, of committed scripts, and in
// generated scripts.
[[nodiscard]] std::string times_seen(double times, int scripts, double generated);

// Of a group: "new", "known", or "known, new in a/b and generated scripts".
[[nodiscard]] std::string standing_of(const Report& report, int group);

// The run in one line: "deviates: 2 kinds of deviation (1 new)"
[[nodiscard]] std::string verdict_text(const Report& report);

// "properties: 2000 scripts, 20000 calls in 9.8 s (seed 7)"
[[nodiscard]] std::string search_text(const Searched& searched);

// Coverage in two lines.
[[nodiscard]] std::vector<std::string> coverage_text(const CoverageCounts& coverage);

// The remaining answers: "prefix", "prefix or prefix + next hop", "no consistent answer".
[[nodiscard]] std::string answers_text(const FollowedReading& followed);

// "duplicate-key", "duplicate-key of SetIpForwardEntry2"
[[nodiscard]] std::string question_text(const std::string& question, const std::string& subject);

// An entry of the known list that fails the run, in one line with file and line number.
[[nodiscard]] std::string stale_text(const Matched& known, const Stale& stale);

// The list of known deviations that a report was compared with: "linux.textproto: 51 entries, 1 no
// longer holds"; "no list".
[[nodiscard]] std::string known_list_text(const Report& report);

// "CreateIpForwardEntry2, Remarks: A second route is refused."; says so if the report does not contain
// the rule.
[[nodiscard]] std::string source_text(const Report& report, const std::string& rule,
                                      const std::string& function = "");

}  // namespace netioconf::reports::words

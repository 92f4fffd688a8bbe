#include "reports/diff/same_result.h"

#include <fmt/format.h>

#include "reports/diff/changes.h"
#include "reports/diff/comparison.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff {

std::vector<std::string> result_differences(const Report& before, const Report& now) {
  std::vector<std::string> differences;
  const auto add = [&](const std::string& what, std::string_view old, std::string_view present) {
    if (old != present) differences.push_back(fmt::format("{}: {}, now {}", what, old, present));
  };
  add("outcome", Outcome::Value_Name(before.outcome()), Outcome::Value_Name(now.outcome()));
  add("profile", Profile::Value_Name(before.profile()), Profile::Value_Name(now.profile()));
  add("catalogue", before.catalogue(), now.catalogue());
  add("strict", before.strict() ? "yes" : "no", now.strict() ? "yes" : "no");
  Reports both;
  *both.Add() = before;
  *both.Add() = now;
  for (const RuleRow& row : rules_by_run(both))
    add(row.rule, name_of(row.standings[0]), name_of(row.standings[1]));
  for (const ReadingChange& reading : reading_changes(before, now))
    add(words::question_text(reading.question(), reading.subject()), reading.before(), reading.after());
  return differences;
}

}  // namespace netioconf::reports::diff

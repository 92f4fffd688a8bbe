#include <fmt/format.h>

#include <algorithm>

#include "reports/document/of_report.h"

namespace netioconf::reports::document {
namespace {

struct SearchScore {
  std::string by;
  std::size_t mutants = 0;
  std::vector<double> caught_s;  // sorted
};

// In the order in which the searches first appear.
std::vector<SearchScore> scores_of(const Report& report) {
  std::vector<SearchScore> scores;
  for (const MutantResult& result : report.mutants()) {
    auto found =
        std::ranges::find_if(scores, [&](const SearchScore& score) { return score.by == result.by(); });
    if (found == scores.end()) found = scores.insert(found, {.by = result.by()});
    ++found->mutants;
    if (result.has_caught_after_s()) found->caught_s.push_back(result.caught_after_s());
  }
  for (SearchScore& score : scores) std::ranges::sort(score.caught_s);
  return scores;
}

// The time within which that percentage of mutants was caught; "never" if fewer were caught.
std::string time_for(const SearchScore& score, std::size_t percent) {
  const std::size_t needed = (score.mutants * percent + 99) / 100;
  if (needed == 0 || needed > score.caught_s.size()) return "never";
  return fmt::format("{:.3f} s", score.caught_s[needed - 1]);
}

std::string verdict_of(const Report& report, const std::vector<SearchScore>& scores) {
  std::string text;
  for (const SearchScore& score : scores) {
    text += fmt::format("{}{} of {}{} by {}", text.empty() ? "" : ", ", score.caught_s.size(),
                        score.mutants, text.empty() ? " mutants caught" : "", score.by);
  }
  if (!report.unfinished().empty())
    return fmt::format("not finished: {}, {}", report.unfinished(), text);
  return Outcome::Value_Name(report.outcome()) + ": " + text;
}

Finding finding_of(const MutantResult& result) {
  return {.word = "missed",
          .id = result.rule(),
          .title = result.mutant(),
          .summary = fmt::format("{} is not caught by {}", result.mutant(), result.by()),
          .lines = {{"breaks", result.rule()}, {"search", result.by()}},
          .path = "mutant:" + result.mutant(),
          .times = 1};
}

Case case_of(const MutantResult& result) {
  Case made{.suite = "mutants by " + result.by(), .name = result.mutant()};
  if (result.has_caught_after_s()) return made;
  made.ending = Ending::failed;
  made.message = finding_of(result).summary;
  made.type = result.rule();
  return made;
}

}  // namespace

Document mutation_score_document(const Report& report) {
  const std::vector<SearchScore> scores = scores_of(report);
  ResultTable searches{
      .title = "Searches",
      .head = {"search", "mutants", "caught", "half of them within", "90 % within", "all within"}};
  for (const SearchScore& score : scores) {
    searches.rows.push_back({score.by, std::to_string(score.mutants),
                             std::to_string(score.caught_s.size()), time_for(score, 50),
                             time_for(score, 90), time_for(score, 100)});
  }
  Document document{
      .subject = report.implementation(),
      .verdict = verdict_of(report, scores),
      .suites = "netioconf mutants",
      .version = report.version(),
      .command = report.command(),
      .groups = {{.title = "Not caught", .head = "mutant", .labels = {"breaks", "search"}}},
      .tables = {std::move(searches)}};
  for (const MutantResult& result : report.mutants()) {
    document.cases.push_back(case_of(result));
    if (!result.has_caught_after_s()) document.groups[0].findings.push_back(finding_of(result));
  }
  add_line(document, "replay", report.command());
  return document;
}

}  // namespace netioconf::reports::document

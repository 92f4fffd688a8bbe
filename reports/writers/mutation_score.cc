#include "reports/writers/mutation_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "reports/formats/junit_xml.h"
#include "reports/formats/markdown_table.h"
#include "reports/formats/sarif_parts.h"
#include "reports/words/escape.h"

namespace netioconf::reports::writers {
namespace {

using formats::Json;
using formats::sarif_parts::message;

// In the order in which the searches first appear.
struct SearchScore {
  std::string by;
  std::size_t mutants = 0;
  std::vector<double> caught_s;  // sorted
};

std::vector<SearchScore> searches_of(const Report& report) {
  std::vector<SearchScore> searches;
  for (const MutantResult& result : report.mutant_results) {
    auto found = std::find_if(searches.begin(), searches.end(),
                              [&](const SearchScore& search) { return search.by == result.by; });
    if (found == searches.end()) found = searches.insert(found, {.by = result.by, .caught_s = {}});
    ++found->mutants;
    if (result.caught_after_s) found->caught_s.push_back(*result.caught_after_s);
  }
  for (SearchScore& search : searches) std::sort(search.caught_s.begin(), search.caught_s.end());
  return searches;
}

// The time within which that percentage of mutants was caught; "never" if fewer were caught.
std::string time_for(const SearchScore& search, std::size_t percent) {
  const std::size_t needed = (search.mutants * percent + 99) / 100;
  if (needed == 0 || needed > search.caught_s.size()) return "never";
  return fmt::format("{:.3f} s", search.caught_s[needed - 1]);
}

std::string not_caught(const MutantResult& result) {
  return words::legible(fmt::format("{} is not caught by {}", result.mutant, result.by));
}

}  // namespace

std::string mutation_score_verdict(const Report& report) {
  std::string text;
  for (const SearchScore& search : searches_of(report)) {
    text += fmt::format("{}{} of {}{} by {}", text.empty() ? "" : ", ", search.caught_s.size(),
                        search.mutants, text.empty() ? " mutants caught" : "", search.by);
  }
  return words::legible(text);
}

std::string mutation_score_markdown(const Report& report) {
  std::vector<std::vector<std::string>> rows;
  for (const SearchScore& search : searches_of(report)) {
    rows.push_back({words::markdown_text(search.by), std::to_string(search.mutants),
                    std::to_string(search.caught_s.size()), time_for(search, 50), time_for(search, 90),
                    time_for(search, 100)});
  }
  std::string text = fmt::format("# {}: {}\n\n", words::markdown_text(report.implementation),
                                 words::markdown_text(mutation_score_verdict(report)));
  text += formats::markdown_table(
      {"search", "mutants", "caught", "half of them within", "90 % within", "all within"}, rows);
  rows.clear();
  for (const MutantResult& result : report.mutant_results) {
    if (result.caught_after_s) continue;
    rows.push_back({words::markdown_text(result.mutant), words::markdown_text(result.rule),
                    words::markdown_text(result.by)});
  }
  if (!rows.empty())
    text += "## Not caught\n\n" + formats::markdown_table({"mutant", "breaks", "search"}, rows);
  return text + "To repeat it: " + words::markdown_text(report.command) + "\n";
}

std::string mutation_score_junit(const Report& report) {
  formats::junit_xml::Suites suites;
  for (const MutantResult& result : report.mutant_results) {
    formats::junit_xml::Case made{.name = result.mutant};
    if (!result.caught_after_s) {
      made.ending = formats::junit_xml::Ending::failed;
      made.message = not_caught(result);
      made.type = result.rule;
    }
    suites["mutants by " + words::legible(result.by)].push_back(std::move(made));
  }
  return formats::junit_xml::document("netioconf mutants", suites);
}

std::string mutation_score_sarif(const Report& report) {
  std::set<std::string> ids;
  for (const MutantResult& result : report.mutant_results) {
    if (!result.caught_after_s) ids.insert(words::legible(result.rule));
  }
  Json rules = Json::array();
  for (const std::string& id : ids) rules.push_back({{"id", id}, {"shortDescription", message(id)}});
  Json results = Json::array();
  for (const MutantResult& result : report.mutant_results) {
    if (result.caught_after_s) continue;
    results.push_back(
        {{"ruleId", words::legible(result.rule)},
         {"ruleIndex", std::distance(ids.begin(), ids.find(words::legible(result.rule)))},
         {"level", "error"},
         {"message", message(not_caught(result))},
         {"locations", Json::array({formats::sarif_parts::location("mutant:" + result.mutant, 1)})}});
  }
  return formats::sarif_parts::document({.version = report.version,
                                         .command = report.command,
                                         .successful = true,
                                         .rules = std::move(rules),
                                         .results = std::move(results),
                                         .notifications = Json::array()});
}

}  // namespace netioconf::reports::writers

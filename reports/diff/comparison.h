#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/diff/difference.h"
#include "reports/diff/parting.h"

namespace netioconf::reports {

// A script as each of the implementations did it; those that did not have an empty trace.
struct Compared {
  std::string name;
  std::string path;  // empty for one that is in no file
  std::string comment;
  Origin origin = Origin::committed;
  std::uint64_t rank = 0;  // of scripts with as many operations a group shows one of the lowest rank
  std::vector<oracle::Trace> traces;
  std::vector<oracle::Judgement> judgements;
  std::vector<bool> done;  // whether it was had of this implementation at all
};

// Differences that look like one: the same rule or reading, the same call, the same implementations
// agreeing.
struct Difference {
  DifferenceKey key;
  std::uint64_t places = 0;           // where it was seen
  std::vector<Occurrence> committed;  // sorted by script
  std::uint64_t generated = 0;        // places in generated scripts
  Compared example;                   // the shortest script
  Parting shown;                      // its place in the example
  std::vector<Export> exports;        // programs that repeat the example
  std::string replay;                 // the command that does
};

// Those that take part, in the order of the camps.
[[nodiscard]] std::vector<std::size_t> participants(const Difference& difference);

// The example as the first of them did it: where a host can be chosen, it is the script's own.
[[nodiscard]] const oracle::Trace& shown_trace(const Difference& difference);

// Scripts that were not compared, and why.
struct LeftOut {
  std::string why;
  std::uint64_t scripts = 0;

  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// Several implementations after the same scripts. A plain value, like a report.
struct Comparison {
  std::vector<Report> runs;  // in the order in which they were named
  oracle::Profile profile = oracle::Profile::documented;
  std::string command;  // repeats all of it
  std::string version;
  std::uint64_t scripts = 0;  // compared, with at least two implementations that did them
  std::uint64_t steps = 0;    // of them, by at least two
  std::vector<LeftOut> left_out;
  std::vector<Searched> searches;
  std::vector<Difference> differences;  // by kind, then id and call
};

// How an implementation stands with a rule, gravest first.
enum class Standing : std::uint8_t { deviates, known, undecided, skipped, unreached, conforms };
[[nodiscard]] std::string_view name_of(Standing standing);
[[nodiscard]] Standing standing_with(const Report& report, std::string_view rule);

// A row of the matrix implementations by rules.
struct RuleRow {
  std::string rule;
  std::vector<Standing> standings;  // one a run
};
[[nodiscard]] std::vector<RuleRow> rules_by_run(const Comparison& comparison);

// A row of the matrix implementations by readings. Of a run that was not asked there is no entry.
struct ReadingRow {
  std::string question;
  std::string subject;
  std::vector<const oracle::Followed*> followed;  // one a run, owned by the comparison
};
[[nodiscard]] std::vector<ReadingRow> readings_by_run(const Comparison& comparison);

// Whether it is one on which the implementations differ; what all break alike is none.
[[nodiscard]] bool is_difference(const Difference& difference);
[[nodiscard]] std::size_t differences_count(const Comparison& comparison);

}  // namespace netioconf::reports

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/diff/difference.h"
#include "reports/diff/divergence.h"

namespace netioconf::reports::diff {

// A script as each of the implementations ran it. An implementation that did not run it has an empty
// trace.
struct Compared {
  std::string name;
  std::string path;  // empty if the script is in no file
  std::string comment;
  Origin origin = Origin::committed;
  std::uint64_t rank = 0;  // a group shows the lowest rank among scripts with equally many operations
  std::vector<oracle::Trace> traces;
  std::vector<oracle::Judgement> judgements;
  std::vector<bool> done;  // whether the implementation ran it
};

// Differences that count as one: the same rule or reading, the same call, the same implementations
// agreeing.
struct Difference {
  DifferenceKey key;
  std::uint64_t places = 0;           // where it was observed
  std::vector<Occurrence> committed;  // sorted by script
  std::uint64_t generated = 0;        // places in generated scripts
  Compared example;                   // the shortest script
  Divergence shown;                   // its place in the example
  std::vector<Export> exports;        // programs that repeat the example
  std::string replay;                 // the command that repeats the example
};

// The implementations that take part, in the order of the groups.
[[nodiscard]] std::vector<std::size_t> participants(const Difference& difference);

// The example as the first of these implementations ran it. If the host can be chosen, it is the host
// that the script asks for.
[[nodiscard]] const oracle::Trace& shown_trace(const Difference& difference);

// Scripts that were not compared, and the reason.
struct LeftOut {
  std::string why;
  std::uint64_t scripts = 0;

  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// Several implementations that ran the same scripts. A plain value, like a report.
struct Comparison {
  std::vector<Report> runs;  // in the order of the command line
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::string command;  // repeats the whole comparison
  std::string version;
  std::uint64_t scripts = 0;  // compared: run by at least two implementations
  std::uint64_t steps = 0;    // of these scripts, made by at least two
  std::vector<LeftOut> left_out;
  std::vector<Searched> searches;
  std::vector<Difference> differences;  // by kind, then id and call
};

// The result of an implementation for a rule, gravest first.
enum class Standing : std::uint8_t { deviates, known, undecided, skipped, unreached, conforms };
[[nodiscard]] std::string_view name_of(Standing standing);
[[nodiscard]] Standing standing_with(const Report& report, std::string_view rule);

// A row of the matrix of rules and implementations.
struct RuleRow {
  std::string rule;
  std::vector<Standing> standings;  // one for each run
};
[[nodiscard]] std::vector<RuleRow> rules_by_run(const Comparison& comparison);

// A row of the matrix of readings and implementations. A run in which the question was not asked has
// nullptr.
struct ReadingRow {
  std::string question;
  std::string subject;
  std::vector<const oracle::Followed*> followed;  // one for each run, owned by the comparison
};
[[nodiscard]] std::vector<ReadingRow> readings_by_run(const Comparison& comparison);

// Whether the implementations differ there. A rule that all of them break in the same way is not a
// difference.
[[nodiscard]] bool is_difference(const Difference& difference);
[[nodiscard]] std::size_t differences_count(const Comparison& comparison);

}  // namespace netioconf::reports::diff

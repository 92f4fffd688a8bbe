#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a result says, apart from any format. The texts may contain whatever an implementation, a path or
// a script contains; the writers escape them.
namespace netioconf::reports::document {

enum class Level : std::uint8_t { error, warning, note };

struct Line {
  std::string label;  // "call", "allowed", "observed", …
  std::string text;

  friend bool operator==(const Line&, const Line&) = default;
};
using Description = std::vector<Line>;

// The label of a line that repeats what decides a finding.
inline constexpr std::string_view decided_label = "decided";

// Something that was found, with its description.
struct Finding {
  std::string word;          // "deviates": what it is
  std::string id;            // of the rule or the reading
  std::string title;         // "duplicate-key of SetIpForwardEntry2"
  std::string where;         // "emulated, step 2 of 3"
  std::string summary;       // in one line
  std::string decided = {};  // what decides it, in one line; empty: the summary says it
  Description lines;
  Level level = Level::error;
  bool brief = false;  // the summary is enough for a person
  std::string path;    // of its script; the name, if the script is in no file
  double times = 0;
  std::string fingerprint;  // equal in another run, wherever that runs; empty: it has none
  std::string accepted;     // why it does not count; empty: it counts
  std::string baseline;     // of SARIF, if there is an earlier report
};

// Findings of one kind. A table of them has a column for their titles, and one for each label.
struct FindingGroup {
  std::string title;
  std::string head;  // of the column for their titles
  std::vector<std::string> labels;
  std::vector<Finding> findings;
};

enum class Ending : std::uint8_t { passed, failed, skipped };

// A test, as test runners count them.
struct Case {
  std::string suite;
  std::string name;
  Ending ending = Ending::passed;
  std::string message;
  std::string type;
  std::string text;                              // of several lines
  std::optional<double> seconds = std::nullopt;  // that it took, if that was measured
};

struct ResultTable {
  std::string title;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
  std::string rest;  // what is not in the table
};

// A line of the summary. `level` is set if programs must see it too.
struct SummaryLine {
  Line line;
  bool is_notice = false;
  Level level = Level::note;
  bool is_detail = false;  // most readers do not need it
};

// The words for a rule or a reading.
struct RuleText {
  std::string id;
  std::string brief;
  std::string full;

  friend bool operator==(const RuleText&, const RuleText&) = default;
};

struct Document {
  std::string subject;  // "emulated", "Comparison"
  std::string verdict;  // "deviates: 2 kinds of deviation (1 new)"
  std::string suites;   // the name of all cases together
  std::string version;
  std::string command;     // repeats it
  bool has_result = true;  // something was judged, and the run ended or deviates
  std::vector<FindingGroup> groups;
  std::vector<ResultTable> tables;
  std::vector<SummaryLine> summary;
  std::vector<Case> cases;
  std::vector<RuleText> rules;
};

// The lines as text, each with two spaces before it and its label in a column.
[[nodiscard]] std::string block(const Description& lines);

// The texts of the lines with the label.
[[nodiscard]] std::string text_of(const Description& lines, std::string_view label);

// What decides a finding, in one line.
[[nodiscard]] const std::string& head_of(const Finding& finding);

// A finding as one text that begins with what decides it.
[[nodiscard]] std::string message_text(const Finding& finding);

void add_line(Document& document, std::string label, std::string text);
void add_detail(Document& document, std::string label, std::string text);
void add_notice(Document& document, Level level, std::string label, std::string text);

}  // namespace netioconf::reports::document

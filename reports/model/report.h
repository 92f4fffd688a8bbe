#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracle/coverage/coverage.h"
#include "oracle/readings/reading.h"
#include "oracle/state/finding.h"

namespace netioconf::reports {

// How many scripts or steps got each verdict.
struct Counts {
  std::uint64_t conforms = 0;
  std::uint64_t deviates = 0;
  std::uint64_t undecided = 0;
  std::uint64_t skipped = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

enum class Origin : std::uint8_t {
  committed,  // a file of the corpus, or one that the caller named
  generated,  // made by a sweep, a property or a fuzzer
};

// A program or a text that repeats a script by itself.
struct Export {
  std::string form;     // as `netioconf export --as` takes it: "c", "gtest", "powershell", "ip"
  std::string text;     // empty where this form can't express the script
  std::string why_not;  // what it lacks then

  friend bool operator==(const Export&, const Export&) = default;
};

// A script and what came of it. The trace, the judgement and `lines` are empty for one that conforms. Of
// the generated scripts only the examples of groups are in a report.
struct ScriptResult {
  std::string name;     // "route.lifetimes/preferred_above_valid"
  std::string path;     // as --scripts takes it; empty for a script that is in no file
  std::string comment;  // what the script says of itself
  Origin origin = Origin::committed;
  // The gravest of its steps, skipped probes left out; a script of which nothing was called is skipped.
  oracle::Verdict verdict = oracle::Verdict::conforms;
  Counts steps;              // probes included
  std::vector<bool> probes;  // Step::probe of every step
  std::vector<int> lines;    // of each operation in the file, from 1; empty where it is not known
  oracle::Trace trace;
  oracle::Judgement judgement;
  std::vector<Export> exports;  // beside the script itself, which is always at hand
};

// The findings of one group in one committed script.
struct Occurrence {
  std::string script;
  std::uint64_t findings = 0;

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// Deviations that look like one defect: the same rule or reading, the same call, the same reply.
struct Group {
  std::string rule;
  std::string reading;  // the question that was answered in two ways; empty unless that is the deviation
  oracle::Call call = oracle::Call::create_route;
  std::string observed;  // name of the status, or of the ending: "success", "crashed"
  std::uint64_t findings = 0;
  std::vector<Occurrence> committed;  // sorted by script
  std::uint64_t generated = 0;        // findings in generated scripts
  std::size_t script = 0;             // the shortest script, in Report::scripts
  std::size_t step = 0;               // its step, in the trace
};

// Why steps or whole scripts got no verdict, and how many.
struct Reason {
  std::string why;
  std::uint64_t steps = 0;
  std::uint64_t scripts = 0;

  friend bool operator==(const Reason&, const Reason&) = default;
};

// Who decided so many answers, and why: Reply::decided_by.
struct Decider {
  std::string by;
  std::uint64_t steps = 0;

  friend bool operator==(const Decider&, const Decider&) = default;
};

// The words of the catalogue, so that a report can be read without it.
struct RuleWords {
  std::string id;
  std::string kind;  // "refusal", "effect", "ignored"
  std::string call;  // name of the documented function
  std::string page;
  std::string section;
  std::string says;
  std::string reading;
  std::vector<std::string> mutants;  // that break it, where they are known
};

struct AnswerWords {
  std::string id;
  oracle::Basis basis = oracle::Basis::documented;
  bool windows = false;  // open under the profile `windows`
  std::string source;
};

struct QuestionWords {
  std::string id;
  std::string asks;
  std::vector<AnswerWords> answers;
};

// A deviation that is on the list of an implementation.
struct KnownEntry {
  std::string rule;                   // id of a rule or of a question
  std::string script;                 // name or pattern with * and ?; "*" takes generated scripts, too
  std::string call;                   // name of the documented function
  std::string observed;               // Group::observed
  std::string reason;                 // never empty
  std::string link;                   // where it is tracked
  std::vector<std::string> versions;  // of the implementation, where it was seen
  std::string expires;                // the last day on which the entry holds, YYYY-MM-DD; empty: never
  std::uint64_t seen = 0;             // findings in committed scripts when the list was last updated
  int line = 0;                       // in the list's file, from 1; 0 for an entry that is not in it yet

  friend bool operator==(const KnownEntry&, const KnownEntry&) = default;
};

// A group in one committed script, or in all generated ones, and the entry that covers it.
struct Match {
  std::size_t group = 0;  // in Report::groups
  std::string script;     // empty: the generated scripts
  std::uint64_t findings = 0;
  std::optional<std::size_t> entry;  // in Matched::entries; nullopt: a new deviation
};

enum class Staleness : std::uint8_t {
  gone,     // it no longer happens
  changed,  // something else happens instead
  expired,  // its last day is over
};

struct Stale {
  std::size_t entry = 0;  // in Matched::entries
  Staleness staleness = Staleness::gone;
  std::string why;
};

// The deviations of a run held against the list of known ones.
struct Matched {
  std::string list;  // path of the file
  std::vector<KnownEntry> entries;
  std::vector<Match> matches;  // every group in every place, in the order of the groups
  std::vector<Stale> stale;    // in the order of the entries
};

// How far a campaign had come at one time. Counts are those of the whole campaign up to then.
struct Sample {
  double elapsed_s = 0;
  std::uint64_t executions = 0;
  double rate = 0;             // executions in a second, of late
  std::uint64_t features = 0;  // of coverage, as the fuzzing engine counts them
  std::uint64_t rules_reached = 0;
  std::uint64_t outcomes_reached = 0;  // kinds of input with their outcome
  std::uint64_t findings = 0;          // groups

  friend bool operator==(const Sample&, const Sample&) = default;
};

// What became of a mutant that was searched for.
struct Hunted {
  std::string mutant;
  std::string rule;
  std::string by;                        // what searched: "scripts", "sweep", "properties", "fuzz"
  std::optional<double> caught_after_s;  // nullopt: not caught

  friend bool operator==(const Hunted&, const Hunted&) = default;
};

enum class Strictness : std::uint8_t {
  ordinary,
  strict,  // undecided steps fail, too
};

enum class Extent : std::uint8_t {
  whole,
  partial,  // scripts were left out on purpose
};

// A search beyond the scripts.
struct Searched {
  std::string by;  // "sweep", "properties"
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;
  double seconds = 0;
  std::uint64_t seed = 0;      // 0 for what does without
  std::string scripts_folder;  // where the scripts of what it found are; empty: it found nothing

  friend bool operator==(const Searched&, const Searched&) = default;
};

// Everything that is known after a run. A plain value: equal reports are written equally, byte for byte.
struct Report {
  std::string implementation;  // as --implementation takes it
  oracle::Profile profile = oracle::Profile::documented;
  std::string command;    // repeats the run
  std::string generator;  // repeats generated scripts when --only and their names are put behind it
  std::string program = "netioconf";  // as a shell takes it, in the commands that repeat one finding
  std::string options;                // behind those commands: " --time-limit 300ms"
  std::string version;                // of this program
  Strictness strictness = Strictness::ordinary;
  Extent extent = Extent::whole;
  std::vector<std::string> space;     // of a sweep: what was enumerated, and how much of it was run
  std::vector<ScriptResult> scripts;  // committed ones in the order of the run, then generated examples
  std::vector<Group> groups;          // sorted by rule, reading, call and observed
  Counts steps;                       // of all scripts, also of generated ones
  Counts scripts_count;
  std::vector<Searched> searches;
  std::vector<Reason> undecided;  // most steps first
  std::vector<Reason> skipped;
  std::vector<Decider> deciders;  // where the implementation says who decided; sorted by their words
  std::vector<oracle::Followed> readings;
  oracle::Coverage coverage;
  std::optional<Matched> known;  // where there is a list
  std::vector<Sample> series;    // of a campaign, in the order of time
  std::vector<Hunted> hunted;    // where mutants were searched for
  std::vector<RuleWords> rules;
  std::vector<QuestionWords> questions;
};

enum class Outcome : std::uint8_t {
  conforms,  // known deviations may be among the findings; of a hunt: every mutant was caught
  deviates,  // a deviation that is not known, or a list of known ones that no longer fits
  empty,     // no step got a verdict: nothing can be said
};

[[nodiscard]] Outcome outcome_of(const Report& report);
[[nodiscard]] std::string_view name_of(Outcome outcome);
[[nodiscard]] std::string_view name_of(Origin origin);
[[nodiscard]] std::string_view name_of(Staleness staleness);
[[nodiscard]] std::string_view name_of(oracle::Basis basis);

// The id that a group is known by: of the question where an implementation answered it in two ways,
// otherwise of the rule.
[[nodiscard]] const std::string& id_of(const Group& group);

// The places of a group that no entry covers; all of them where there is no list.
[[nodiscard]] std::uint64_t new_findings(const Report& report, std::size_t group);

// nullptr if the report has no such rule, question or script.
[[nodiscard]] const RuleWords* find_rule_words(const Report& report, std::string_view id);
[[nodiscard]] const QuestionWords* find_question_words(const Report& report, std::string_view id);
[[nodiscard]] const ScriptResult* find_script(const Report& report, std::string_view name);

// What was asked, without the looks at the tables that were put in between.
[[nodiscard]] oracle::Script script_of(const oracle::Trace& trace);

// Whether a report is about mutants and nothing else.
[[nodiscard]] bool is_hunt(const Report& report);
[[nodiscard]] bool all_caught(const Report& report);

}  // namespace netioconf::reports

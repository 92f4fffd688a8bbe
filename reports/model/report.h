#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "oracle/model/trace.h"
#include "oracle/readings/reading.h"
#include "reports/report.pb.h"

// Functions of a Report, the message in report.proto.
namespace netioconf::reports::inline model {

// Increased together with report.proto and comparison.proto.
inline constexpr std::uint32_t report_format = 4;

// The most parts that a run can be divided into.
inline constexpr std::uint32_t shard_count_max = 1'000'000;

// Sets `format`, and derives `new_findings` of the groups and `outcome` from the other members. A
// function that changes a report calls it last.
void settle(Report& report);

// nullopt if the outcome is `empty` or `too_little`: then the run has no result.
[[nodiscard]] std::optional<int> exit_status_of(const Report& report);

// The id of a group: the question if its answers were inconsistent, otherwise the rule.
[[nodiscard]] const std::string& id_of(const Group& group);

// The shortest script of a group, and its step that shows the deviation.
[[nodiscard]] const ScriptResult& shortest_script(const Report& report, const Group& group);
[[nodiscard]] const StepResult& shortest_step(const Report& report, const Group& group);

// nullptr if the report does not contain the rule or question.
[[nodiscard]] const RuleWords* find_rule_words(const Report& report, std::string_view id);
[[nodiscard]] const QuestionWords* find_question_words(const Report& report, std::string_view id);

// Most steps first.
void sort_reasons(google::protobuf::RepeatedPtrField<Reason>& reasons);

// The script of a trace, without the probes that were inserted.
[[nodiscard]] oracle::Script script_of(const oracle::Trace& trace);

// Removes the exports of all scripts but the first of them. They are most of a report, and `netioconf
// export` makes them again.
void omit_exports(Report& report, std::size_t kept = 0);

// Whether a report contains mutants and nothing else.
[[nodiscard]] bool is_mutation_score(const Report& report);

[[nodiscard]] MutantResult mutant_result(std::string_view mutant, std::string_view rule, const char* by,
                                         std::optional<double> caught_after_s);

[[nodiscard]] Profile::Value message_of(oracle::readings::Profile profile);
[[nodiscard]] oracle::readings::Profile profile_of(const Report& report);

}  // namespace netioconf::reports::inline model

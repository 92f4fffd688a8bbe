#pragma once

#include <array>
#include <span>

#include "oracle/readings/choice_enumerator.h"
#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::rules {

// A rule that makes a call fail: its text, its condition, and the status that it promises.
template <class Situation>
struct Refusal {
  Rule rule;
  bool (*applies)(const Situation&);
  std::span<const Status> statuses;  // one, or one for each answer to the question
  readings::ReadingId reading = readings::ReadingId::none;  // the question that it depends on
  std::uint8_t holds_under = 0xff;                          // bit n: it holds under answer n
};

namespace promised {
inline constexpr std::array invalid_parameter = {Status::invalid_parameter};
inline constexpr std::array not_found = {Status::not_found};
inline constexpr std::array not_supported = {Status::not_supported};
inline constexpr std::array object_already_exists = {Status::object_already_exists};
// Indexed by the answers of neither-luid-nor-index, of the two questions about stacks, of
// unknown-link-status, and of missing-entry and missing-route.
inline constexpr std::array no_link_named = {Status::invalid_parameter, Status::file_not_found};
inline constexpr std::array stack_is_missing = {Status::not_supported, Status::not_found};
inline constexpr std::array link_is_missing = {Status::not_found, Status::file_not_found};
inline constexpr std::array entry_is_missing = {Status::not_found,
                                                Status::invalid_parameter,
                                                Status::file_not_found,
                                                Status::not_supported,
                                                Status::object_already_exists,
                                                Status::invalid_handle,
                                                Status::access_denied,
                                                Status::other};
// Indexed by the answers of family-mismatch; the last one is not a refusal.
inline constexpr std::array families_differ = {Status::invalid_parameter, Status::not_supported,
                                               Status::success};
}  // namespace promised

[[nodiscard]] consteval Rule refusal_rule(std::string_view id, Call call, Citation source,
                                          std::string_view says, std::string_view reading = "") {
  return {id, call, Kind::refusal, source, says, reading};
}

// No document specifies an order of checks. Each rule that applies adds its status to the allowed set
// and removes success. The order of the rules has no influence.
template <class Situation>
void weigh(std::span<const Refusal<Situation>> refusals, const Situation& situation,
           state::StepOutcome& outcome) {
  for (const Refusal<Situation>& refusal : refusals) {
    if (!refusal.applies(situation)) continue;
    std::uint8_t answer = 0;
    if (refusal.reading != readings::ReadingId::none)
      answer = situation.choices.ask(readings::instance_of(refusal.reading, situation.call));
    if ((refusal.holds_under >> answer & 1) == 0) continue;
    outcome.because.push_back(&refusal.rule);
    const Status status = refusal.statuses.size() == 1 ? refusal.statuses[0] : refusal.statuses[answer];
    outcome.allowed.insert(status);
    // "other" stands for any other failure, which includes one that the documents name.
    if (status == Status::other) outcome.allowed.insert(Status::not_enough_memory);
  }
  if (outcome.because.empty()) outcome.allowed.insert(Status::success);
}

// A value for Refusal::holds_under.
template <class Choice>
[[nodiscard]] consteval std::uint8_t only(Choice answer) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(answer));
}

}  // namespace netioconf::oracle::rules

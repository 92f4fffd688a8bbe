#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/short_list.h"

namespace netioconf::oracle::readings {

enum class Basis : std::uint8_t {
  documented,  // a page allows it
  observed,    // Windows does it although the pages plainly say otherwise
};

// The calls or members for which a question has an answer of its own, because the pages differ between
// them. A single empty string if the question has one answer.
using Subjects = ShortList<std::string_view, 18>;

// An answer to a question that the documents leave open or answer in contradictory ways.
struct Answer {
  std::string_view id;
  Basis basis = Basis::documented;
  std::uint32_t windows = 0;  // bit n is set if the answer is open for subject n under `windows`
  std::string_view
      source;  // pages and sections that allow it, or the observation and how reliable it is
};

// Whether the answer is open for the subject with this position under the profile `windows`.
[[nodiscard]] constexpr bool is_open_on_windows(const Answer& answer, std::size_t subject) {
  return (answer.windows >> subject & 1U) != 0;
}

// A question whose answers change verdicts.
struct Reading {
  std::string_view id;
  std::string_view asks;
  Subjects subjects;
  ShortList<Answer, 8> answers;
};

// In the order of questions.h.
[[nodiscard]] std::span<const Reading> readings();

// The subjects for which the answer is open under `windows`, if these are some of several.
[[nodiscard]] std::vector<std::string_view> some_on_windows(const Reading& question,
                                                            const Answer& answer);
// "" if Windows is known not to give this answer; "windows"; or "windows: next hop, link".
[[nodiscard]] std::string windows_in_words(const Reading& question, const Answer& answer);

// nullptr if there is no such question.
[[nodiscard]] const Reading* find_reading(std::string_view id);

enum class Profile : std::uint8_t {
  documented,  // only answers that the pages allow; where they allow several, all stay open
  windows,     // what Windows is known to do; what is not known stays as documented
};

[[nodiscard]] std::string_view name_of(Profile profile);
[[nodiscard]] std::optional<Profile> find_profile(std::string_view name);

}  // namespace netioconf::oracle::readings

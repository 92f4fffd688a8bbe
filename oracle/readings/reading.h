#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace netioconf::oracle::readings {

enum class Basis : std::uint8_t {
  documented,  // a page allows it
  observed,    // Windows does it although the pages plainly say otherwise
};

// An answer to a question that the documents leave open or answer in contradictory ways.
struct Answer {
  std::string_view id;
  Basis basis;
  bool windows;  // open under the profile `windows`
  std::string_view
      source;  // pages and sections that allow it, or the observation and how reliable it is
};

// A question whose answers change verdicts. If it has several subjects (calls, members), each subject
// has its own answer, because the pages differ between them.
struct Reading {
  std::string_view id;
  std::string_view asks;
  std::span<const std::string_view> subjects;  // a single empty string if there is only one subject
  std::span<const Answer> answers;             // at most 8
};

[[nodiscard]] std::span<const Reading> readings();

// nullptr if there is no such question.
[[nodiscard]] const Reading* find_reading(std::string_view id);

enum class Profile : std::uint8_t {
  documented,  // only answers that the pages allow; where they allow several, all stay open
  windows,     // what Windows is known to do; what is not known stays as documented
};

[[nodiscard]] std::string_view name_of(Profile profile);
[[nodiscard]] std::optional<Profile> find_profile(std::string_view name);

}  // namespace netioconf::oracle::readings

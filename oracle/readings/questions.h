#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "oracle/readings/questions_about_anycasts.h"
#include "oracle/readings/questions_about_arguments.h"
#include "oracle/readings/questions_about_lookups.h"
#include "oracle/readings/questions_about_stored_routes.h"

// Every question, and the numbers of its instances.
namespace netioconf::oracle::readings {

template <std::size_t... sizes>
consteval auto joined(const std::array<const Reading*, sizes>&... lists) {
  std::array<const Reading*, (sizes + ...)> all{};
  auto next = all.begin();
  ((next = std::copy(lists.begin(), lists.end(), next)), ...);
  return all;
}

inline constexpr std::array all_readings =
    joined(questions_about_arguments, questions_about_stored_routes, questions_about_lookups,
           questions_about_anycasts);
inline constexpr std::size_t reading_count = all_readings.size();

// A question together with one of its subjects. Each instance has its own answer.
using ReadingInstance = std::uint8_t;

// The instance of the first subject of each question, and the number of all instances.
inline constexpr auto first_instances = [] {
  std::array<ReadingInstance, reading_count + 1> first{};
  for (std::size_t reading = 0; reading < reading_count; ++reading) {
    const std::size_t next = first[reading] + all_readings[reading]->subjects.size();
    if (next > 0xff) throw "ReadingInstance is too small";
    first[reading + 1] = static_cast<ReadingInstance>(next);
  }
  return first;
}();
inline constexpr std::size_t instance_count = first_instances.back();

template <const auto& question>
inline constexpr std::size_t position_of = [] {
  std::size_t position = 0;
  while (all_readings[position]->id != question.id) ++position;
  return position;
}();

template <const auto& question>
[[nodiscard]] constexpr ReadingInstance instance_of(std::size_t subject = 0) {
  return static_cast<ReadingInstance>(first_instances[position_of<question>] + subject);
}

// For questions with one subject and for questions whose subjects are calls; these must include `call`.
template <const auto& question>
[[nodiscard]] constexpr ReadingInstance instance_of(Call call) {
  static constexpr auto by_call = [] {
    std::array<ReadingInstance, call_count> instances{};
    for (std::size_t subject = 0; subject < question.subjects.size(); ++subject) {
      const std::string_view name = question.subjects[subject];
      for (std::size_t each = 0; each < call_count; ++each) {
        if (name.empty() || name == call_table[each].function)
          instances[each] = instance_of<question>(subject);
      }
    }
    return instances;
  }();
  return by_call[static_cast<std::size_t>(call)];
}

}  // namespace netioconf::oracle::readings

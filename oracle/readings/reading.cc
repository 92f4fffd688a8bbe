#include "oracle/readings/reading.h"

#include <algorithm>
#include <array>

#include "oracle/readings/questions.h"

namespace netioconf::oracle::readings {
namespace {

constexpr auto catalogue = []<std::size_t... position>(std::index_sequence<position...>) consteval {
  return std::array{*all_readings[position]...};
}(std::make_index_sequence<reading_count>{});

}  // namespace

std::span<const Reading> readings() { return catalogue; }

std::vector<std::string_view> some_on_windows(const Reading& question, const Answer& answer) {
  std::vector<std::string_view> subjects;
  for (std::size_t subject = 0; subject < question.subjects.size(); ++subject) {
    if (is_open_on_windows(answer, subject)) subjects.push_back(question.subjects[subject]);
  }
  if (subjects.size() == question.subjects.size()) subjects.clear();
  return subjects;
}

std::string windows_in_words(const Reading& question, const Answer& answer) {
  if (answer.windows == 0) return "";
  std::string words = "windows";
  for (const std::string_view subject : some_on_windows(question, answer))
    words += (words == "windows" ? ": " : ", ") + std::string{subject};
  return words;
}

const Reading* find_reading(std::string_view id) {
  const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                  [id](const Reading& question) { return question.id == id; });
  return found == catalogue.end() ? nullptr : &*found;
}

std::string_view name_of(Profile profile) {
  return profile == Profile::documented ? "documented" : "windows";
}

std::optional<Profile> find_profile(std::string_view name) {
  for (const Profile profile : {Profile::documented, Profile::windows}) {
    if (name_of(profile) == name) return profile;
  }
  return std::nullopt;
}

}  // namespace netioconf::oracle::readings

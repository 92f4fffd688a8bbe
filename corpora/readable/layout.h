#pragma once

#include <string>
#include <vector>

namespace netioconf::corpora::readable {

// A member of a message as text: `metric: 10`, or the name of a message and its members.
struct MemberText {
  std::string text;
  bool is_message = false;
  std::vector<MemberText> members;
};

inline constexpr std::size_t column_count_max = 100;

// Each member begins a line. A message that does not fit in one line has its members on lines of their
// own, with as many numbers in a line as fit.
[[nodiscard]] std::string in_lines(const std::vector<MemberText>& members);

}  // namespace netioconf::corpora::readable

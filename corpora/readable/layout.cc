#include "corpora/readable/layout.h"

#include <cstddef>
#include <string_view>

namespace netioconf::corpora::readable {
namespace {

std::string in_one_line(const MemberText& member) {
  if (!member.is_message) return member.text;
  std::string line = member.text + " {";
  for (const MemberText& inner : member.members) line += " " + in_one_line(inner);
  return line + " }";
}

// The lines of a text, and the line that is not full yet.
class Lines {
 public:
  void add(const MemberText& member, std::size_t depth) {
    std::string line = in_one_line(member);
    if (!member.is_message || fits(line, depth)) return begin(line, depth);
    // A message that consists of one message shares its line: `operations { create_route { row {`.
    std::string opening = member.text + " {";
    std::string closing = "}";
    const MemberText* inner = &member;
    while (inner->members.size() == 1 && inner->members.front().is_message) {
      inner = &inner->members.front();
      opening += " " + inner->text + " {";
      closing += " }";
    }
    begin(opening, depth);
    bool follows_number = false;
    for (const MemberText& one : inner->members) {
      const bool joins = follows_number && !one.is_message && fits(last_ + " " + one.text, 0);
      if (joins) {
        last_ += " " + one.text;
      } else {
        add(one, depth + 1);
      }
      follows_number = !one.is_message;
    }
    begin(closing, depth);
  }

  [[nodiscard]] std::string text() && {
    end();
    return std::move(text_);
  }

 private:
  [[nodiscard]] static bool fits(std::string_view line, std::size_t depth) {
    return 2 * depth + line.size() <= column_count_max;
  }

  void begin(std::string_view line, std::size_t depth) {
    end();
    last_ = std::string(2 * depth, ' ').append(line);
  }

  void end() {
    if (!last_.empty()) text_ += last_ + "\n";
    last_.clear();
  }

  std::string text_;
  std::string last_;
};

}  // namespace

std::string in_lines(const std::vector<MemberText>& members) {
  Lines lines;
  for (const MemberText& member : members) lines.add(member, 0);
  return std::move(lines).text();
}

}  // namespace netioconf::corpora::readable

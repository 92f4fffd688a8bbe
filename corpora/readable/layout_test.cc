#include "corpora/readable/layout.h"

#include <gtest/gtest.h>

#include <string>

namespace netioconf::corpora::readable {
namespace {

MemberText message(std::string name, std::vector<MemberText> members) {
  return {.text = std::move(name), .is_message = true, .members = std::move(members)};
}

MemberText number(std::size_t columns) {
  return {.text = std::string(columns, 'n'), .is_message = false};
}

const std::string x40(40, 'n');

TEST(Lines, HaveOneMemberEachIfItFits) {
  EXPECT_EQ(in_lines({number(3), message("host", {}), message("a", {message("b", {number(2)})})}),
            "nnn\nhost { }\na { b { nn } }\n");
  EXPECT_EQ(in_lines({}), "");
}

TEST(Lines, Have100Columns) {
  EXPECT_EQ(in_lines({message("a", {number(94)})}), "a { " + std::string(94, 'n') + " }\n");
  EXPECT_EQ(in_lines({message("a", {number(95)})}), "a {\n  " + std::string(95, 'n') + "\n}\n");
}

TEST(Lines, HoldAsManyNumbersAsFit) {
  const std::vector<MemberText> numbers{number(40), number(40), number(40)};
  EXPECT_EQ(in_lines({message("a", {message("b", numbers)})}),
            "a { b {\n  " + x40 + " " + x40 + "\n  " + x40 + "\n} }\n");
}

TEST(Lines, HoldOneMessageEach) {
  EXPECT_EQ(in_lines({message("a", {number(40), message("b", {number(40)}), number(40), number(40)})}),
            "a {\n  " + x40 + "\n  b { " + x40 + " }\n  " + x40 + " " + x40 + "\n}\n");
}

TEST(Lines, AreIndentedByDepth) {
  const MemberText wide = message("c", {number(40), number(40), number(40)});
  EXPECT_EQ(in_lines({message("a", {number(1), wide})}),
            "a {\n  n\n  c {\n    " + x40 + " " + x40 + "\n    " + x40 + "\n  }\n}\n");
}

}  // namespace
}  // namespace netioconf::corpora::readable

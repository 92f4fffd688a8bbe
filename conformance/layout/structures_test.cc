#include "conformance/layout/structures.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "corpora/files/temporary_folder.h"

namespace netioconf::conformance::layout {
namespace {

std::string header() {
  return std::regex_replace(corpora::files::content_of("conformance/abi/netioapi.h"),
                            std::regex{R"(/\*[^*]*\*/)"}, "");
}

// The text between the outer braces of a structure of the header.
std::string body_of(std::string_view structure) {
  static const std::string text = header();
  const std::size_t end = text.rfind("\n} ", text.find(fmt::format("}} {}", structure)) + 1);
  const std::size_t begin = text.rfind("typedef ", end);
  return text.substr(begin, end - begin);
}

// The last word of each declaration of a body, without the size of an array.
std::vector<std::string> members_in(const std::string& body) {
  static const std::regex name{R"((\w+)(\[\d+\])?[,;])"};
  std::vector<std::string> names;
  for (auto at = std::sregex_iterator(body.begin(), body.end(), name); at != std::sregex_iterator();
       ++at)
    names.push_back((*at)[1]);
  return names;
}

TEST(Structures, HaveTheMembersOfTheHeaderInTheirOrder) {
  for (const StructureLayout& structure : structures()) {
    if (structure.name == "NET_LUID") continue;  // It has a structure within.
    std::vector<std::string> names;
    for (const MemberLayout& member : structure.members) names.emplace_back(member.name);
    EXPECT_EQ(names, members_in(body_of(structure.name))) << structure.name;
  }
}

TEST(Structures, ComeAfterThoseThatTheyContain) {
  std::vector<std::string_view> names;
  for (const StructureLayout& structure : structures()) names.push_back(structure.name);
  EXPECT_THAT(names, testing::ElementsAre("NET_LUID", "SOCKADDR_IN", "SOCKADDR_IN6", "SOCKADDR_INET",
                                          "IP_ADDRESS_PREFIX", "MIB_IPFORWARD_ROW2",
                                          "MIB_IPFORWARD_TABLE2", "MIB_ANYCASTIPADDRESS_ROW",
                                          "MIB_ANYCASTIPADDRESS_TABLE", "MIB_IPINTERFACE_ROW"));
}

TEST(Structures, HaveNoMemberBeyondTheirEnd) {
  for (const StructureLayout& structure : structures()) {
    std::size_t end = 0;
    for (const MemberLayout& member : structure.members) {
      if (!structure.is_union) {
        EXPECT_GE(member.offset, end) << structure.name << "." << member.name;
      }
      end = std::max(end, member.offset + member.size);
    }
    EXPECT_LE(end, structure.size) << structure.name;
    EXPECT_LT(structure.size - end, structure.alignment) << structure.name;
  }
}

}  // namespace
}  // namespace netioconf::conformance::layout

#include "reports/known/version_range.h"

#include <gtest/gtest.h>

namespace netioconf::reports::known {
namespace {

bool is_in(std::string_view range, std::string_view version) {
  return contains(parse_version_range(range).value(), version);
}

TEST(ARangeOfVersions, IsReadFromTwoVersionsOrOne) {
  EXPECT_EQ(parse_version_range("6.1 to 6.18"), (VersionRange{{6, 1}, {6, 18}}));
  EXPECT_EQ(parse_version_range("8.0"), (VersionRange{{8, 0}, {8, 0}}));
  EXPECT_EQ(parse_version_range("6.18.2 to 6.18"), (VersionRange{{6, 18, 2}, {6, 18}}));
}

TEST(ARangeOfVersions, IsNotTheNameOfABuild) {
  for (const char* text : {"6.18.44-fc-v657", "Wine 8.0", "", "6.", "6..1", "6.1 to", " to 6.1",
                           "6.1 to 6.2 to 6.3", "6.1-6.18", "6.18 to 6.1", "6.1 ", "99999999999"})
    EXPECT_FALSE(parse_version_range(text)) << text;
}

TEST(ARangeOfVersions, ContainsEachBuildOfItsVersions) {
  for (const char* version : {"6.1", "6.1.0-25-amd64", "6.2", "6.18", "6.18.44-fc-v857"})
    EXPECT_TRUE(is_in("6.1 to 6.18", version)) << version;
  for (const char* version : {"6.0.99", "5.10", "6.19", "6.19.1", "7", "6", "", "wine-8.0", "unknown"})
    EXPECT_FALSE(is_in("6.1 to 6.18", version)) << version;
  EXPECT_TRUE(is_in("8.0", "8.0.2"));
  EXPECT_FALSE(is_in("8.0", "8.10")) << "numbers, not letters";
}

TEST(AList, AppliesToTheVersionsOfAllItsEntries) {
  Known known;
  EXPECT_TRUE(applies_to(known, "6.18.44")) << "nothing is observed";
  known.entries.emplace_back().add_versions("6.1 to 6.18");
  known.entries.emplace_back();
  EXPECT_TRUE(applies_to(known, "6.18.44"));
  EXPECT_FALSE(applies_to(known, "6.19"));
  known.entries[0].add_versions("6.19");
  EXPECT_TRUE(applies_to(known, "6.19"));
  known.entries[1].add_versions("6.18");
  EXPECT_FALSE(applies_to(known, "6.19")) << "an entry that was not observed there";
}

TEST(AList, IsUsedWithoutTheEntriesOfOtherVersions) {
  Known known;
  known.entries.emplace_back().add_versions("6.1 to 6.18");
  known.entries.emplace_back();
  EXPECT_EQ(about_version(known, "6.18.44").entries.size(), 2U);
  EXPECT_EQ(about_version(known, "6.19").entries.size(), 1U);
  EXPECT_EQ(about_version(known, "").entries.size(), 2U) << "the version is unknown";
}

TEST(AVersion, IsShortInAList) {
  EXPECT_EQ(short_version("6.18.44-fc-v857"), "6.18");
  EXPECT_EQ(short_version("8.0 (Debian 8.0~repack-4)"), "8.0");
  EXPECT_EQ(short_version("unknown"), "");
}

}  // namespace
}  // namespace netioconf::reports::known

#include "conformance/documents/check_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/documents/sentences.h"
#include "conformance/documents/watch.h"
#include "corpora/files/files.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;

std::vector<documents::Watched> watched() {
  const auto all = documents::watched_sentences();
  EXPECT_TRUE(all) << all.error();
  return all.value_or(std::vector<documents::Watched>{});
}

TEST(WatchedSentences, BelongToRulesAndFindings) {
  for (const documents::Watched& each : watched()) {
    const oracle::Rule* rule = oracle::rules::find_rule(each.id);
    const bool is_finding = std::filesystem::exists("reports/findings/" + each.id + ".md");
    EXPECT_TRUE(rule != nullptr || is_finding) << each.id;
  }
}

TEST(WatchedSentences, CoverMostRules) {
  std::set<std::string_view> ids;
  const auto all = watched();
  for (const documents::Watched& each : all) ids.insert(each.id);
  std::size_t covered = 0;
  std::size_t documented = 0;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    covered += ids.count(rule.id);
    if (rule.source.page != oracle::own_header) ++documented;
  }
  EXPECT_GT(20 * covered, 19 * documented);
}

const std::filesystem::path pages = "../shared/documents";

// The page of that name, cut into sentences.
std::vector<documents::CutSentence> sentences_on(std::string name) {
  for (char& each : name)
    each = each == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
  std::vector<documents::CutSentence> sentences;
  for (const auto& file : std::filesystem::directory_iterator(pages)) {
    std::string stem = file.path().stem().string();
    for (char& each : stem) each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    if (stem == name || stem == "related-" + name)
      sentences = documents::cut(corpora::files::read_file(file.path()).value_or(""));
  }
  return sentences;
}

bool has_word(const std::string& sentence, const std::string& word) {
  return std::regex_search(sentence, std::regex{"\\b" + word + "\\b"});
}

TEST(WatchedSentences, NameTheMemberThatTheRuleIsAboutWhereTheSectionDoes) {
  if (!std::filesystem::is_directory(pages)) GTEST_SKIP() << pages << " does not exist";
  std::map<std::string, std::set<std::uint64_t>> hashes;
  for (const documents::Watched& each : watched()) hashes[each.id].insert(each.hash);
  std::size_t looked_at = 0;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    const auto its = hashes.find(std::string{rule.id});
    const std::string member{rule.says.substr(0, rule.says.find(' '))};
    if (its == hashes.end() || std::isupper(static_cast<unsigned char>(member.front())) == 0) continue;
    bool in_section = false;
    bool in_watched = false;
    for (const documents::CutSentence& sentence : sentences_on(std::string{rule.source.page})) {
      if (sentence.section != rule.source.section || !has_word(sentence.words, member)) continue;
      in_section = true;
      in_watched = in_watched || its->second.contains(documents::hash_of(sentence.words));
    }
    EXPECT_EQ(in_section, in_watched) << rule.id << ": " << rule.says;
    looked_at += in_section ? 1 : 0;
  }
  EXPECT_GT(looked_at, 5U);
}

TEST(WatchedSentences, StandInThePages) {
  if (!std::filesystem::is_directory(pages)) GTEST_SKIP() << pages << " does not exist";
  const Ran ran = run_netioconf({"rules", "--check-documents", pages.string()});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("0 moved, 0 changed, 0 gone, 0 on missing pages"));
}

TEST(WatchedSentences, AreListedAsTheyAreCommitted) {
  if (!std::filesystem::is_directory(pages)) GTEST_SKIP() << pages << " does not exist";
  const Ran ran = run_netioconf({"rules", "--list-sentences", pages.string()});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(corpora::files::read_file("oracle/sentences.tsv").value_or(""),
              testing::EndsWith(ran.out));
}

TEST(CheckingDocuments, ReportsMissingPages) {
  const std::string folder = scratch_folder("pages");
  std::ofstream{folder + "/CreateIpForwardEntry2.md"}
      << "# CreateIpForwardEntry2\n\n## Remarks\n\nNew.\n";
  const Ran ran = run_netioconf({"rules", "--check-documents", folder});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("gone     route.duplicate\n"));
  EXPECT_THAT(ran.out, HasSubstr("no page  anycast.duplicate\n"));
}

TEST(CheckingDocuments, RefusesAFolderWithoutPages) {
  EXPECT_EQ(run_netioconf({"rules", "--check-documents", scratch_folder("empty")}).status, 2);
  EXPECT_EQ(run_netioconf({"rules", "--check-documents", "nowhere"}).status, 2);
  EXPECT_EQ(run_netioconf({"rules", "--list-sentences", "nowhere"}).status, 2);
  EXPECT_EQ(run_netioconf({"rules", "--check-documents", ".", "--only", "R99"}).status, 2);
  EXPECT_EQ(run_netioconf({"rules", "--only", "R1"}).status, 2);
}

}  // namespace
}  // namespace netioconf::conformance::cli

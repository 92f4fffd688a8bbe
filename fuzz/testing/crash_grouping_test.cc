// ClusterFuzz makes one bug of crashes whose states are similar. Two rules must stay two bugs.
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <numeric>
#include <vector>

#include "fuzz/harness/stop.h"
#include "oracle/model/calls.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::fuzz::harness {
namespace {

constexpr std::size_t line_length_max = 80;
constexpr std::size_t equal_lines_that_merge = 2;
constexpr double similarity_that_merges = 0.8;

using Lines = std::vector<std::string>;

// Each number becomes NUMBER, then the line is cut.
std::string normalized(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    const bool is_number = std::isdigit(static_cast<unsigned char>(line[i])) != 0;
    text += is_number ? "NUMBER" : std::string(1, line[i]);
    ++i;
    while (is_number && i < line.size() && std::isdigit(static_cast<unsigned char>(line[i])) != 0) ++i;
  }
  return text.substr(0, line_length_max);
}

// Of two sequences, from the lengths of the best results for their beginnings.
std::size_t equal_in_order(const Lines& one, const Lines& other) {
  std::vector<std::size_t> row(other.size() + 1, 0);
  for (const std::string& line : one) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < other.size(); ++i) {
      const std::size_t here = line == other[i] ? before + 1 : std::max(row[i + 1], row[i]);
      before = row[i + 1];
      row[i + 1] = here;
    }
  }
  return row.back();
}

std::size_t edits_between(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t before = row[0]++;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t here =
          std::min({row[j] + 1, row[j + 1] + 1, before + (one[i] == other[j] ? 0 : 1)});
      before = row[j + 1];
      row[j + 1] = here;
    }
  }
  return row.back();
}

double similarity(std::string_view one, std::string_view other) {
  const auto length = static_cast<double>(one.size() + other.size());
  return length == 0 ? 1 : (length - static_cast<double>(edits_between(one, other))) / length;
}

// What ClusterFuzz's CrashComparer decides about two states.
bool merges(const Lines& one, const Lines& other) {
  if (one == other) return true;
  const auto has_hash = [](const std::string& line) { return line.contains("FuzzerHash="); };
  if (std::ranges::any_of(one, has_hash)) return false;
  if (equal_in_order(one, other) >= equal_lines_that_merge) return true;
  const std::size_t compared = std::min(one.size(), other.size());
  double sum = 0;
  for (std::size_t i = 0; i < compared; ++i) sum += similarity(one[i], other[i]);
  return sum / static_cast<double>(compared) > similarity_that_merges;
}

// The state of a crash at that group: what follows "ASSERTION FAILED: ", then two frames. The names of
// the frames of two rules differ in a number, so the comparison cannot distinguish them.
Lines state_of(const reports::GroupKey& group) {
  constexpr std::string_view before = "ASSERTION FAILED: ";
  const std::string line = first_line(group);
  EXPECT_TRUE(line.starts_with(before)) << line;
  const std::string place = std::to_string(stop_index_of(id_of(group)));
  return {normalized(std::string_view{line}.substr(before.size())),
          normalized("netioconf::fuzz::harness::Deviation<" + place + "ul>::seen"),
          normalized("netioconf::fuzz::harness::Deviation<" + place + "ul>::judged")};
}

std::vector<Lines> states_of_all_rules_and_readings() {
  std::vector<Lines> states;
  for (const oracle::Rule& rule : oracle::rules::rules())
    states.push_back(state_of({.rule = std::string{rule.id}, .observed = "success"}));
  for (const oracle::readings::Reading& reading : oracle::readings::readings()) {
    states.push_back(state_of({.rule = "call.answers-consistently",
                               .reading = std::string{reading.id},
                               .observed = "success"}));
  }
  return states;
}

Lines without_hash(Lines state) {
  for (std::string& line : state) line = line.substr(0, line.find(" FuzzerHash="));
  return state;
}

TEST(CrashGrouping, NeverMergesTwoRulesOrReadings) {
  const std::vector<Lines> states = states_of_all_rules_and_readings();
  ASSERT_GT(states.size(), 100U);
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(merges(states[i], states[j])) << states[i].front() << " and " << states[j].front();
      EXPECT_FALSE(merges(states[j], states[i])) << states[j].front() << " and " << states[i].front();
    }
  }
}

TEST(CrashGrouping, NeverMergesTwoCallsOrRepliesOfARule) {
  const reports::GroupKey group{
      .rule = "route.lifetimes", .call = oracle::Call::create_route, .observed = "success"};
  reports::GroupKey other_call = group;
  other_call.call = oracle::Call::set_route;
  reports::GroupKey other_reply = group;
  other_reply.observed = "not_found";
  EXPECT_FALSE(merges(state_of(group), state_of(other_call)));
  EXPECT_FALSE(merges(state_of(group), state_of(other_reply)));
}

TEST(CrashGrouping, MergesTheSameGroup) {
  const reports::GroupKey group{.rule = "route.lifetimes", .observed = "success"};
  EXPECT_TRUE(merges(state_of(group), state_of(group)));
}

TEST(CrashGrouping, ReadsTheHashOfEachState) {
  for (const Lines& state : states_of_all_rules_and_readings())
    EXPECT_THAT(state.front(), testing::ContainsRegex(" FuzzerHash=[a-p]{8}$"));
}

// Without the hash, ClusterFuzz would merge them: these functions are the comparison that the hash
// avoids.
TEST(CrashGrouping, RestsOnTheHash) {
  const std::vector<Lines> states = states_of_all_rules_and_readings();
  EXPECT_TRUE(merges(without_hash(states[0]), without_hash(states[1])));
}

TEST(CrashComparison, MergesTwoEqualLinesInOrder) {
  EXPECT_TRUE(merges({"a", "parse", "main"}, {"zzzz", "parse", "main"}));
  EXPECT_TRUE(merges({"a", "parse", "main"}, {"parse", "zzzz", "main"}));
  EXPECT_FALSE(merges({"a", "parse", "main"}, {"main", "zzzz", "parse"}));
  EXPECT_FALSE(merges({"aaaa", "bbbb", "main"}, {"cccc", "dddd", "main"}));
}

TEST(CrashComparison, MergesSimilarLines) {
  EXPECT_DOUBLE_EQ(similarity("abcd", "abce"), 7.0 / 8);
  EXPECT_TRUE(merges({"abcd", "efgh", "ijkl"}, {"abce", "efgi", "ijkm"}));
  EXPECT_FALSE(merges({"abcd", "efgh", "ijkl"}, {"xycd", "xygh", "xykl"})) << "0.75 on average";
}

TEST(CrashComparison, ComparesCutLinesWithoutNumbers) {
  EXPECT_EQ(normalized("f<17ul>::g 2"), "f<NUMBERul>::g NUMBER");
  EXPECT_EQ(normalized(std::string(100, 'a')).size(), 80U);
}

}  // namespace
}  // namespace netioconf::fuzz::harness

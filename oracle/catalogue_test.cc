#include <gtest/gtest.h>

#include <set>

#include "oracle/answers.h"
#include "oracle/rule.h"

namespace netioconf::oracle {
namespace {

TEST(Rules, HaveAnIdEach) {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << " twice";
}

TEST(Rules, AreFoundByTheirId) {
  for (const Rule& rule : rules()) EXPECT_EQ(find_rule(rule.id), &rule);
  EXPECT_EQ(find_rule("route.nothing"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
  EXPECT_EQ(find_rule("zzz"), nullptr);
}

TEST(Rules, CiteAPageAndNameOnlyQuestionsThatExist) {
  for (const Rule& rule : rules()) {
    EXPECT_FALSE(rule.source.page.empty() || rule.source.section.empty() || rule.says.empty())
        << rule.id;
    if (!rule.reading.empty()) {
      EXPECT_NE(find_question(rule.reading), nullptr) << rule.id;
    }
  }
}

TEST(Calls, HaveTheNamesOfTheirFunctions) {
  EXPECT_EQ(function_name(Call::initialize_route), "InitializeIpForwardEntry");
  EXPECT_EQ(function_name(Call::cancel_notification), "CancelMibChangeNotify2");
  EXPECT_EQ(function_name(Call::reread_table), "read table again");
}

TEST(Unpromised, SaysWhy) {
  for (const Unpromised& sentence : unpromised())
    EXPECT_FALSE(sentence.says.empty() || sentence.why.empty());
}

TEST(Questions, HaveAtMostEightAnswersAndOneDocumentedOne) {
  for (const Question& question : questions()) {
    EXPECT_LE(question.answers.size(), 8U) << question.id;
    bool documented = false;
    bool on_windows = false;
    for (const Answer& answer : question.answers) {
      documented = documented || answer.basis == Basis::documented;
      on_windows = on_windows || answer.windows;
      EXPECT_FALSE(answer.source.empty()) << question.id;
    }
    EXPECT_TRUE(documented && on_windows) << question.id;
  }
  EXPECT_EQ(find_question("nothing"), nullptr);
}

TEST(Questions, FillTheSlotsExactly) {
  std::size_t slots = 0;
  for (const Question& question : questions()) slots += question.subjects.size();
  EXPECT_EQ(slots, slot_count);
  EXPECT_EQ(questions().size(), topic_count);
}

TEST(Profiles, AreFoundByTheirName) {
  EXPECT_EQ(find_profile("documented"), Profile::documented);
  EXPECT_EQ(find_profile("windows"), Profile::windows);
  EXPECT_EQ(find_profile("Windows"), std::nullopt);
}

}  // namespace
}  // namespace netioconf::oracle

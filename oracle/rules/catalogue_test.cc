#include <gtest/gtest.h>

#include <set>

#include "oracle/model/calls.h"
#include "oracle/readings/questions.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::oracle::rules {
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
      EXPECT_NE(readings::find_reading(rule.reading), nullptr) << rule.id;
    }
  }
}

TEST(Rules, PromiseTheStatusesOfEachAnswerUnderWhichTheyRefuse) {
  const auto promised = [](std::string_view id) { return promised_statuses(*find_rule(id)); };
  StatusSet either{Status::invalid_parameter};
  EXPECT_EQ(promised("route.null-row"), either);
  either.insert(Status::not_supported);
  EXPECT_EQ(promised("route.next-hop-other-family"), either) << "a third answer allows it";
  EXPECT_TRUE(promised("route.takes-effect").empty());
}

TEST(Rules, AreFoundByTheirCallAndPromise) {
  for (const Rule& rule : rules()) {
    EXPECT_EQ(rule.promise.has_value(), rule.kind != Kind::refusal) << rule.id;
    if (rule.promise) {
      EXPECT_EQ(rule_of(rule.call, *rule.promise).id, rule.id);
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
  for (const readings::Reading& question : readings::readings()) {
    EXPECT_LE(question.answers.size(), 8U) << question.id;
    bool documented = false;
    bool on_windows = false;
    for (const readings::Answer& answer : question.answers) {
      documented = documented || answer.basis == readings::Basis::documented;
      on_windows = on_windows || answer.windows;
      EXPECT_FALSE(answer.source.empty()) << question.id;
    }
    EXPECT_TRUE(documented && on_windows) << question.id;
  }
  EXPECT_EQ(readings::find_reading("nothing"), nullptr);
}

TEST(Profiles, AreFoundByTheirName) {
  EXPECT_EQ(readings::find_profile("documented"), readings::Profile::documented);
  EXPECT_EQ(readings::find_profile("windows"), readings::Profile::windows);
  EXPECT_EQ(readings::find_profile("Windows"), std::nullopt);
}

}  // namespace
}  // namespace netioconf::oracle::rules

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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

TEST(Rules, OfEveryPageAreThatACallReturnsAndIsRefusedAsDocumented) {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules()) {
    if (is_promised_by_every_page(rule)) ids.insert(rule.id);
  }
  EXPECT_EQ(ids, (std::set<std::string_view>{"call.returns", "call.refuses-only-as-documented"}));
}

TEST(StatusesOfRules, DependOnTheAnswersForThatCallOnly) {
  const auto open = readings::OpenReadings::open_under(readings::Profile::documented);
  std::size_t differing = 0;
  for (const Rule& rule : rules()) {
    const readings::Reading* question = readings::find_reading(rule.reading);
    if (question == nullptr) continue;
    const auto& subjects = question->subjects;
    const std::string_view function = function_name(rule.call);
    if (std::ranges::find(subjects, function) == subjects.end()) continue;
    const auto first =
        readings::first_instances[static_cast<std::size_t>(question - readings::readings().data())];
    for (std::size_t subject = 0; subject < subjects.size(); ++subject) {
      readings::OpenReadings first_answer = open;
      first_answer.restrict_to(static_cast<readings::ReadingInstance>(first + subject), 1);
      const bool same = statuses_of_rules(rule.call, first_answer) == statuses_of_rules(rule.call, open);
      if (subjects[subject] == function) {
        differing += same ? 0 : 1;
      } else {
        EXPECT_TRUE(same) << rule.id << " for " << subjects[subject];
      }
    }
  }
  EXPECT_GT(differing, 0U);
}

constexpr StatusSet any_failure() {
  using enum Status;
  return any_status(invalid_parameter, not_found, not_supported, object_already_exists, file_not_found,
                    invalid_handle, not_enough_memory, access_denied, other);
}

// The statuses of the refusals that do not promise an invalid parameter, by what follows the dot of
// their ids.
std::map<std::string_view, StatusSet> other_statuses() {
  using enum Status;
  return {{"link-unspecified", any_status(invalid_parameter, file_not_found)},
          {"link-known", any_status(not_found)},
          {"link-routes", any_status(not_supported)},
          {"stack", any_status(not_supported, not_found)},
          {"link-stack", any_status(not_supported, not_found)},
          {"any-stack", any_status(not_supported)},
          {"next-hop-other-family", any_status(invalid_parameter, not_supported)},
          {"duplicate", any_status(object_already_exists)},
          {"duplicate-destination", any_status(object_already_exists)},
          {"missing", any_failure()},
          {"empty", any_status(not_found)}};
}

StatusSet statuses_wanted(const Rule& rule) {
  using enum Status;
  if (rule.id == "best-route.link-unspecified" || rule.id == "route-get.link-unspecified")
    return any_status(invalid_parameter);
  if (rule.id == "anycast.own-unicast") return any_status(object_already_exists, invalid_parameter);
  if (rule.id == "best-route.source") {
    return any_status(invalid_parameter, not_found, not_supported, file_not_found, not_enough_memory,
                      network_unreachable, other);
  }
  if (rule.id == "best-route.missing") {
    StatusSet statuses = any_failure();
    statuses.insert(network_unreachable);
    return statuses;
  }
  if (rule.id == "best-route.link-known" || rule.id == "anycast-get.link-known" ||
      rule.id == "link-metric.link-known") {
    return any_status(not_found, file_not_found);
  }
  const auto statuses = other_statuses();
  const auto found = statuses.find(rule.id.substr(rule.id.find('.') + 1));
  return found == statuses.end() ? any_status(invalid_parameter) : found->second;
}

TEST(Rules, PromiseTheStatusesOfEachAnswerUnderWhichTheyRefuse) {
  for (const Rule& rule : rules()) {
    const bool refuses = rule.kind == Kind::refusal;
    EXPECT_EQ(promised_statuses(rule), refuses ? statuses_wanted(rule) : StatusSet{}) << rule.id;
  }
}

TEST(Rules, AreFoundByTheirCallAndPromise) {
  for (const Rule& rule : rules()) {
    EXPECT_EQ(rule.promise.has_value(), rule.kind != Kind::refusal) << rule.id;
    if (rule.promise) {
      EXPECT_EQ(rule_of(rule.call, *rule.promise).id, rule.id);
    }
  }
  EXPECT_EQ(find_rule(Call::get_link, Promise::age), nullptr);
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
    unsigned on_windows = 0;
    for (const readings::Answer& answer : question.answers) {
      documented = documented || answer.basis == readings::Basis::documented;
      on_windows |= answer.windows;
      EXPECT_FALSE(answer.source.empty()) << question.id;
    }
    EXPECT_TRUE(documented) << question.id;
    EXPECT_EQ(on_windows, (1U << question.subjects.size()) - 1) << question.id;
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

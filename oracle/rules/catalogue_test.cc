#include <gtest/gtest.h>

#include <set>

#include "oracle/readings/open_readings.h"
#include "oracle/rules/catalogue.h"
#include "oracle/state/step_outcome.h"

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

struct Promises {
  std::vector<Call> calls;
  std::vector<std::string_view> promises;
};

// The rules other than refusals that a deviation may be attributed to. The code that finds a deviation
// builds their ids.
std::vector<Promises> promises_besides_refusals() {
  using enum Call;
  return {
      {{create_route, set_route, delete_route, create_anycast, delete_anycast},
       {"takes-effect", "unchanged-on-failure", "exactly-one-change", "row-untouched"}},
      {{create_route, set_route, get_route, delete_route, create_anycast, get_anycast, delete_anycast,
        best_route, get_link},
       {"luid-first"}},
      {{create_route, set_route, get_route, route_table, best_route},
       {"both-identifiers", "key-members", "keeps-members", "metric", "age", "origin"}},
      {{create_anycast, get_anycast, anycast_table}, {"both-identifiers", "scope-id"}},
      {{get_anycast}, {"key-members"}},
      {{route_table, anycast_table}, {"readable", "complete", "only-its-family", "each-entry-once"}},
      {{best_route}, {"existing-route", "link", "leads-there", "longest-prefix", "complete-metric"}},
      {{notify_route_change},
       {"one-per-change", "none-for-refused", "initial", "context", "only-its-family"}},
      {{cancel_notification}, {"no-more"}},
      {{get_link}, {"both-identifiers", "family-kept", "metric"}},
      {{free_table}, {"keeps-the-others"}},
      {{initialize_route}, {"members"}},
  };
}

TEST(TheCatalogue, HasExactlyThePromisesThatADeviationMayBeAttributedTo) {
  std::set<std::string> promised = {"call.returns", "call.stays-in-row",
                                    "call.refuses-only-as-documented"};
  for (const auto& [calls, promises] : promises_besides_refusals()) {
    for (const Call call : calls) {
      for (const std::string_view promise : promises) promised.insert(state::rule_id(call, promise));
    }
  }
  std::set<std::string> in_the_catalogue;
  for (const Rule& rule : rules()) {
    if (rule.kind != Kind::refusal) in_the_catalogue.emplace(rule.id);
  }
  EXPECT_EQ(in_the_catalogue, promised);
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

TEST(Questions, FillTheInstancesExactly) {
  std::size_t instances = 0;
  for (const readings::Reading& question : readings::readings()) instances += question.subjects.size();
  EXPECT_EQ(instances, readings::instance_count);
  EXPECT_EQ(readings::readings().size(), readings::reading_count);
}

TEST(Profiles, AreFoundByTheirName) {
  EXPECT_EQ(readings::find_profile("documented"), readings::Profile::documented);
  EXPECT_EQ(readings::find_profile("windows"), readings::Profile::windows);
  EXPECT_EQ(readings::find_profile("Windows"), std::nullopt);
}

}  // namespace
}  // namespace netioconf::oracle::rules

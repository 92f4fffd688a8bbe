#include "oracle/readings/open_readings.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "oracle/engine/reading_evidence.h"

namespace netioconf::oracle::readings {
namespace {

constexpr ReadingInstance first = 0;
constexpr ReadingInstance second = 1;

OpenReadings product(std::uint8_t in_first, std::uint8_t in_second) {
  OpenReadings answers;
  answers.restrict_to(first, in_first);
  answers.restrict_to(second, in_second);
  return answers;
}

// All complete sets of answers that the products contain, for two instances with two answers each.
std::vector<bool> cells(const std::vector<OpenReadings>& products) {
  std::vector<bool> held(4);
  for (const OpenReadings& answers : products) {
    for (unsigned cell = 0; cell < 4; ++cell) {
      const bool in_first = (answers.open(first) >> (cell / 2) & 1) != 0;
      const bool in_second = (answers.open(second) >> (cell % 2) & 1) != 0;
      held[cell] = held[cell] || (in_first && in_second);
    }
  }
  return held;
}

TEST(Instances, AreNumberedByQuestionAndSubject) {
  ReadingInstance next = 0;
  for (std::size_t reading = 0; reading < reading_count; ++reading) {
    for (std::size_t subject = 0; subject < readings()[reading].subjects.size(); ++subject) {
      EXPECT_EQ(first_instances[reading] + subject, next);
      EXPECT_EQ(name_of_instance(next).question, &readings()[reading]);
      EXPECT_EQ(name_of_instance(next).subject, subject);
      ++next;
    }
  }
}

TEST(Instances, AreFoundByTheCallThatIsTheSubject) {
  EXPECT_EQ(instance_of<missing_entry>(Call::get_anycast), instance_of<missing_entry>(3));
  EXPECT_EQ(instance_of<empty_table>(Call::anycast_table), instance_of<empty_table>(1));
  EXPECT_EQ(instance_of<host_bits>(Call::create_route), instance_of<host_bits>());
}

TEST(TheProfiles, OpenWhatTheyAllow) {
  const ReadingInstance empty = instance_of<empty_table>(Call::route_table);
  const ReadingInstance duplicate = instance_of<duplicate_key>();
  EXPECT_EQ(OpenReadings::open_under(Profile::documented).open(empty), 0b01);
  EXPECT_EQ(OpenReadings::open_under(Profile::windows).open(empty), 0b11);
  EXPECT_EQ(OpenReadings::open_under(Profile::windows).open(empty + 1), 0b10) << "of anycasts";
  EXPECT_EQ(OpenReadings::open_under(Profile::documented).open(duplicate), 0b11);
  EXPECT_EQ(OpenReadings::open_under(Profile::windows).open(duplicate), 0b01);
  EXPECT_EQ(OpenReadings::all().open(empty), 0b11);
}

using AnswerNames = std::set<std::pair<std::string_view, std::string_view>>;

template <class Wanted>
AnswerNames answers_that(Wanted wanted) {
  AnswerNames names;
  for (const Reading& question : readings()) {
    for (const Answer& answer : question.answers) {
      if (wanted(answer)) names.insert({question.id, answer.id});
    }
  }
  return names;
}

TEST(TheProfileOfThePages, RulesOutWhatOnlyWindowsDoes) {
  const AnswerNames expected = {{"empty-table", "success"},
                                {"get-wildcard", "first-match"},
                                {"neither-luid-nor-index", "file-not-found"},
                                {"next-hop-of-family-0", "on-link"},
                                {"no-stack-on-the-machine", "not-found"},
                                {"null-best-source", "accepted"}};
  EXPECT_EQ(answers_that([](const Answer& answer) { return answer.basis == Basis::observed; }),
            expected);
}

TEST(TheProfileOfWindows, RulesOutWhatWindowsIsKnownNotToDo) {
  const AnswerNames expected = {{"best-route-without-link", "refused"},
                                {"duplicate-key", "prefix"},
                                {"get-validates-outputs", "refused"},
                                {"host-bits", "kept"},
                                {"host-bits", "kept-but-not-compared"},
                                {"host-bits", "masked"},
                                {"initial-notifications", "once-a-route"},
                                {"link-of-best-source", "any-link"},
                                {"links-of-source", "any-link"},
                                {"loopback-link-next-hop", "refused"},
                                {"missing-entry", "access-denied"},
                                {"missing-entry", "file-not-found"},
                                {"missing-entry", "invalid-handle"},
                                {"missing-entry", "not-supported"},
                                {"missing-entry", "object-already-exists"},
                                {"missing-entry", "other"},
                                {"missing-route", "file-not-found"},
                                {"missing-route", "invalid-parameter"},
                                {"missing-route", "not-found"},
                                {"missing-route", "not-supported"},
                                {"missing-route", "other"},
                                {"own-next-hop", "on-link-in-every-call"},
                                {"site-prefix-sentinel", "refused"},
                                {"unused-metric", "another"}};
  EXPECT_EQ(answers_that([](const Answer& answer) { return answer.windows == 0; }), expected);
}

TEST(Merging, JoinsProductsThatDifferInOneInstance) {
  std::vector<OpenReadings> products = {product(1, 1), product(1, 2), product(2, 3)};
  merge(products);
  EXPECT_EQ(products, std::vector{product(3, 3)});
}

TEST(Merging, KeepsProductsApartThatDifferInTwo) {
  std::vector<OpenReadings> products = {product(1, 1), product(2, 2)};
  merge(products);
  EXPECT_EQ(products.size(), 2U);
}

TEST(Merging, NeverChangesWhatTheProductsContain) {
  std::mt19937 random{1};
  for (int round = 0; round < 500; ++round) {
    std::vector<OpenReadings> products;
    for (auto i = 1 + random() % 6; i != 0; --i) {
      products.push_back(product(static_cast<std::uint8_t>(random() % 3 + 1),
                                 static_cast<std::uint8_t>(random() % 3 + 1)));
    }
    const std::vector<bool> before = cells(products);
    merge(products);
    EXPECT_EQ(cells(products), before);
  }
}

TEST(TheBoundingSet, IsTheSmallestProductThatContainsAll) {
  EXPECT_EQ(bounding_set(std::vector{product(1, 1)}), product(1, 1));
  EXPECT_EQ(bounding_set(std::vector{product(1, 1), product(2, 1)}), product(3, 1));
}

TEST(TheEvidence, NotesEachAnswerThatWasRuledOut) {
  const ReadingInstance instance = instance_of<missing_entry>(Call::get_anycast);
  const OpenReadings before = OpenReadings::all();
  OpenReadings after = before;
  after.restrict_to(instance, 0b11);
  engine::ReadingEvidence evidence_so_far;
  evidence_so_far.note(before, after, "some/script", 3);
  evidence_so_far.note(after, after, "another", 4);
  const Evidence expected{.question = "missing-entry",
                          .subject = "GetAnycastIpAddressEntry",
                          .answer = "not-found or invalid-parameter",
                          .script = "some/script",
                          .step = 3};
  EXPECT_EQ(evidence_so_far.evidence(instance), std::vector{expected});
  EXPECT_TRUE(evidence_so_far.evidence(first).empty());

  const std::vector<Followed> all = engine::followed(after, before, evidence_so_far);
  ASSERT_EQ(all.size(), instance_count);
  EXPECT_TRUE(all[instance].decided);
  EXPECT_EQ(all[instance].answers, (std::vector<std::string>{"not-found", "invalid-parameter"}));
  EXPECT_EQ(all[instance].evidence, std::vector{expected});
  EXPECT_FALSE(all[first].decided);
  EXPECT_EQ(all[first].question, "duplicate-key");
}

}  // namespace
}  // namespace netioconf::oracle::readings

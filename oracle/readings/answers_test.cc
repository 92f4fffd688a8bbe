#include "oracle/readings/answers.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "oracle/engine/ledger.h"

namespace netioconf::oracle::readings {
namespace {

constexpr Slot first = 0;
constexpr Slot second = 1;

Answers box(std::uint8_t in_first, std::uint8_t in_second) {
  Answers answers;
  answers.restrict_to(first, in_first);
  answers.restrict_to(second, in_second);
  return answers;
}

// All complete sets of answers that the boxes contain, for two slots with two answers each.
std::vector<bool> cells(const std::vector<Answers>& boxes) {
  std::vector<bool> held(4);
  for (const Answers& answers : boxes) {
    for (unsigned cell = 0; cell < 4; ++cell) {
      const bool in_first = (answers.open(first) >> (cell / 2) & 1) != 0;
      const bool in_second = (answers.open(second) >> (cell % 2) & 1) != 0;
      held[cell] = held[cell] || (in_first && in_second);
    }
  }
  return held;
}

TEST(Slots, AreNumberedByQuestionAndSubject) {
  Slot next = 0;
  for (std::size_t topic = 0; topic < topic_count; ++topic) {
    for (std::size_t subject = 0; subject < questions()[topic].subjects.size(); ++subject) {
      EXPECT_EQ(slot_of(static_cast<Topic>(topic), subject), next);
      EXPECT_EQ(name_of_slot(next).question, &questions()[topic]);
      EXPECT_EQ(name_of_slot(next).subject, subject);
      ++next;
    }
  }
}

TEST(Slots, AreFoundByTheCallThatIsTheSubject) {
  EXPECT_EQ(slot_of(Topic::missing_entry, Call::get_anycast), slot_of(Topic::missing_entry, 3));
  EXPECT_EQ(slot_of(Topic::empty_table, Call::anycast_table), slot_of(Topic::empty_table, 1));
  EXPECT_EQ(slot_of(Topic::host_bits, Call::create_route), slot_of(Topic::host_bits));
}

TEST(TheProfiles, OpenWhatTheyAllow) {
  const Slot empty = slot_of(Topic::empty_table, Call::route_table);
  const Slot duplicate = slot_of(Topic::duplicate_key);
  EXPECT_EQ(Answers::open_under(Profile::documented).open(empty), 0b01);
  EXPECT_EQ(Answers::open_under(Profile::windows).open(empty), 0b10);
  EXPECT_EQ(Answers::open_under(Profile::documented).open(duplicate), 0b11);
  EXPECT_EQ(Answers::open_under(Profile::windows).open(duplicate), 0b01);
  EXPECT_EQ(Answers::all().open(empty), 0b11);
}

using AnswerNames = std::set<std::pair<std::string_view, std::string_view>>;

template <class Wanted>
AnswerNames answers_that(Wanted wanted) {
  AnswerNames names;
  for (const Question& question : questions()) {
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
                                {"no-stack-on-the-machine", "not-found"}};
  EXPECT_EQ(answers_that([](const Answer& answer) { return answer.basis == Basis::observed; }),
            expected);
}

TEST(TheProfileOfWindows, RulesOutWhatWindowsIsKnownNotToDo) {
  const AnswerNames expected = {{"best-route-without-link", "refused"},
                                {"duplicate-key", "prefix"},
                                {"empty-table", "not-found"},
                                {"get-validates-outputs", "refused"},
                                {"host-bits", "kept"},
                                {"host-bits", "kept-but-not-compared"},
                                {"host-bits", "masked"},
                                {"missing-entry", "access-denied"},
                                {"missing-entry", "file-not-found"},
                                {"missing-entry", "invalid-handle"},
                                {"missing-entry", "not-supported"},
                                {"missing-entry", "object-already-exists"},
                                {"missing-entry", "other"},
                                {"missing-route", "access-denied"},
                                {"missing-route", "invalid-handle"},
                                {"missing-route", "not-supported"},
                                {"missing-route", "object-already-exists"},
                                {"site-prefix-sentinel", "refused"}};
  EXPECT_EQ(answers_that([](const Answer& answer) { return !answer.windows; }), expected);
}

TEST(Merging, JoinsBoxesThatDifferInOneSlot) {
  std::vector<Answers> boxes = {box(1, 1), box(1, 2), box(2, 3)};
  merge(boxes);
  EXPECT_EQ(boxes, std::vector{box(3, 3)});
}

TEST(Merging, KeepsBoxesApartThatDifferInTwo) {
  std::vector<Answers> boxes = {box(1, 1), box(2, 2)};
  merge(boxes);
  EXPECT_EQ(boxes.size(), 2U);
}

TEST(Merging, NeverChangesWhatTheBoxesHold) {
  std::mt19937 random{1};
  for (int round = 0; round < 500; ++round) {
    std::vector<Answers> boxes;
    for (auto i = 1 + random() % 6; i != 0; --i) {
      boxes.push_back(
          box(static_cast<std::uint8_t>(random() % 3 + 1), static_cast<std::uint8_t>(random() % 3 + 1)));
    }
    const std::vector<bool> before = cells(boxes);
    merge(boxes);
    EXPECT_EQ(cells(boxes), before);
  }
}

TEST(TheHull, IsTheSmallestBoxAroundAll) {
  EXPECT_EQ(hull(std::vector{box(1, 1)}), box(1, 1));
  EXPECT_EQ(hull(std::vector{box(1, 1), box(2, 1)}), box(3, 1));
}

TEST(TheLedger, NotesEachAnswerThatWasRuledOut) {
  const Slot slot = slot_of(Topic::missing_entry, Call::get_anycast);
  const Answers before = Answers::all();
  Answers after = before;
  after.restrict_to(slot, 0b11);
  engine::Ledger ledger;
  ledger.note(before, after, "some/script", 3);
  ledger.note(after, after, "another", 4);
  const Evidence expected{.question = "missing-entry",
                          .subject = "GetAnycastIpAddressEntry",
                          .answer = "not-found or invalid-parameter",
                          .script = "some/script",
                          .step = 3};
  EXPECT_EQ(ledger.evidence(slot), std::vector{expected});
  EXPECT_TRUE(ledger.evidence(first).empty());

  const std::vector<Followed> all = engine::followed(after, before, ledger);
  ASSERT_EQ(all.size(), slot_count);
  EXPECT_TRUE(all[slot].decided);
  EXPECT_EQ(all[slot].answers, (std::vector<std::string>{"not-found", "invalid-parameter"}));
  EXPECT_EQ(all[slot].evidence, std::vector{expected});
  EXPECT_FALSE(all[first].decided);
  EXPECT_EQ(all[first].question, "duplicate-key");
}

}  // namespace
}  // namespace netioconf::oracle::readings

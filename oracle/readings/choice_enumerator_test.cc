#include "oracle/readings/choice_enumerator.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace netioconf::oracle::readings {
namespace {

OpenReadings open_only(ReadingInstance instance, std::uint8_t answers) {
  OpenReadings open = OpenReadings::all();
  open.restrict_to(instance, answers);
  return open;
}

TEST(AChoiceEnumerator, GoesEveryWayOnce) {
  const ReadingInstance host_bits_instance = instance_of<host_bits>();
  const ReadingInstance table_instance = instance_of<empty_table>(Call::route_table);
  ChoiceEnumerator choices{OpenReadings::all()};
  std::set<std::tuple<int, int, bool>> ways;
  int count = 0;
  do {
    const int bits = choices.ask(host_bits_instance);
    // Only some answers to the first question lead to the second.
    const int empty = bits < 2 ? choices.ask(table_instance) : -1;
    ways.insert({bits, empty, choices.nondeterministic()});
    ++count;
  } while (choices.next());
  EXPECT_EQ(count, 2 * 2 * 2 + 2 * 2);
  EXPECT_EQ(ways.size(), 12U);
}

TEST(AChoiceEnumerator, GivesTheSameAnswerWithinOneWay) {
  const ReadingInstance instance = instance_of<host_bits>();
  ChoiceEnumerator choices{open_only(instance, 0b1010)};
  EXPECT_EQ(choices.ask(instance), 1);
  EXPECT_EQ(choices.ask(instance), 1);
  EXPECT_TRUE(choices.next());
  EXPECT_EQ(choices.ask(instance), 3);
  EXPECT_EQ(choices.ask<host_bits>(), HostBits::kept_but_not_compared);
  EXPECT_FALSE(choices.next());
}

TEST(AChoiceEnumerator, DoesNotForkAtAQuestionThatIsAnswered) {
  const ReadingInstance instance = instance_of<metric_read_back>();
  ChoiceEnumerator choices{open_only(instance, 0b10)};
  EXPECT_EQ(choices.ask(instance), 1);
  EXPECT_FALSE(choices.next());
}

TEST(AChoiceEnumerator, FindsThatTheAskedQuestionsAreFollowed) {
  const ReadingInstance instance = instance_of<stray_bytes>(3);
  ChoiceEnumerator choices{OpenReadings::all()};
  EXPECT_EQ(choices.answers(), OpenReadings::all());
  (void)choices.ask(instance);
  EXPECT_EQ(choices.answers(), open_only(instance, 0b1));
  (void)choices.next();
  EXPECT_EQ(choices.answers(), OpenReadings::all());
}

TEST(AChoiceEnumerator, LetsThingsHappenAnewEachTime) {
  ChoiceEnumerator choices{OpenReadings::all()};
  std::set<std::pair<bool, bool>> seen;
  do {
    const bool first = choices.nondeterministic();
    seen.insert({first, choices.nondeterministic()});
  } while (choices.next());
  EXPECT_EQ(seen.size(), 4U);
}

TEST(AChoiceEnumerator, RulesOutAnswersWithoutAnotherWay) {
  const ReadingInstance instance = instance_of<host_bits>();
  ChoiceEnumerator choices{open_only(instance, 0b1110)};
  EXPECT_FALSE(choices.has_ruled_out());
  choices.keep(instance, 0b1111);
  EXPECT_FALSE(choices.has_ruled_out()) << "all open answers fit";
  choices.keep(instance, 0b0111);
  EXPECT_TRUE(choices.has_ruled_out());
  EXPECT_EQ(choices.answers().open(instance), 0b0110);
  EXPECT_EQ(choices.ask(instance), 1) << "the open answers are left as a choice";
  EXPECT_TRUE(choices.next());
  EXPECT_FALSE(choices.has_ruled_out()) << "the next way begins anew";
}

TEST(AChoiceEnumerator, KeepsTheAnswersThatFit) {
  const ReadingInstance instance = instance_of<host_bits>();
  ChoiceEnumerator choices{OpenReadings::all()};
  EXPECT_FALSE(choices.keep<host_bits>(0, [](HostBits) { return false; }));
  EXPECT_EQ(choices.answers(), OpenReadings::all());
  EXPECT_TRUE(choices.keep<host_bits>(
      0, [](HostBits bits) { return bits == HostBits::kept || bits == HostBits::refused; }));
  EXPECT_EQ(choices.answers(), open_only(instance, 0b101));
  EXPECT_TRUE(choices.keep<host_bits>(0, [](HostBits bits) { return bits != HostBits::refused; }));
  EXPECT_EQ(choices.answers(), open_only(instance, 0b100));
  EXPECT_FALSE(choices.next());
}

TEST(AChoiceEnumerator, CountsInAWayEach) {
  ChoiceEnumerator choices{OpenReadings::all()};
  std::set<std::pair<std::size_t, std::size_t>> seen;
  do {
    const std::size_t first = choices.one_of(3);
    EXPECT_EQ(choices.one_of(1), 0U);
    seen.insert({first, choices.one_of(32)});
  } while (choices.next());
  EXPECT_EQ(seen.size(), 96U);
}

TEST(AChoiceEnumerator, IsOverAtOnceWhenNothingIsAsked) {
  ChoiceEnumerator choices{OpenReadings::all()};
  EXPECT_FALSE(choices.next());
}

}  // namespace
}  // namespace netioconf::oracle::readings

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

TEST(AChoiceEnumerator, IsOverAtOnceWhenNothingIsAsked) {
  ChoiceEnumerator choices{OpenReadings::all()};
  EXPECT_FALSE(choices.next());
}

}  // namespace
}  // namespace netioconf::oracle::readings

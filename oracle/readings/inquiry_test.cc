#include "oracle/readings/inquiry.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace netioconf::oracle::readings {
namespace {

Answers open_only(Slot slot, std::uint8_t answers) {
  Answers open = Answers::all();
  open.restrict_to(slot, answers);
  return open;
}

TEST(AnInquiry, GoesEveryWayOnce) {
  const Slot host_bits = slot_of(Topic::host_bits);
  const Slot empty_table = slot_of(Topic::empty_table, Call::route_table);
  Inquiry inquiry{Answers::all()};
  std::set<std::tuple<int, int, bool>> ways;
  int count = 0;
  do {
    const int bits = inquiry.ask(host_bits);
    // Only some answers to the first question lead to the second.
    const int empty = bits < 2 ? inquiry.ask(empty_table) : -1;
    ways.insert({bits, empty, inquiry.happens()});
    ++count;
  } while (inquiry.next());
  EXPECT_EQ(count, 2 * 2 * 2 + 2 * 2);
  EXPECT_EQ(ways.size(), 12U);
}

TEST(AnInquiry, GivesTheSameAnswerWithinOneWay) {
  const Slot slot = slot_of(Topic::host_bits);
  Inquiry inquiry{open_only(slot, 0b1010)};
  EXPECT_EQ(inquiry.ask(slot), 1);
  EXPECT_EQ(inquiry.ask(slot), 1);
  EXPECT_TRUE(inquiry.next());
  EXPECT_EQ(inquiry.ask(slot), 3);
  EXPECT_EQ(inquiry.ask<HostBits>(Topic::host_bits), HostBits::kept_but_not_compared);
  EXPECT_FALSE(inquiry.next());
}

TEST(AnInquiry, DoesNotForkAtAQuestionThatIsAnswered) {
  const Slot slot = slot_of(Topic::metric_read_back);
  Inquiry inquiry{open_only(slot, 0b10)};
  EXPECT_EQ(inquiry.ask(slot), 1);
  EXPECT_FALSE(inquiry.next());
}

TEST(AnInquiry, FindsThatTheAskedQuestionsAreFollowed) {
  const Slot slot = slot_of(Topic::stray_bytes, 3);
  Inquiry inquiry{Answers::all()};
  EXPECT_EQ(inquiry.answers(), Answers::all());
  (void)inquiry.ask(slot);
  EXPECT_EQ(inquiry.answers(), open_only(slot, 0b1));
  (void)inquiry.next();
  EXPECT_EQ(inquiry.answers(), Answers::all());
}

TEST(AnInquiry, LetsThingsHappenAnewEachTime) {
  Inquiry inquiry{Answers::all()};
  std::set<std::pair<bool, bool>> seen;
  do {
    const bool first = inquiry.happens();
    seen.insert({first, inquiry.happens()});
  } while (inquiry.next());
  EXPECT_EQ(seen.size(), 4U);
}

TEST(AnInquiry, IsOverAtOnceWhenNothingIsAsked) {
  Inquiry inquiry{Answers::all()};
  EXPECT_FALSE(inquiry.next());
}

}  // namespace
}  // namespace netioconf::oracle::readings

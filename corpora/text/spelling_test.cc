#include "corpora/text/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::corpora::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> similar_to(std::string_view name, const std::vector<std::string>& names) {
  return similar_names(name, names);
}

TEST(SimilarNames, StartWithTheOneOfTheFewestDifferentLetters) {
  EXPECT_THAT(similar_to("metrik", {"destination", "metrics", "metric"}),
              ElementsAre("metric", "metrics"));
}

TEST(SimilarNames, LeaveOutNamesWithTooManyDifferentLetters) {
  EXPECT_THAT(similar_to("gateway", {"host", "operations"}), IsEmpty());
}

TEST(SimilarNames, IncludeAFewLettersMoreOrLess) {
  EXPECT_THAT(similar_to("link", {"links"}), ElementsAre("links"));
  EXPECT_THAT(similar_to("linkss", {"links"}), ElementsAre("links"));
}

TEST(SimilarNames, PreferNamesThatContainTheGivenOne) {
  EXPECT_THAT(similar_to("lifetimes", {"lifelines", "route.lifetimes"}),
              ElementsAre("route.lifetimes", "lifelines"));
}

TEST(SimilarNames, MayJoinTheirWordsInAnotherWay) {
  EXPECT_THAT(similar_to("DestinationPrefix", {"next_hop", "destination_prefix_s"}),
              ElementsAre("destination_prefix_s"));
  EXPECT_THAT(similar_to("NextHop", {"next_hop", "luid"}), ElementsAre("next_hop"));
}

TEST(SimilarNames, AreThreeAtMost) {
  EXPECT_THAT(similar_to("a", {"a4", "a3", "a2", "a1"}), ElementsAre("a1", "a2", "a3"));
}

TEST(SimilarNames, AreNotSoughtForALongText) {
  EXPECT_THAT(similar_to(std::string(129, 'a'), {std::string(129, 'a')}), IsEmpty());
}

TEST(SimilarNames, HaveALetterInCommon) {
  EXPECT_THAT(similar_to("~", {"A1", "R1"}), IsEmpty());
  EXPECT_THAT(similar_to("r", {"A1", "R1"}), ElementsAre("R1"));
}

TEST(ANameSpelledOtherwise, IsFound) {
  const std::vector<std::string> names{"R1", "NextHop", "next-hop"};
  EXPECT_EQ(name_spelled_otherwise("next_hop", names), "NextHop");
  EXPECT_EQ(name_spelled_otherwise("Next hop", names), "NextHop");
  EXPECT_EQ(name_spelled_otherwise("r1", names), "R1");
  EXPECT_EQ(name_spelled_otherwise("r", names), std::nullopt);
}

TEST(SimilarNames, AreListedOnce) {
  EXPECT_THAT(similar_to("metrik", {"metric", "metric"}), ElementsAre("metric"));
}

}  // namespace
}  // namespace netioconf::corpora::text

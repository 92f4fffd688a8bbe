#include "oracle/engine/reading_evidence.h"

#include <gmock/gmock.h>

namespace netioconf::oracle::engine {
namespace {

using testing::Field;
using testing::IsEmpty;

constexpr auto first = readings::instance_of<readings::duplicate_key>();
constexpr auto second = readings::instance_of<readings::metric_read_back>();

// Step 1 of this script leaves only the first answer.
void rule_out(readings::ReadingInstance instance, const std::string& script, ReadingEvidence& evidence) {
  readings::OpenReadings after = readings::OpenReadings::all();
  after.restrict_to(instance, 0b01);
  evidence.note(readings::OpenReadings::all(), after, script, 1);
}

TEST(EvidenceOfAReading, IsTheStepsThatRuledOutAnswers) {
  ReadingEvidence evidence;
  rule_out(first, "a/script", evidence);
  rule_out(first, "another/script", evidence);
  EXPECT_THAT(evidence.evidence(first),
              testing::ElementsAre(Field(&Evidence::script, "a/script"),
                                   Field(&Evidence::script, "another/script")));
  EXPECT_THAT(evidence.evidence(second), IsEmpty());
}

TEST(EvidenceOfAReading, OfACopyStaysAsItIsWhenACopyOfItGetsMore) {
  ReadingEvidence original;
  rule_out(first, "a/script", original);
  const ReadingEvidence copy{original};
  ReadingEvidence again{copy};
  EXPECT_EQ(copy, original);
  EXPECT_EQ(again, copy);
  rule_out(second, "another/script", again);
  EXPECT_EQ(again.evidence(first), original.evidence(first));
  EXPECT_THAT(again.evidence(second), testing::SizeIs(1));
  EXPECT_THAT(copy.evidence(second), IsEmpty());
  EXPECT_NE(again, copy);
}

}  // namespace
}  // namespace netioconf::oracle::engine

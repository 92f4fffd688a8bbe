#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/document/of_report.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::document {
namespace {

using testing::ElementsAre;

TEST(AMutationScore, SaysByWhatHowManyWereCaughtAndWhen) {
  const Document document = document_of(sample_mutation_score());
  EXPECT_EQ(document.verdict, "deviates: 4 of 4 mutants caught by sweep, 1 of 2 by properties");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_THAT(document.tables[0].rows,
              ElementsAre(ElementsAre("sweep", "4", "4", "0.002 s", "3.000 s", "3.000 s"),
                          ElementsAre("properties", "2", "1", "0.500 s", "never", "never")));
}

TEST(AMutationScore, FailsForAMutantThatIsNotCaught) {
  const Document document = document_of(sample_mutation_score());
  ASSERT_EQ(document.groups.at(0).findings.size(), 1U);
  EXPECT_EQ(document.groups[0].findings[0].summary,
            "second-next-hop-refused-in-ipv6 is not caught by properties");
  EXPECT_EQ(document.cases.back().ending, Ending::failed);
  EXPECT_EQ(document.cases.front().ending, Ending::passed);
}

}  // namespace
}  // namespace netioconf::reports::document

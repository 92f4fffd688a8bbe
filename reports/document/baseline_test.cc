#include "reports/document/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/document/of_report.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::document {
namespace {

using testing::ElementsAre;

std::vector<std::string> baselines(const FindingGroup& group) {
  std::vector<std::string> states;
  for (const Finding& finding : group.findings) states.push_back(finding.id + " " + finding.baseline);
  return states;
}

TEST(ADocumentSinceAnEarlierReport, SaysWhatBecameOfEachDeviation) {
  const auto [before, after] = sample_reports();
  const Document document = with_baseline(document_of(after.report), sample_changes());
  ASSERT_EQ(document.groups.size(), 2U);
  EXPECT_THAT(baselines(document.groups[0]),
              ElementsAre("duplicate-key new", "route.lifetimes unchanged", "route.link unchanged",
                          "route.metric updated"));
  EXPECT_THAT(baselines(document.groups[1]), ElementsAre("any.returns absent"));
}

TEST(ADocumentWithoutAnEarlierReport, SaysNothingOfIt) {
  for (const Finding& finding : document_of(sample_report()).groups.at(0).findings)
    EXPECT_EQ(finding.baseline, "");
}

}  // namespace
}  // namespace netioconf::reports::document

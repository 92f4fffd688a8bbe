#include "reports/writers/mutation_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/golden.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using testing::HasSubstr;

TEST(AHunt, IsAReportAboutMutantsAndNothingElse) {
  EXPECT_TRUE(is_mutation_score(sample_hunt()));
  EXPECT_FALSE(is_mutation_score(sample_report())) << "it has mutants, but scripts as well";
  EXPECT_FALSE(is_mutation_score(Report{}));
}

TEST(AHunt, DeviatesWhenAMutantIsNotCaught) {
  Report hunt = sample_hunt();
  EXPECT_EQ(outcome_of(hunt), Outcome::deviates);
  std::erase_if(hunt.hunted, [](const MutantResult& hunted) { return !hunted.caught_after_s; });
  EXPECT_EQ(outcome_of(hunt), Outcome::conforms);
}

TEST(AHunt, SaysByWhatHowManyWereCaughtAndWhen) {
  EXPECT_EQ(mutation_score_verdict(sample_hunt()),
            "4 of 4 mutants caught by sweep, 1 of 2 by properties");
  EXPECT_THAT(mutation_score_markdown(sample_hunt()),
              HasSubstr("| sweep | 4 | 4 | 0.002 s | 3.000 s | 3.000 s |"));
  EXPECT_THAT(mutation_score_markdown(sample_hunt()),
              HasSubstr("| properties | 2 | 1 | 0.500 s | never | never |"));
}

TEST(AHunt, IsWrittenAsItsGoldenFiles) {
  const std::string folder = "reports/golden/hunt/";
  for (const auto& [file, written] : {std::pair{"summary.md", mutation_score_markdown(sample_hunt())},
                                      {"junit.xml", mutation_score_junit(sample_hunt())},
                                      {"results.sarif", mutation_score_sarif(sample_hunt())}})
    EXPECT_EQ(written, golden(folder + file, written)) << file;
}

}  // namespace
}  // namespace netioconf::reports::writers

#include "reports/writers/mutation_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/golden.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using testing::HasSubstr;

TEST(AMutationScore, IsAReportAboutMutantsAndNothingElse) {
  EXPECT_TRUE(is_mutation_score(sample_mutation_score()));
  EXPECT_FALSE(is_mutation_score(sample_report())) << "it has mutants, but scripts as well";
  EXPECT_FALSE(is_mutation_score(Report{}));
}

TEST(AMutationScore, DeviatesWhenAMutantIsNotCaught) {
  Report report = sample_mutation_score();
  EXPECT_EQ(outcome_of(report), Outcome::deviates);
  std::erase_if(report.mutant_results,
                [](const MutantResult& result) { return !result.caught_after_s; });
  EXPECT_EQ(outcome_of(report), Outcome::conforms);
}

TEST(AMutationScore, SaysByWhatHowManyWereCaughtAndWhen) {
  EXPECT_EQ(mutation_score_verdict(sample_mutation_score()),
            "4 of 4 mutants caught by sweep, 1 of 2 by properties");
  EXPECT_THAT(mutation_score_markdown(sample_mutation_score()),
              HasSubstr("| sweep | 4 | 4 | 0.002 s | 3.000 s | 3.000 s |"));
  EXPECT_THAT(mutation_score_markdown(sample_mutation_score()),
              HasSubstr("| properties | 2 | 1 | 0.500 s | never | never |"));
}

TEST(AMutationScore, IsWrittenAsItsGoldenFiles) {
  const std::string folder = "reports/golden/mutation_score/";
  for (const auto& [file, written] :
       {std::pair{"summary.md", mutation_score_markdown(sample_mutation_score())},
        {"junit.xml", mutation_score_junit(sample_mutation_score())},
        {"results.sarif", mutation_score_sarif(sample_mutation_score())}})
    EXPECT_EQ(written, golden(folder + file, written)) << file;
}

}  // namespace
}  // namespace netioconf::reports::writers

#include "conformance/search/mutation_score/score_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/implementations/child/interruption.h"

namespace netioconf::conformance::cli {
namespace {

using reports::MutantResult;
using search::mutation_score::report_mutation_score;
using search::mutation_score::tally_text;
using search::mutation_score::TriedMutants;

nlohmann::json results_in(const std::string& folder) { return cli::report_in(folder)["mutants"]; }

const MutantResult caught = reports::mutant_result("a", "route.a", "sweep", 0.5);
const MutantResult missed = reports::mutant_result("b", "route.b", "sweep", std::nullopt);

TEST(TheMutationScoreReport, SaysByItsStatusWhetherAllWereCaught) {
  EXPECT_EQ(report_mutation_score({}, {{caught}}), 0);
  EXPECT_EQ(report_mutation_score({}, {{caught, missed}}), 1);
}

TEST(TheMutationScoreReport, DoesNotCountAMutantThatWasNotTriedAsCaught) {
  implementations::child::note_interruptions();
  raise(SIGINT);
  const TriedMutants some{.results = {caught, caught}, .untried = 23};
  const std::string out = scratch_folder("interrupted");
  EXPECT_EQ(tally_text(some), "2 of 2 mutants are caught, 23 were not tried (interrupted by SIGINT)");
  EXPECT_EQ(report_mutation_score({.out = out}, some), 2);
  implementations::child::forget_interruptions();
  EXPECT_THAT(cli::content_of(out + "/summary.md"),
              testing::HasSubstr("not finished: interrupted by SIGINT"));
}

TEST(TheMutationScoreReport, KeepsWhatOtherSearchesLeftThere) {
  const std::string out = scratch_folder("mutation_score");
  MutantResult by_properties = missed;
  by_properties.set_by("properties");
  EXPECT_EQ(report_mutation_score({.out = out, .command = "one"}, {{caught, missed}}), 1);
  EXPECT_EQ(report_mutation_score({.out = out, .command = "two"}, {{by_properties}}), 1);
  EXPECT_EQ(results_in(out).size(), 3U);
  EXPECT_EQ(report_mutation_score({.out = out, .command = "one again"}, {{caught}}), 0);
  const auto results = results_in(out);
  ASSERT_EQ(results.size(), 2U);
  EXPECT_EQ(results[0]["by"], "properties");
  EXPECT_FALSE(results[0].contains("caught_after_s"));
  EXPECT_EQ(results[1]["caught_after_s"], 0.5);
  for (const char* file : {"junit.xml", "results.sarif", "summary.md"})
    EXPECT_TRUE(std::filesystem::exists(out + "/" + file)) << file;
}

TEST(TheMutationScoreReport, DoesNotTakeTheFolderOfAnotherReport) {
  const std::string out = scratch_folder("mutation_score");
  ASSERT_EQ(cli::run_netioconf({"check", "--implementation", "emulated", "--scripts",
                                "corpora/scripts/route.lifetimes", "--out", out})
                .status,
            0);
  EXPECT_EQ(report_mutation_score({.out = out}, {{caught}}), 2);
  const cli::Ran ran = cli::run_netioconf({"mutants", "--by", "properties", "--out", out});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "") << "it is refused before the search starts";
}

TEST(Mutants, GetAPageOfWhenEachWasCaught) {
  const std::string out = scratch_folder("mutants");
  const cli::Ran ran = cli::run_netioconf(
      {"mutants", "--by", "scripts", "--scripts", "corpora/scripts/route.lifetimes", "--out", out});
  EXPECT_EQ(ran.status, 1) << "the scripts of one rule do not catch every mutant";
  std::size_t found = 0;
  for (const auto& one : results_in(out)) found += one.contains("caught_after_s") ? 1 : 0;
  EXPECT_GT(found, 5U);
  EXPECT_GT(results_in(out).size(), found);
}

}  // namespace
}  // namespace netioconf::conformance::cli

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/mutants/mutants.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/mutation_score/by_scripts.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "oracle/engine/judge.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;

TEST(TheCommittedScripts, CatchEveryMutantByTheRuleThatItBreaks) {
  const auto scripts = corpora::text::load_scripts(repository::committed_scripts());
  ASSERT_TRUE(scripts.has_value());
  for (const mutants::Mutant& mutant : mutants::mutants()) {
    auto implementation = execution::make_implementation("mutant:" + std::string(mutant.name),
                                                         search::mutation_score::options_for(mutant));
    ASSERT_TRUE(implementation.has_value()) << mutant.name;
    EXPECT_NE(search::mutation_score::first_script_by_rule(**implementation, mutant.rule, *scripts), "")
        << mutant.name;
  }
}

// Which sides of the boundary of a refusal scripts show.
struct Sides {
  bool beyond = false;  // the rule refuses a step
  bool within = false;  // a script makes the call, and the rule refuses no step of it
};

void look_at(const oracle::Rule& rule, const oracle::Judgement& judgement, Sides& sides) {
  bool made = false;
  bool refused = false;
  for (const oracle::Finding& finding : judgement.findings) {
    made = made || finding.call == rule.call;
    refused = refused || std::ranges::find(finding.because, rule.id) != finding.because.end();
  }
  sides.beyond = sides.beyond || refused;
  sides.within = sides.within || (made && !refused);
}

Sides sides_of(const oracle::Rule& rule, execution::Implementation& emulator) {
  const auto scripts = corpora::text::load_scripts(repository::committed_scripts() / rule.id);
  if (!scripts) return {};
  Sides sides;
  for (const corpora::text::LoadedScript& script : *scripts) {
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    look_at(rule, judge.judge(emulator.observe(script.script)), sides);
  }
  return sides;
}

TEST(TheCommittedScripts, AreOnBothSidesOfEveryRefusal) {
  const auto emulator = execution::make_implementation("emulated", {});
  ASSERT_TRUE(emulator.has_value());
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    if (rule.kind != oracle::Kind::refusal) continue;
    const Sides sides = sides_of(rule, **emulator);
    EXPECT_TRUE(sides.beyond) << "no script breaks " << rule.id;
    EXPECT_TRUE(sides.within) << "no script is just within " << rule.id;
  }
}

TEST(TheTableOfMutants, NamesTheScriptThatCatchesEachMutantAndTheMutantsThatNoneCatches) {
  const Ran ran = run_netioconf({"mutants", "--by", "scripts", "--scripts",
                                 (repository::committed_scripts() / "anycast-get.null-row").string()});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("  anycast-get.null-row/"));
  EXPECT_THAT(ran.out, HasSubstr("  NOT CAUGHT\n"));
}

TEST(TheCommittedScripts, AreInTheOneForm) {
  const Ran ran = run_netioconf({"scripts", "lint"});
  EXPECT_EQ(ran.status, 0) << ran.out;
}

TEST(EveryRule, HasTwoMutantsOrMore) {
  std::map<std::string_view, int> mutants_of;
  for (const mutants::Mutant& mutant : mutants::mutants()) {
    EXPECT_NE(oracle::rules::find_rule(mutant.rule), nullptr)
        << mutant.name << " breaks no rule of the oracle";
    ++mutants_of[mutant.rule];
  }
  for (const oracle::Rule& rule : oracle::rules::rules()) EXPECT_GE(mutants_of[rule.id], 2) << rule.id;
}

TEST(EveryRule, IsListedWithItsScripts) {
  const Ran ran = run_netioconf({"rules"});
  EXPECT_EQ(ran.status, 0);
  for (const oracle::Rule& rule : oracle::rules::rules()) EXPECT_THAT(ran.out, HasSubstr(rule.id));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("scripts: \n"))) << "a rule without a script";
}

}  // namespace
}  // namespace netioconf::conformance::cli

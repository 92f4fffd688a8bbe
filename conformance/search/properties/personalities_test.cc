// Random scripts and relations against every personality of the emulator: all must conform.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "conformance/execution/testing/implementation_named.h"
#include "conformance/search/properties/relations/relations.h"
#include "conformance/search/properties/scripts.h"
#include "conformance/search/properties/search.h"
#include "conformance/search/properties/testing/holding.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::search::properties {
namespace {

struct PersonalityCase {
  std::string implementation;
  oracle::readings::Profile profile;
};

const PersonalityCase personality_cases[] = {{"emulated:common", oracle::readings::Profile::documented},
                                             {"emulated:literal", oracle::readings::Profile::documented},
                                             {"emulated:lenient", oracle::readings::Profile::documented},
                                             {"emulated:windows", oracle::readings::Profile::windows}};

std::string name_in_a_test(std::string name) {
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

std::optional<std::string> deviation(const oracle::Trace& trace, const oracle::Judgement& judgement) {
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict != oracle::Verdict::deviates) continue;
    const oracle::Step& step = trace.steps[finding.step];
    std::string words = finding.rule + ": " + oracle::words::describe(step.operation) + " gave " +
                        oracle::words::describe(step.reply, finding.call);
    for (const oracle::Evidence& evidence : finding.contradicts) {
      words += "; " + evidence.question + " = " + evidence.answer + " in " + evidence.script;
    }
    return words;
  }
  return std::nullopt;
}

class EveryPersonality : public testing::TestWithParam<PersonalityCase> {};

TEST_P(EveryPersonality, ConformsWhateverItIsAsked) {
  const auto implementation = execution::implementation_named(GetParam().implementation);
  oracle::engine::Judge judge{GetParam().profile};
  std::size_t number = 0;
  expect_holds(some_script(), [&](oracle::Script script) {
    script.name = "random/" + std::to_string(number++);
    const oracle::Trace trace = implementation->observe(script);
    return deviation(trace, judge.judge(trace));
  });
}

INSTANTIATE_TEST_SUITE_P(Properties, EveryPersonality, testing::ValuesIn(personality_cases),
                         [](const auto& it) { return name_in_a_test(it.param.implementation); });

class EveryRelation : public testing::TestWithParam<std::tuple<PersonalityCase, relations::Relation>> {};

TEST_P(EveryRelation, Holds) {
  const auto& [personality_case, relation] = GetParam();
  const auto implementation = execution::implementation_named(personality_case.implementation);
  std::size_t looked = 0;
  std::deque<oracle::Trace> traces;
  const auto scripts = rc::gen::oneOf(script_about(Theme::routes, some_host()),
                                      script_about(Theme::anycasts, some_host()),
                                      script_about(Theme::best_routes, some_host()));
  const int cases = 150;
  expect_holds(
      scripts,
      [&](const oracle::Script& script) -> std::optional<std::string> {
        traces.clear();
        const auto broken = relation.check(script, [&](const oracle::Script& variant) -> const auto& {
          return traces.emplace_back(implementation->observe(variant));
        });
        if (!traces.empty()) ++looked;
        if (!broken) return std::nullopt;
        return broken->rule + ": " + broken->member + " is " + broken->observed + " instead of " +
               broken->allowed;
      },
      cases);
  EXPECT_GE(looked, cases / 10) << "the relation was checked too rarely";
}

INSTANTIATE_TEST_SUITE_P(Properties, EveryRelation,
                         testing::Combine(testing::ValuesIn(personality_cases),
                                          testing::ValuesIn(relations::relations().begin(),
                                                            relations::relations().end())),
                         [](const auto& it) {
                           return name_in_a_test(std::get<0>(it.param).implementation) + "_" +
                                  std::string(std::get<1>(it.param).name);
                         });

}  // namespace
}  // namespace netioconf::conformance::search::properties

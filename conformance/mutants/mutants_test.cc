#include "conformance/mutants/mutants.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <set>

#include "conformance/emulator/behaviour/personalities.h"

namespace netioconf::conformance::mutants {
namespace {

bool is_kebab_case(std::string_view name) {
  const auto allowed = [](char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  return !name.empty() && name.front() != '-' && name.back() != '-' &&
         std::all_of(name.begin(), name.end(), allowed) && name.find("--") == std::string_view::npos;
}

// The number of members that differ. All members are function pointers of one size.
std::size_t differences(const emulator::Behaviour& left, const emulator::Behaviour& right) {
  constexpr std::size_t members = sizeof(emulator::Behaviour) / sizeof(void (*)());
  std::array<std::array<std::uintptr_t, members>, 2> words{};
  std::memcpy(words[0].data(), &left, sizeof(left));
  std::memcpy(words[1].data(), &right, sizeof(right));
  std::size_t count = 0;
  for (std::size_t i = 0; i < members; ++i) count += words[0][i] != words[1][i];
  return count;
}

TEST(Mutants, ReplaceOneFunctionEach) {
  for (const Mutant& mutant : mutants()) {
    EXPECT_EQ(differences(mutant.make(), emulator::common()), 1U) << mutant.name;
  }
}

TEST(Mutants, AreNamedInKebabCaseWithARuleAndASentence) {
  for (const Mutant& mutant : mutants()) {
    EXPECT_TRUE(is_kebab_case(mutant.name)) << mutant.name;
    EXPECT_NE(mutant.rule.find('.'), std::string_view::npos) << mutant.name;
    EXPECT_FALSE(mutant.wrong.empty()) << mutant.name;
  }
}

TEST(Mutants, AreFoundByTheirNames) {
  for (const Mutant& mutant : mutants()) {
    const auto behaviour = mutant_behaviour(mutant.name);
    ASSERT_TRUE(behaviour) << mutant.name;
    EXPECT_EQ(differences(*behaviour, mutant.make()), 0U) << mutant.name;
  }
}

TEST(Mutants, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Mutant& mutant : mutants()) EXPECT_TRUE(names.insert(mutant.name).second) << mutant.name;
  EXPECT_GE(names.size(), 400U);
}

TEST(Mutants, BreakEveryRuleInTwoWays) {
  std::map<std::string_view, int> ways;
  for (const Mutant& mutant : mutants()) ++ways[mutant.rule];
  for (const auto& [rule, count] : ways) EXPECT_GE(count, 2) << rule;
}

TEST(Mutants, AreNoneOfAnUnknownName) { EXPECT_FALSE(mutant_behaviour("no-such-mutant")); }

}  // namespace
}  // namespace netioconf::conformance::mutants

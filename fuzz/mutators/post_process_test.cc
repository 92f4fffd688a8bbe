#include "fuzz/mutators/post_process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "corpora/codec/codec.h"
#include "fuzz/feedback/judged_input.h"
#include "fuzz/harness/tested_implementation.h"
#include "fuzz/mutators/rng.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz::mutators {
namespace {

using corpora::proto::Script;

Script a_message() { return corpora::codec::encode(a_created_and_deleted_route()); }

Script post_processed(Script message, std::uint32_t seed) {
  post_process(message, seed);
  return message;
}

// Messages as a fuzzer derives them from an empty one: each is the previous one post-processed again.
std::vector<Script> generation(std::size_t count) {
  std::vector<Script> messages(1);
  Rng rng{1};
  while (messages.size() < count) {
    const std::size_t recent = std::min<std::size_t>(messages.size(), 64);
    Script message = messages[messages.size() - 1 - rng.below(recent)];
    if (rng.one_in(16)) message.Clear();
    post_process(message, static_cast<std::uint32_t>(rng.any()));
    messages.push_back(message);
  }
  return messages;
}

TEST(PostProcessing, DependsOnMessageAndSeedAlone) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    EXPECT_EQ(post_processed(a_message(), seed).SerializeAsString(),
              post_processed(a_message(), seed).SerializeAsString());
  }
}

TEST(PostProcessing, LeavesAnyMessageAsItIsForSomeSeeds) {
  Script odd = a_message();
  odd.add_operations();  // without a call: encode() would not write this
  odd.mutable_operations(0)->mutable_create_route()->set_misalignment(8);
  const std::string before = odd.SerializeAsString();
  int left_alone = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    if (post_processed(odd, seed).SerializeAsString() == before) ++left_alone;
  }
  EXPECT_GT(left_alone, 150);
  EXPECT_LT(left_alone, 400);
}

TEST(PostProcessing, GivesScriptsThatAreNotTooLong) {
  Script message;
  for (int i = 0; i < 200; ++i) *message.add_operations() = a_message().operations(0);
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Script result = post_processed(message, seed);
    EXPECT_TRUE(result.operations_size() == 200 ||
                result.operations_size() <= static_cast<int>(post_processed_operation_count_max));
  }
}

TEST(PostProcessing, GivesCanonicalMessages) {
  for (const Script& message : generation(500)) {
    EXPECT_EQ(corpora::codec::encode(corpora::codec::decode(message)).SerializeAsString(),
              message.SerializeAsString());
  }
}

TEST(PostProcessing, NamesLinksThatAreThereButNotAlways) {
  std::size_t there = 0;
  std::size_t all = 0;
  for (const Script& message : generation(2000)) {
    const oracle::Script script = corpora::codec::decode(message);
    for (const oracle::Operation& operation : script.operations) {
      const auto* route = std::get_if<oracle::RouteCall>(&operation);
      if (route == nullptr || !route->row) continue;
      ++all;
      if (oracle::named_link(script.host, route->row->luid, route->row->index) != nullptr) ++there;
    }
  }
  ASSERT_GT(all, 1000U);
  EXPECT_GT(there * 10, all * 5);
  EXPECT_LT(there * 100, all * 95);
}

TEST(PostProcessing, MovesTheClockToTheEndOfALifetime) {
  std::size_t there = 0;
  for (const Script& message : generation(2000)) {
    const oracle::Script script = corpora::codec::decode(message);
    const auto* last = script.operations.empty()
                           ? nullptr
                           : std::get_if<oracle::AdvanceCall>(&script.operations.back());
    const bool ends =
        last != nullptr && std::ranges::any_of(script.operations, [&](const auto& each) {
          const auto* route = std::get_if<oracle::RouteCall>(&each);
          return route != nullptr && route->row && route->row->valid_lifetime_s == last->seconds;
        });
    if (ends) ++there;
  }
  EXPECT_GT(there, 10U);
}

// What post-processing alone achieves, without any feedback.
TEST(PostProcessing, LeadsToMostRulesWithinAFewThousandScripts) {
  auto& implementation = harness::emulated("common");
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  for (const Script& message : generation(6000)) {
    const auto judgement = judge.judge(implementation.observe(corpora::codec::decode(message)));
    ASSERT_TRUE(std::ranges::none_of(judgement.findings, [](const auto& each) {
      return each.verdict == oracle::Verdict::deviates;
    })) << message.ShortDebugString();
  }
  const oracle::coverage::Coverage coverage = judge.coverage();
  std::size_t met = 0;
  std::size_t alone = 0;
  for (const auto& [id, rule] : coverage.rules) {
    if (rule.alone != 0) ++alone;
    if (rule.alone + rule.together != 0) ++met;
  }
  EXPECT_GT(met, 205U);
  EXPECT_GT(alone, 150U);
}

}  // namespace
}  // namespace netioconf::fuzz::mutators

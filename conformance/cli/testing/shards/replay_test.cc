#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "conformance/cli/testing/testing_command.h"
#include "corpora/codec/codec.h"
#include "corpora/text/loader.h"

namespace netioconf::conformance::cli::shards {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

// The inputs that a campaign begins with: scripts in binary form.
class Replay : public testing::Test {
 protected:
  void SetUp() override {
    const auto loaded = corpora::text::load_scripts("corpora/scripts/route.lifetimes");
    ASSERT_TRUE(loaded);
    count_ = loaded->size();
    for (std::size_t i = 0; i < loaded->size(); ++i)
      put(std::to_string(i), corpora::codec::encode((*loaded)[i].script).SerializeAsString());
  }
  void put(const std::string& name, const std::string& content) const {
    std::ofstream(fs::path{folder_} / name, std::ios::binary) << content;
  }
  [[nodiscard]] Ran replay(const std::string& implementation, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"replay", folder_, "--implementation", implementation});
    return run_netioconf(more);
  }

  const std::string folder_ = scratch_folder("replay");
  std::size_t count_ = 0;
};

TEST_F(Replay, JudgesEachInput) {
  const Ran ran = replay("emulated");
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
  EXPECT_THAT(ran.out, AllOf(HasSubstr(std::to_string(count_) + " conform, 0 deviate"),
                             HasSubstr(std::to_string(count_) + " inputs, of which 0 do not decode")));
}

TEST_F(Replay, WritesAShortScriptForEachDeviation) {
  const std::string out = scratch_folder("replayed");
  const Ran ran = replay("mutant:lifetimes-compared-as-signed", {"--out", out});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr(out + "/scripts/route.lifetimes/"));
  EXPECT_EQ(run_netioconf({"check", "--implementation", "mutant:lifetimes-compared-as-signed",
                           "--scripts", out + "/scripts"})
                .status,
            1);
}

TEST_F(Replay, ShowsInputsThatDoNotDecode) {
  put("damaged", "\xff\xff\xff");
  const Ran ran = replay("emulated", {"--verbose"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("1 skipped"), HasSubstr("the input does not decode as a script"),
                             HasSubstr("inputs, of which 1 does not decode to the end")));
}

TEST_F(Replay, IsDividedIntoShards) {
  EXPECT_THAT(replay("emulated", {"--shard", "1/" + std::to_string(count_)}).out,
              HasSubstr("1 conform, 0 deviate"));
}

TEST_F(Replay, CallsAnImplementationInAProcess) {
  EXPECT_EQ(replay("process:" REFERENCE_TESTEE " " NETIOEMU).status, 0);
}

}  // namespace
}  // namespace netioconf::conformance::cli::shards

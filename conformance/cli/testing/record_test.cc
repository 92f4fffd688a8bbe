#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* faulty = "mutant:anycast-unspecified-accepted";
const std::string script = "anycast.unspecified/ipv6";

// Traces to which the list of Linux' known deviations applies: a mutant that deviates as Linux does,
// recorded under the name of Linux, so that the test needs no kernel.
class TracesOfLinux : public testing::Test {
 protected:
  void SetUp() override {
    const std::string path = "corpora/scripts/" + script + ".textproto";
    ASSERT_EQ(run_netioconf({"record", "--implementation", faulty, "--scripts", path, "--out", traces_})
                  .status,
              0);
    const std::string trace = traces_ + "/" + script + ".trace.textproto";
    std::ifstream file{trace};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::size_t at = text.find(faulty);
    ASSERT_NE(at, text.npos);
    std::ofstream{trace} << text.replace(at, std::string_view{faulty}.size(), "linux");
  }

  nlohmann::json second_report(const std::vector<std::string>& more) const {
    const std::string out = scratch_folder("diff");
    std::vector<std::string> arguments = {
        "diff", "--implementation", "emulated", "--implementation", traces_, "--out", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    EXPECT_EQ(run_netioconf(arguments).status, 1);
    std::ifstream file{out + "/report.json"};
    return nlohmann::json::parse(file)["reports"][1];
  }

  std::string traces_ = scratch_folder("traces");
};

TEST_F(TracesOfLinux, AreJudgedWithTheListOfALiveRun) {
  const Ran ran = run_netioconf({"judge", traces_});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("KNOWN     anycast.unspecified"));
  EXPECT_THAT(ran.out, Not(HasSubstr("no such script")))
      << "a script that was not recorded is not reported as missing";
}

TEST_F(TracesOfLinux, AreJudgedWithoutAListOnRequest) {
  const Ran ran = run_netioconf({"judge", traces_, "--known", "none"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  anycast.unspecified"));
  EXPECT_EQ(run_netioconf({"judge", traces_, "--known", "nowhere"}).status, 2);
}

TEST_F(TracesOfLinux, AreComparedWithTheListOfALiveRun) {
  const std::string list = second_report({})["known"]["list"];
  EXPECT_THAT(list, EndsWith("conformance/known/linux.textproto"));
  EXPECT_TRUE(second_report({"--known", "none"})["known"].is_null());
}

}  // namespace
}  // namespace netioconf::conformance::cli

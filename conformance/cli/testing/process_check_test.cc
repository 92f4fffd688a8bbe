#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/execution/implementation.h"
#include "oracle/model/status.h"

// Tests of testees with the whole command. REFERENCE_TESTEE, PYTHON_TESTEE and LYING_TESTEE are
// commands.
namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;

// The specimen of that name, with callbacks from another thread, in process or through a testee.
class Specimen {
 public:
  explicit Specimen(std::string name)
      : path_{std::string{SPECIMENS} + "/lib" + std::move(name) + ".so"} {
    setenv("SPECIMEN", "callbacks=worker", 1);
  }
  Specimen(const Specimen&) = delete;
  Specimen& operator=(const Specimen&) = delete;
  ~Specimen() { unsetenv("SPECIMEN"); }

  [[nodiscard]] std::string in_process() const { return "library:" + path_; }
  [[nodiscard]] std::string behind(const std::string& testee) const {
    return "process:" + testee + " " + path_;
  }

 private:
  std::string path_;
};

TEST(CheckOfAProcess, FindsWithTheTesteeInCWhatItFindsInProcess) {
  const auto in_process = findings_of("library:" NETIOEMU);
  EXPECT_EQ(in_process.at("outcome"), "conforms");
  EXPECT_TRUE(same(findings_of("process:" REFERENCE_TESTEE " " NETIOEMU), in_process));
}

TEST(CheckOfAProcess, FindsWithTheTesteeInPythonWhatItFindsInProcess) {
  const Specimen specimen{"specimen_without_sanitizers"};
  const auto in_process = findings_of(specimen.in_process());
  EXPECT_EQ(in_process.at("outcome"), "conforms");
  EXPECT_TRUE(same(findings_of(specimen.behind(PYTHON_TESTEE)), in_process));
}

// A route over a link with an address, before and after it expires.
oracle::Script script_with_details() {
  oracle::Script script{.name = "test", .host = oracle::plain_host()};
  script.host.links[0].addresses = {{oracle::ipv4(192, 0, 2, 7), 24}};
  oracle::RouteRow row{.luid = oracle::first_luid,
                       .destination = {oracle::ipv4(198, 51, 100, 0), 24},
                       .next_hop = oracle::ipv4(192, 0, 2, 1),
                       .valid_lifetime_s = 60};
  script.operations = {
      oracle::RouteCall{.row = row},
      oracle::BestRouteCall{.luid = oracle::first_luid, .destination = oracle::ipv4(198, 51, 100, 9)},
      oracle::AdvanceCall{.seconds = 61},
      oracle::RouteCall{.call = oracle::Call::get_route, .row = row}};
  return script;
}

TEST(CheckOfAProcess, SetsUpDetailsAndMovesTheClock) {
  const Specimen specimen{"specimen_without_sanitizers"};
  const auto steps_of = [](const std::string& implementation) {
    return execution::make_implementation(implementation, {})
        .value()
        ->observe(script_with_details())
        .steps;
  };
  const auto in_process = steps_of(specimen.in_process());
  ASSERT_EQ(in_process.size(), 5U) << "with the table after the first step";
  EXPECT_EQ(in_process[2].reply.best_source, oracle::ipv4(192, 0, 2, 7));
  EXPECT_EQ(oracle::meaning_of(in_process[4].reply.status), oracle::Status::not_found);
  for (const char* testee : {REFERENCE_TESTEE, PYTHON_TESTEE})
    EXPECT_EQ(steps_of(specimen.behind(testee)), in_process) << testee;
}

class LibraryThatLacksMuch : public testing::TestWithParam<const char*> {};

TEST_P(LibraryThatLacksMuch, GetsTheSameFindingsThroughATestee) {
  const Specimen specimen{GetParam()};
  EXPECT_TRUE(same(findings_of(specimen.behind(REFERENCE_TESTEE)), findings_of(specimen.in_process())));
}

INSTANTIATE_TEST_SUITE_P(Check, LibraryThatLacksMuch,
                         testing::Values("specimen_without_reset", "specimen_without_reset_and_describe",
                                         "specimen_only_create_and_reset"));

TEST(CheckOfAProcess, FindsTheDeviationsOfAMutant) {
  const std::vector<std::pair<std::string, std::string>> mutants = {
      {"lifetimes-compared-as-signed", "route.lifetimes"},
      {"entry-lost-after-success", "route.takes-effect"},
      {"reset-keeps-registrations", "reset.removes-registrations"}};
  for (const auto& [mutant, rule] : mutants) {
    const auto direct = findings_of("mutant:" + mutant, "corpora/scripts/" + rule);
    EXPECT_EQ(direct.at("outcome"), "deviates") << mutant;
    const std::string piped =
        "process:env NETIOEMU_MUTANT=" + mutant + " " REFERENCE_TESTEE " " NETIOEMU_MUTANTS;
    EXPECT_TRUE(same(findings_of(piped, "corpora/scripts/" + rule), direct)) << mutant;
  }
}

TEST(CheckOfAProcess, GoesOnWithAFreshTesteeAfterACrash) {
  const Ran ran = run_netioconf({"check", "--implementation", "process:" LYING_TESTEE " last_words",
                                 "--scripts", "corpora/scripts/call.returns"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  call.returns"));
  EXPECT_THAT(ran.out, HasSubstr("SIGABRT; its last message: assertion failed: route != NULL"));
}

TEST(CheckOfAProcess, CannotRunWithATesteeThatDoesNotAnswer) {
  const Ran ran = run_netioconf(
      {"check", "--implementation", "process:" LYING_TESTEE " hello_hang", "--time-limit", "50ms"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("it does not answer (longer than 200 ms)"));
  EXPECT_EQ(std::ranges::count(ran.error, '\n'), 1) << ran.error;
  EXPECT_EQ(ran.out, "");
}

TEST(CheckOfAProcess, SaysWhatATesteeRefuses) {
  const Ran ran = run_netioconf({"check", "--implementation", "process:" REFERENCE_TESTEE " README.md"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("it refuses: README.md: "));
}

}  // namespace
}  // namespace netioconf::conformance::cli

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "conformance/execution/implementation.h"
#include "conformance/execution/observe.h"
#include "conformance/implementations/process/process_transport.h"
#include "conformance/implementations/process/testing/lying.h"

namespace netioconf::conformance::implementations::process {
namespace {

using oracle::Call;
using oracle::Ending;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Lie {
  std::string name;
  Ending ending;
  std::string detail;     // part of it
  std::size_t step = 2;   // that it is attributed to
  std::size_t steps = 5;  // of the script
};

std::ostream& operator<<(std::ostream& out, const Lie& lie) { return out << lie.name; }

class LieAboutAStep : public Liars, public testing::WithParamInterface<Lie> {};

TEST_P(LieAboutAStep, IsAttributedToThatStep) {
  const Lie& lie = GetParam();
  const bool takes_the_limit =
      lie.ending == Ending::hung || lie.detail.find("500 ms") != std::string::npos;
  const auto transport = liar(lie.name, takes_the_limit ? hurried : unhurried);
  ASSERT_TRUE(transport) << transport.error();
  for (int time = 0; time < 2; ++time) {  // The testee is replaced.
    const auto begin = steady_clock::now();
    const Outcome outcome = (*transport)->run(batch_of(lie.steps));
    EXPECT_LT(steady_clock::now() - begin, unhurried);
    ASSERT_THAT(outcome.refused, IsEmpty());
    ASSERT_THAT(outcome.replies, SizeIs(lie.step + 1));
    for (std::size_t step = 0; step < lie.step; ++step) {
      EXPECT_EQ(outcome.replies[step].ending, Ending::returned);
    }
    EXPECT_EQ(outcome.replies.back().ending, lie.ending);
    EXPECT_THAT(outcome.replies.back().detail, HasSubstr(lie.detail));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Of, LieAboutAStep,
    testing::Values(
        Lie{"crash", Ending::crashed, "SIGABRT"}, Lie{"hang", Ending::hung, "longer than 500 ms"},
        Lie{"hang_deaf", Ending::hung, "longer than 500 ms"},
        Lie{"exit", Ending::exited, "exit status 3"},
        Lie{"close_output", Ending::garbled, "closed its standard output"},
        Lie{"print", Ending::garbled, "\"adding 10.0.0.0/8"},
        Lie{"half_frame", Ending::garbled, "longer than 500 ms, in the middle of a frame"},
        Lie{"drip", Ending::garbled, "longer than 500 ms, in the middle of a frame"},
        Lie{"half_frame_and_exit", Ending::exited, "exit status 4, in the middle of a frame"},
        Lie{"four_gibibytes", Ending::garbled, "a frame of 4294967295 bytes, 1048576 are allowed"},
        Lie{"wrong_step", Ending::garbled, "REPLY for step 3, step 2 is next"},
        Lie{"wrong_request", Ending::garbled, "REPLY in answer to request"},
        Lie{"twice", Ending::garbled, "REPLY for step 2, step 3 is next", 3},
        Lie{"twice", Ending::garbled, "REPLY for step 2, of a script that has no such step", 2, 3},
        Lie{"rows_for_no_table", Ending::garbled, "ROWS for a call that returns no table"},
        Lie{"unknown_kind", Ending::garbled, "a frame of kind 0x4242 instead of REPLY"},
        Lie{"short_reply", Ending::garbled, "REPLY with 100 bytes instead of 184"},
        Lie{"ending", Ending::garbled, "ending 42"}, Lie{"flags", Ending::garbled, "0x8000"},
        Lie{"notifications", Ending::garbled, "counts 7 notifications, 0 were sent"},
        Lie{"caught_crash", Ending::crashed, "access violation reading 0x10"},
        Lie{"last_words", Ending::crashed, "SIGABRT; its last message: assertion failed: route != NULL"},
        Lie{"last_words_of_a_sanitizer", Ending::crashed,
            "SIGABRT; its last message: SUMMARY: double-free in FreeMibTable"},
        Lie{"die_in_reset", Ending::crashed, "SIGABRT, in the reset", 0},
        Lie{"hang_in_reset", Ending::hung, "longer than 500 ms, in the reset", 0},
        Lie{"begun_twice", Ending::garbled, "BEGUN instead of REPLY", 0},
        Lie{"die_after", Ending::crashed, "SIGABRT, after the last step", 4},
        Lie{"no_end", Ending::hung, "longer than 500 ms, after the last step", 4},
        Lie{"early", Ending::garbled, "it wrote without a request", 0},
        Lie{"never_read", Ending::hung, "longer than 500 ms", 0},
        Lie{"never_read", Ending::hung, "does not read its input", 0, 5000},
        Lie{"stop_reading", Ending::hung, "does not read its input", 0, 3000}),
    [](const auto& each) { return each.param.name + "_" + std::to_string(each.param.steps); });

TEST_F(Liars, MayNotTakeTooMuchMemory) {
  constexpr std::uint64_t mib = std::uint64_t{1} << 20U;
  const auto transport = process_transport(
      lying_testee("take_memory"),
      {.time_limit = unhurried, .start_limit = unhurried, .limits = {.memory = 128 * mib}});
  ASSERT_TRUE(transport) << transport.error();
  for (int time = 0; time < 2; ++time) {  // The testee is replaced.
    const Outcome outcome = (*transport)->run(batch_of(5));
    ASSERT_THAT(outcome.replies, SizeIs(3));
    EXPECT_EQ(outcome.replies[2].ending, Ending::crashed);
    EXPECT_EQ(outcome.replies[2].detail, "killed when it took more than 128 MiB of memory");
  }
}

using LiarAboutTables = Liars;

TEST_F(LiarAboutTables, MayHaveAMillionRows) {
  const auto transport = liar("million_rows");
  ASSERT_TRUE(transport) << transport.error();
  const Outcome outcome = (*transport)->run(batch_of(1, table_call()));
  ASSERT_THAT(outcome.replies, SizeIs(1));
  EXPECT_EQ(outcome.replies[0].ending, Ending::returned);
  EXPECT_EQ(outcome.replies[0].table->routes.size(), 1'000'000U);
}

Outcome outcome_of_table(const std::string& lie) {
  const auto transport = liar(lie);
  EXPECT_TRUE(transport) << transport.error();
  return (*transport)->run(batch_of(1, table_call()));
}

TEST_F(LiarAboutTables, IsFoundOut) {
  const std::vector<std::pair<std::string, std::string>> lies = {
      {"count", "REPLY counts 1000000 rows, 0 were sent"},
      {"rows_without_end", "a table of more than 2097152 rows"},
      {"rows_of_other_size", "ROWS with 100 bytes instead of whole rows of 104"}};
  for (const auto& [lie, detail] : lies) {
    const Outcome outcome = outcome_of_table(lie);
    ASSERT_THAT(outcome.replies, SizeIs(1)) << lie;
    EXPECT_EQ(outcome.replies[0].ending, Ending::garbled) << lie;
    EXPECT_THAT(outcome.replies[0].detail, HasSubstr(detail));
  }
}

TEST_F(LiarAboutTables, MayNotTakeLongerWithFramesInBetween) {
  const auto transport = liar("rows_slowly", hurried);
  ASSERT_TRUE(transport) << transport.error();
  const Outcome outcome = (*transport)->run(batch_of(1, table_call()));
  ASSERT_THAT(outcome.replies, SizeIs(1));
  EXPECT_EQ(outcome.replies[0].ending, Ending::hung);
  EXPECT_THAT(outcome.replies[0].detail, testing::StartsWith("longer than 500 ms"));
}

using HonestTestee = Liars;

// Unusual behaviour that the protocol allows.
TEST_F(HonestTestee, IsHeardOut) {
  for (const char* way : {"honest", "slow", "fill_errors", "small_frames"}) {
    const auto transport = liar(way);
    ASSERT_TRUE(transport) << transport.error();
    const Outcome outcome = (*transport)->run(batch_of(7));
    ASSERT_THAT(outcome.replies, SizeIs(7)) << way;
    for (const oracle::Reply& reply : outcome.replies) {
      EXPECT_EQ(reply.ending, Ending::returned) << way << ": " << reply.detail;
    }
  }
}

// It answers while requests are still being sent, and both pipes are too small for the data.
TEST_F(HonestTestee, IsHeardWhileItIsAsked) {
  const auto transport = liar("stream");
  ASSERT_TRUE(transport) << transport.error();
  const Outcome outcome = (*transport)->run(batch_of(1000, table_call()));
  ASSERT_THAT(outcome.replies, SizeIs(1000));
  EXPECT_EQ(outcome.replies.back().ending, Ending::returned) << outcome.replies.back().detail;
}

TEST_F(HonestTestee, MayRefuseAHost) {
  const auto transport = liar("refuse_reset");
  ASSERT_TRUE(transport) << transport.error();
  for (const std::size_t calls : {3U, 4000U}) {  // 4000: before it has read all of them
    EXPECT_EQ((*transport)->run(batch_of(calls)).refused, "no loopback here");
  }
}

TEST_F(HonestTestee, IsAskedAnewForTheHostThatItOffers) {
  auto transport = liar("other_host");
  ASSERT_TRUE(transport) << transport.error();
  const auto implementation = execution::implementation_of("other_host", std::move(*transport));
  oracle::Script script{.name = "test", .host = oracle::plain_host(), .operations = {link_call()}};
  // As it answers GetIpInterfaceEntry.
  script.host.links[0].ipv4_metric = script.host.links[0].ipv6_metric = 0;
  EXPECT_THAT(implementation->observe(script).steps, SizeIs(1));
  script.host.links.push_back({.luid = oracle::second_luid, .index = 2, .ipv4 = true, .ipv6 = true});
  EXPECT_THAT(implementation->observe(script).skipped, HasSubstr("links that this host does not have"));
  script.host.links[1].loopback = true;
  std::swap(script.host.links[0], script.host.links[1]);
  EXPECT_THAT(implementation->observe(script).skipped, HasSubstr("links that this host does not have"));
}

TEST_F(HonestTestee, IsNotAskedWhatItLacks) {
  const auto transport = liar("few_calls");
  ASSERT_TRUE(transport) << transport.error();
  Batch batch = batch_of(3);
  batch.operations[1] = oracle::RouteCall{.call = Call::initialize_route, .row = oracle::RouteRow{}};
  const Outcome outcome = (*transport)->run(batch);
  ASSERT_THAT(outcome.replies, SizeIs(3));
  EXPECT_EQ(outcome.replies[1].ending, Ending::unavailable);
  EXPECT_EQ(outcome.replies[1].detail, "InitializeIpForwardEntry is missing");
  EXPECT_EQ(outcome.replies[2].ending, Ending::returned);
}

Batch batch_with_details(std::size_t count) {
  Batch batch = batch_of(count);
  batch.host.links[0].path_mtu_timeout_ms = 600'000;
  return batch;
}

TEST_F(HonestTestee, NeedNotTakeDetailsOfAHost) {
  const auto transport = liar("honest");
  ASSERT_TRUE(transport) << transport.error();
  EXPECT_EQ((*transport)->run(batch_with_details(3)).refused,
            "the script's host has details that this testee does not take");
  EXPECT_THAT((*transport)->run(batch_of(3)).replies, SizeIs(3));
}

TEST_F(HonestTestee, TakesDetailsInTheFirstPieceOfAScriptOnly) {
  const auto transport = liar("small_frames_with_details");
  ASSERT_TRUE(transport) << transport.error();
  const Outcome outcome = (*transport)->run(batch_with_details(30));
  ASSERT_THAT(outcome.replies, SizeIs(30)) << outcome.refused;
  EXPECT_EQ(outcome.replies.back().ending, Ending::returned) << outcome.replies.back().detail;
}

TEST_F(HonestTestee, NamesItsSystem) {
  const auto transport = liar("honest");
  ASSERT_TRUE(transport) << transport.error();
  EXPECT_EQ((*transport)->system(), "lies");
}

TEST_F(HonestTestee, NeedNotDescribeItsHost) {
  const auto transport = liar("no_reset");
  ASSERT_TRUE(transport) << transport.error();
  EXPECT_FALSE((*transport)->has_reset());
  const auto host = (*transport)->host();
  ASSERT_TRUE(host) << host.error();
  EXPECT_EQ(host->links.size(), 1U);
  EXPECT_EQ(host->links[0].ipv4_metric, 0U) << "the value of GetIpInterfaceEntry";
}

// Misbehaviour between two scripts is reported even if the host is asked for first.
TEST_F(Liars, AnswerInTheNextScriptForWhatTheyDidBetweenTwo) {
  const auto transport = liar("chatty");
  ASSERT_TRUE(transport) << transport.error();
  Batch batch = batch_of(2);
  batch.start = Start::fresh;
  EXPECT_THAT((*transport)->run(batch).replies, SizeIs(2));
  EXPECT_TRUE((*transport)->host());
  const Outcome outcome = (*transport)->run(batch);
  ASSERT_THAT(outcome.replies, SizeIs(1));
  EXPECT_EQ(outcome.replies[0].ending, Ending::garbled);
  EXPECT_EQ(outcome.replies[0].detail, "it wrote without a request, between calls");
}

TEST_F(Liars, MayDieWhenAskedForTheirHost) {
  const auto transport = liar("describe_crash");
  ASSERT_TRUE(transport) << transport.error();
  const auto host = (*transport)->host();
  ASSERT_FALSE(host);
  EXPECT_THAT(host.error(), HasSubstr("it crashed (SIGABRT)"));
}

TEST_F(Liars, MayDescribeAHostOfNoSize) {
  const auto transport = liar("describe_odd_size");
  ASSERT_TRUE(transport) << transport.error();
  EXPECT_THAT((*transport)->host().error(), HasSubstr("HOST with 100 bytes instead of 392 or 2568"));
}

// State letter of a process; Z also if it does not exist.
char state_of(const std::string& pid) {
  std::ifstream file("/proc/" + pid + "/stat");
  std::string number, name;
  char state = 'Z';
  file >> number >> name >> state;
  return state;
}

TEST_F(Liars, TakeTheirGrandchildrenWithThem) {
  for (const char* lie : {"grandchild", "grandchild_of_its_own"}) {
    const auto begin = steady_clock::now();
    std::string detail;
    {
      const auto transport = liar(lie);
      ASSERT_TRUE(transport) << transport.error();
      const Outcome outcome = (*transport)->run(batch_of(5));
      ASSERT_THAT(outcome.replies, SizeIs(3));
      EXPECT_EQ(outcome.replies[2].ending, Ending::exited);
      detail = outcome.replies[2].detail;
      EXPECT_THAT(detail, HasSubstr("exit status 3"));
    }
    EXPECT_LT(steady_clock::now() - begin, unhurried) << "its pipe is still open";
    const std::string pid = detail.substr(detail.rfind(' ') + 1);
    if (std::string{lie} == "grandchild") {
      for (int time = 0; time < 12'000 && state_of(pid) != 'Z'; ++time) usleep(10000);
      EXPECT_EQ(state_of(pid), 'Z');
    } else {
      kill(std::stoi(pid), SIGKILL);  // It left the group, so the transport cannot find it.
    }
  }
}

// The replacement of the testee fails to start. The transport does not try again with each script.
TEST_F(Liars, AreGivenUpWhenTheyDoNotStartAgain) {
  const std::string folder = testing::TempDir() + "/netioconf-once-" + std::to_string(getpid());
  std::filesystem::create_directories(folder);
  const auto transport =
      process_transport("sh -c 'mkdir " + folder + "/once && exec " LYING_TESTEE " crash'",
                        {.time_limit = unhurried, .start_limit = unhurried});
  ASSERT_TRUE(transport) << transport.error();
  EXPECT_THAT((*transport)->run(batch_of(5)).replies, SizeIs(3));
  const std::string why = (*transport)->run(batch_of(5)).refused;
  EXPECT_THAT(why, HasSubstr("it ended (exit status 1"));
  EXPECT_EQ((*transport)->run(batch_of(5)).refused, why);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::process

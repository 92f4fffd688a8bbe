#include "conformance/implementations/isolation/isolate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <filesystem>

#include "conformance/execution/implementation.h"
#include "conformance/execution/observe.h"
#include "conformance/implementations/library/library.h"
#include "conformance/implementations/library/testing/faulty.h"
#include "corpora/files/temporary_folder.h"

namespace netioconf::conformance::implementations::isolation {
namespace {

using library::comes_true;
using library::faulty_library;
using library::isolated;
using library::on_a_route;
using library::ordinary_script;
using library::script_of;
using library::unhurried;
using oracle::Call;
using oracle::Ending;
using oracle::Trace;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator entries{"/proc/self/fd"};
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

bool has_children() { return waitid(P_ALL, 0, nullptr, WEXITED | WNOHANG | WNOWAIT) == 0; }

bool has_ended_children() {
  siginfo_t ended{};
  return waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid != 0;
}

struct Fault {
  std::string name;
  Call call;  // that ends the implementation
  Ending ending;
  std::string detail;  // part of it
};

std::ostream& operator<<(std::ostream& out, const Fault& fault) { return out << fault.name; }

class IsolatedFault : public testing::TestWithParam<Fault> {
 protected:
  // Only tests of the time limit wait for it.
  std::unique_ptr<execution::Implementation> implementation =
      isolated(GetParam().name, GetParam().ending == Ending::hung ? milliseconds{1000} : unhurried);
};

TEST(Isolated, WaitsForNoCallbackIfNoCallCausesOne) {
  auto patient =
      isolated_transport("nothing", [] { return library::load_library_anew(faulty_library("nothing")); },
                         {.time_limit = unhurried, .patience = {.limit = std::chrono::hours{1}}});
  ASSERT_TRUE(patient.has_value()) << patient.error();
  const auto implementation = execution::implementation_of("nothing", *std::move(patient));
  const Trace trace = implementation->observe(script_of(
      {oracle::NotifyCall{}, oracle::RouteCall{.row = {}}, oracle::CollectCall{.at_least = 1}}));
  ASSERT_THAT(trace.steps, testing::Not(IsEmpty()));
  EXPECT_EQ(trace.steps.back().reply.ending, Ending::returned);
}

TEST_P(IsolatedFault, IsAttributedToTheCallThatHasIt) {
  for (int time = 0; time < 2; ++time) {  // The child that ended is replaced.
    const Trace trace = implementation->observe(ordinary_script());
    ASSERT_THAT(trace.skipped, IsEmpty());
    ASSERT_FALSE(trace.steps.empty());
    const oracle::Step& last = trace.steps.back();
    EXPECT_EQ(oracle::call_of(last.operation), GetParam().call);
    EXPECT_EQ(last.reply.ending, GetParam().ending);
    EXPECT_THAT(last.reply.detail, HasSubstr(GetParam().detail));
    for (std::size_t step = 0; step + 1 < trace.steps.size(); ++step) {
      EXPECT_EQ(trace.steps[step].reply.ending, Ending::returned);
    }
  }
}

TEST_P(IsolatedFault, LeavesTheRestToGoOn) {
  (void)implementation->observe(ordinary_script());
  const Trace trace = implementation->observe(
      script_of({oracle::LinkCall{.row = oracle::LinkRow{.family = 2, .luid = oracle::first_luid}}}));
  ASSERT_THAT(trace.steps, SizeIs(1));
  EXPECT_EQ(trace.steps[0].reply.ending, Ending::returned);
  EXPECT_EQ(trace.steps[0].reply.link->metric, 25U);
}

INSTANTIATE_TEST_SUITE_P(
    Of, IsolatedFault,
    testing::Values(Fault{"crash_in_create", Call::create_route, Ending::crashed, "SIGSEGV"},
                    Fault{"abort_in_create", Call::create_route, Ending::crashed, "SIGABRT"},
                    Fault{"overflow_stack", Call::create_route, Ending::crashed, "SIGSEGV"},
                    Fault{"crash_after_fork", Call::create_route, Ending::crashed, "SIGABRT"},
                    Fault{"close_descriptors", Call::create_route, Ending::garbled, "closed"},
                    Fault{"write_to_descriptors", Call::create_route, Ending::garbled,
                          "\"an unexpected line"},
                    Fault{"free_twice", Call::route_table, Ending::crashed, "SIGABRT"},
                    Fault{"crash_in_free", Call::route_table, Ending::crashed, "SIGABRT"},
                    Fault{"hang_in_get", Call::get_route, Ending::hung, "longer than 1 s"},
                    Fault{"exit_in_delete", Call::delete_route, Ending::exited, "exit status 0"},
                    Fault{"leave_in_delete", Call::delete_route, Ending::exited, "exit status 3"}),
    [](const auto& each) { return each.param.name; });

TEST(Isolated, AnswersAsInProcess) {
  auto api = library::load_library(faulty_library("nothing"));
  ASSERT_TRUE(api.has_value()) << api.error();
  const auto in_process =
      execution::implementation_of("in process", in_process_transport(std::move(*api)));
  EXPECT_EQ(isolated("nothing")->observe(ordinary_script()), in_process->observe(ordinary_script()));
}

TEST(Isolated, IgnoresWhatIsPrinted) {
  EXPECT_EQ(isolated("print_in_create")->observe(ordinary_script()),
            isolated("nothing")->observe(ordinary_script()));
}

TEST(Isolated, ToleratesAFork) {
  EXPECT_EQ(isolated("fork_in_create")->observe(ordinary_script()),
            isolated("nothing")->observe(ordinary_script()));
}

TEST(Isolated, TakesACrashBetweenTwoScriptsAsOneOfTheNextCall) {
  const corpora::files::TemporaryFolder scratch;
  const std::filesystem::path crash = scratch.path() / "crash";
  setenv("CRASH_WHEN_THERE", crash.c_str(), 1);
  const auto implementation = isolated("crash_in_background");
  EXPECT_EQ(implementation->observe(script_of({on_a_route(Call::create_route)})).steps.size(), 2U);
  std::filesystem::create_directory(crash);
  ASSERT_TRUE(comes_true(has_ended_children));
  std::filesystem::remove(crash);
  const Trace trace = implementation->observe(script_of({on_a_route(Call::get_route)}));
  ASSERT_THAT(trace.steps, SizeIs(1));
  EXPECT_EQ(trace.steps[0].reply.ending, Ending::crashed);
  EXPECT_EQ(trace.steps[0].reply.detail, "SIGABRT, between calls");
  EXPECT_EQ(trace.steps[0].reply.ended_in, "between calls");
  EXPECT_EQ(implementation->observe(script_of({on_a_route(Call::get_route)})).steps[0].reply.ending,
            Ending::returned);
}

TEST(Isolated, LaysACrashOfResetToTheReset) {
  const Trace trace = isolated("crash_in_reset")->observe(ordinary_script());
  ASSERT_THAT(trace.steps, SizeIs(1));
  EXPECT_EQ(trace.steps[0].reply.ending, Ending::crashed);
  EXPECT_EQ(trace.steps[0].reply.detail, "SIGABRT, in the reset");
  EXPECT_EQ(trace.steps[0].reply.ended_in, "netioconf_reset");
}

TEST(Isolated, LaysACrashWhileATableIsFreedToFreeMibTable) {
  const Trace trace = isolated("crash_in_free")->observe(script_of({oracle::TableCall{}}));
  ASSERT_THAT(trace.steps, SizeIs(1));
  EXPECT_EQ(trace.steps[0].reply.ending, Ending::crashed);
  EXPECT_EQ(trace.steps[0].reply.ended_in, "FreeMibTable");
}

TEST(Isolated, ShowsWhatTheLibrarySaidLast) {
  const Trace trace = isolated("message_in_create")->observe(ordinary_script());
  ASSERT_THAT(trace.steps, SizeIs(1));
  EXPECT_EQ(trace.steps[0].reply.ending, Ending::crashed);
  EXPECT_EQ(trace.steps[0].reply.detail, "SIGABRT; its last message: route table: corrupted");
}

TEST(Isolated, FreesKeptTablesAsAProbe) {
  const Trace trace = isolated("crash_in_free")->observe(script_of({oracle::TableCall{.keep = true}}));
  ASSERT_THAT(trace.steps, SizeIs(2));
  EXPECT_EQ(trace.steps[0].reply.ending, Ending::returned);
  EXPECT_TRUE(trace.steps[1].probe);
  EXPECT_EQ(oracle::call_of(trace.steps[1].operation), Call::free_table);
  EXPECT_EQ(trace.steps[1].reply.ending, Ending::crashed);
}

std::string problem_of(const std::string& path, milliseconds time_limit = unhurried) {
  const auto transport = isolated_transport(path, [path] { return library::load_library(path); },
                                            {.time_limit = time_limit});
  return transport ? "" : transport.error();
}

TEST(Isolated, SaysInOneLineWhatIsWrongWithALibrary) {
  EXPECT_THAT(problem_of(faulty_library("exit_while_loading")),
              HasSubstr("it ended (exit status 4) while it was loaded"));
  EXPECT_THAT(problem_of(faulty_library("hang_while_loading"), milliseconds{300}),
              HasSubstr("it does not answer (longer than 1200 ms) while it was loaded"));
  EXPECT_THAT(problem_of(faulty_library("no_functions")), HasSubstr("exports none"));
  EXPECT_THAT(problem_of("there/is/no/such.so"), HasSubstr("there/is/no/such.so: cannot be loaded"));
}

TEST(Isolated, LeavesNeitherProcessesNorDescriptorsBehind) {
  const std::size_t before = open_descriptors();
  {
    const auto implementation = isolated("abort_in_create");
    implementation->keep_going(true);
    for (int run = 0; run < 200; ++run) {
      ASSERT_EQ(implementation->observe(ordinary_script()).steps.size(), 1U);
    }
  }
  EXPECT_EQ(open_descriptors(), before);
  EXPECT_FALSE(has_children());
}

TEST(Isolated, AnswersTheSameEachTime) {
  const auto implementation = isolated("nothing");
  const Trace first = implementation->observe(ordinary_script());
  ASSERT_FALSE(first.steps.empty());
  for (int run = 0; run < 500; ++run) ASSERT_EQ(implementation->observe(ordinary_script()), first);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::isolation

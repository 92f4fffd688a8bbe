#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "conformance/implementations/process/process_transport.h"
#include "conformance/implementations/process/testing/lying.h"

namespace netioconf::conformance::implementations::process {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::HasSubstr;

struct BadStart {
  std::string command;
  std::string says;
};

class BadHandshake : public Liars, public testing::WithParamInterface<BadStart> {};

TEST_P(BadHandshake, IsOneLine) {
  std::string command = GetParam().command;
  if (command.starts_with("hello")) command = lying_testee(command);
  const auto begin = steady_clock::now();
  const bool takes_the_limit = GetParam().says.find("500 ms") != std::string::npos;
  const milliseconds limit = takes_the_limit ? hurried : unhurried;
  const auto transport = process_transport(command, {.time_limit = limit, .start_limit = limit});
  EXPECT_LT(steady_clock::now() - begin, unhurried);
  ASSERT_FALSE(transport);
  EXPECT_THAT(transport.error(), HasSubstr(GetParam().says));
  EXPECT_THAT(transport.error(), testing::Not(HasSubstr("\n")));
}

INSTANTIATE_TEST_SUITE_P(
    Of, BadHandshake,
    testing::Values(BadStart{"hello_text", "\"Welcome to the testee!"},
                    BadStart{"hello_crash", "it crashed (SIGABRT)"},
                    BadStart{"hello_hang", "it does not answer (longer than 500 ms)"},
                    BadStart{"hello_half", "longer than 500 ms, in the middle of a frame"},
                    BadStart{"hello_close", "closed its standard output"},
                    BadStart{"hello_refused", "it refuses: no adapter named test0"},
                    BadStart{"hello_version", "version 7 of the protocol, this program version 1"},
                    BadStart{"hello_short", "WELCOME with 20 bytes instead of 80"},
                    BadStart{"hello_request", "WELCOME in answer to request 1 instead of 0"},
                    BadStart{"hello_small_frames", "frames of at most 100 bytes"},
                    BadStart{"hello_small_for_details",
                             "frames of at most 2799 bytes, a script of one call has 2800"},
                    BadStart{"hello_no_calls", "none of the documented functions"},
                    BadStart{"hello_only_advance", "none of the documented functions"},
                    BadStart{"/there/is/no/such", "/there/is/no/such: cannot be started: No such file"},
                    BadStart{"/etc/passwd", "cannot be started: Permission denied"},
                    BadStart{"true", "it ended (exit status 0)"},
                    BadStart{"cat README.md", "where a frame should"},
                    BadStart{"cat", "HELLO instead of WELCOME"}, BadStart{"yes", "\"y\\u{A}y"},
                    BadStart{"sh -c 'echo it is broken >&2; exit 9'",
                             "it ended (exit status 9; its last message: it is broken)"},
                    BadStart{"", "no command"}, BadStart{"'x", "a ' is not closed"}));

}  // namespace
}  // namespace netioconf::conformance::implementations::process

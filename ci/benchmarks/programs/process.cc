#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "conformance/implementations/child/piped_process.h"
#include "conformance/implementations/process/commands/spawn.h"
#include "conformance/implementations/process/process_transport.h"
#include "oracle/model/samples.h"
#include "reports/model/exit_status.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

namespace implementations = conformance::implementations;

implementations::Batch script_of_five_calls() {
  using oracle::Call;
  oracle::BestRouteCall best;
  best.destination = oracle::ipv4(10, 1, 2, 3);
  return {.start = implementations::Start::reset,
          .host = oracle::plain_host(),
          .operations = {oracle::RouteCall{.call = Call::create_route, .row = oracle::a_route()},
                         oracle::RouteCall{.call = Call::create_route, .row = oracle::a_route()},
                         oracle::RouteCall{.call = Call::get_route, .row = oracle::a_route()}, best,
                         oracle::RouteCall{.call = Call::delete_route, .row = oracle::a_route()}}};
}

struct Traffic {
  std::size_t in = 0;   // bytes that the testee has read
  std::size_t out = 0;  // bytes that it has written
};

// What the kernel counted for the only child of this process.
Traffic traffic_of_child() {
  Traffic traffic;
  std::string child;
  std::ifstream{fmt::format("/proc/self/task/{}/children", getpid())} >> child;
  std::ifstream counts{"/proc/" + child + "/io"};
  for (std::string name; counts >> name;) {
    std::size_t count = 0;
    counts >> count;
    if (name == "rchar:") traffic.in = count;
    if (name == "wchar:") traffic.out = count;
  }
  return traffic;
}

// All bytes, through a pipe that blocks. False if the other end was closed.
template <class Function, class Byte>
bool pass(Function function, int pipe, std::vector<Byte>& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = function(pipe, bytes.data() + done, bytes.size() - done);
    if (count <= 0) return false;
    done += static_cast<std::size_t>(count);
  }
  return true;
}

// A child that answers so many bytes with so many others, at once.
class Echo {
 public:
  explicit Echo(const Traffic& traffic) : asked_(traffic.in), answered_(traffic.out) {
    if (pipe(to_child_) != 0 || pipe(from_child_) != 0) std::abort();
    if (fork() == 0) {
      close(to_child_[1]);
      while (pass(::read, to_child_[0], asked_) && pass(::write, from_child_[1], answered_)) continue;
      _exit(0);
    }
    close(to_child_[0]);
    close(from_child_[1]);
  }
  Echo(const Echo&) = delete;
  Echo& operator=(const Echo&) = delete;
  ~Echo() {
    close(to_child_[1]);
    close(from_child_[0]);
  }

  void ask() {
    if (!pass(::write, to_child_[1], asked_) || !pass(::read, from_child_[0], answered_)) std::abort();
  }

 private:
  std::vector<char> asked_;
  std::vector<char> answered_;
  int to_child_[2];
  int from_child_[2];
};

}  // namespace

int measure_process(const Options& options) {
  auto transport = implementations::process::process_transport(
      std::vector{options.testee, std::string{"--calls-back-at-once"}, options.tested_library}, {});
  if (!transport) return reports::could_not_run(transport.error());
  const implementations::Batch script = script_of_five_calls();
  (void)(*transport)->run(script);
  const Traffic before = traffic_of_child();
  if (const auto outcome = (*transport)->run(script); outcome.replies.size() != 5)
    return reports::could_not_run("the testee did not answer all calls: " + outcome.refused);
  const Traffic after = traffic_of_child();
  Echo echo{{.in = after.in - before.in, .out = after.out - before.out}};
  const int scripts = options.quick ? 200 : 20'000;
  const Take testee = [&] {
    const double took = seconds_of(wall_s, [&] {
      for (int number = 0; number < scripts; ++number) keep((*transport)->run(script));
    });
    return std::vector<Sample>{{"testee", scripts / took}};
  };
  const Take echoed = [&] {
    const double took = seconds_of(wall_s, [&] {
      for (int number = 0; number < scripts; ++number) echo.ask();
    });
    return std::vector<Sample>{{"echo", scripts / took}};
  };
  in_turn(options.times, {testee, echoed});
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs

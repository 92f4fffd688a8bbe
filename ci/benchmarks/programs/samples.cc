#include "ci/benchmarks/programs/samples.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <cstdio>

namespace netioconf::ci::benchmarks::programs {
namespace {

double seconds_on(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double seconds_in(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

void print(const std::vector<Sample>& samples) {
  for (const Sample& sample : samples) fmt::print("{} {}\n", sample.name, sample.value);
  std::fflush(stdout);
}

void in_turn(unsigned times, const std::vector<Take>& takes) {
  for (unsigned round = 0; round <= times; ++round) {
    for (const Take& take : takes) {
      const std::vector<Sample> samples = take();
      if (round > 0) print(samples);
    }
  }
}

double cpu_s() { return seconds_on(CLOCK_PROCESS_CPUTIME_ID); }

double wall_s() { return seconds_on(CLOCK_MONOTONIC); }

double cpu_of_children_s() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return seconds_in(usage.ru_utime) + seconds_in(usage.ru_stime);
}

}  // namespace netioconf::ci::benchmarks::programs

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace netioconf::ci::benchmarks::programs {

struct Sample {
  std::string name;  // without blanks; the unit is that of the figure that shows it
  double value;
};

// Measures once.
using Take = std::function<std::vector<Sample>()>;

// Takes the samples of each, then again of each, so that a busy moment affects all of them. Prints a
// line for each sample: its name and its value. The samples of a first round are not printed, because
// caches are empty then.
void in_turn(unsigned times, const std::vector<Take>& takes);
void print(const std::vector<Sample>& samples);

// Seconds of processor time of this process, and of a clock.
[[nodiscard]] double cpu_s();
[[nodiscard]] double wall_s();
// The processor time of the children that have ended.
[[nodiscard]] double cpu_of_children_s();

// The seconds that a function takes, by one of these clocks.
template <class Function>
[[nodiscard]] double seconds_of(double (*clock)(), Function function) {
  const double begin = clock();
  function();
  return clock() - begin;
}

// Keeps a compiler from leaving out what computes the value.
template <class Value>
void keep(const Value& value) {
  asm volatile("" : : "m"(value) : "memory");
}

}  // namespace netioconf::ci::benchmarks::programs

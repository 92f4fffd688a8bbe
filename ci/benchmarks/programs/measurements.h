#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

// What must be measured from within a process. Each of these prints samples, as in_turn() does.
namespace netioconf::ci::benchmarks::programs {

struct Options {
  unsigned times = 5;            // how many samples of each
  bool quick = false;            // small samples
  std::filesystem::path folder;  // for files
  std::filesystem::path inputs;  // a folder with inputs that fuzzing kept
  std::string testee;            // a program
  std::string tested_library;    // for that program
  std::uint64_t seed = 1;
  double limit_s = 10;  // for each search
};

// Exit status of a measurement that this machine does not permit.
inline constexpr int cannot_run_here = 77;

// The results are exit statuses.
[[nodiscard]] int measure_sweep(const Options& options);
[[nodiscard]] int measure_judging(const Options& options);
[[nodiscard]] int measure_isolation(const Options& options);
[[nodiscard]] int measure_process(const Options& options);
[[nodiscard]] int measure_linux(const Options& options);
[[nodiscard]] int measure_emulator(const Options& options);
[[nodiscard]] int measure_oracle(const Options& options);
[[nodiscard]] int measure_branches(const Options& options);
[[nodiscard]] int measure_random(const Options& options);

}  // namespace netioconf::ci::benchmarks::programs

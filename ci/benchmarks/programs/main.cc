// Takes the samples of the rows of ci/bench that must be measured from within a process:
//   measure sweep --times 9
#include <CLI/CLI.hpp>

#include "ci/benchmarks/programs/measurements.h"

using namespace netioconf::ci::benchmarks::programs;

namespace {

struct Measurement {
  const char* name;
  const char* words;
  int (*measure)(const Options& options);
};

constexpr Measurement measurements[] = {
    {"sweep", "calls of a sweep, judged and alone", measure_sweep},
    {"judging", "steps of recorded traces, and of a state test of RapidCheck", measure_judging},
    {"isolation", "scripts in a child and in process", measure_isolation},
    {"process", "scripts in a testee, and an echo of as many bytes", measure_process},
    {"linux", "calls on routes of the kernel, and ip -batch", measure_linux},
    {"emulator", "calls and memory of the emulator on large tables", measure_emulator},
    {"oracle", "steps of the oracle on large tables", measure_oracle},
    {"branches", "the branches of a step", measure_branches},
    {"random", "random scripts until they catch a mutant", measure_random},
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Prints samples of one measurement, a line each: NAME VALUE"};
  app.require_subcommand(1);
  Options options;
  for (const Measurement& measurement : measurements) {
    CLI::App* command = app.add_subcommand(measurement.name, measurement.words);
    command->add_option("--times", options.times, "how many samples of each")
        ->check(CLI::Range(1, 1000));
    command->add_flag("--quick", options.quick, "small samples");
    command->add_option("--folder", options.folder, "for files")->check(CLI::ExistingDirectory);
    command->add_option("--inputs", options.inputs, "inputs of fuzzing")->check(CLI::ExistingDirectory);
    command->add_option("--testee", options.testee, "program for process");
    command->add_option("--tested-library", options.tested_library, "library for the testee");
    command->add_option("--seed", options.seed, "seed of the first random search");
    command->add_option("--limit", options.limit_s, "seconds for each random search");
  }
  CLI11_PARSE(app, argc, argv);
  for (const Measurement& measurement : measurements) {
    if (app.got_subcommand(measurement.name)) return measurement.measure(options);
  }
  return 2;
}

"""The inputs a second of the fuzz targets, compared with the same target that does nothing."""

import re

from benchmarks.commands import Command, in_turn, run
from benchmarks.figures import Figure, Result, Series, at_least, at_least_times
from benchmarks.row import CouldNotMeasure, Row, Setup

# The seeds are a thousand inputs. More runs than that show what mutation makes of them.
RUNS = {"fuzz-emulator": 4000, "release": 20_000}


def command(setup: Setup, target: str, preset: str) -> Command:
    """-keep_seed keeps seeds that show nothing new, so that script_fuzzer and empty_fuzzer mutate the
    same inputs. library_fuzzer has seeds and mutators of its own."""
    runs = RUNS[preset] // (4 if setup.quick else 1)
    seeded = "library_fuzzer" if target == "library_fuzzer" else "script_fuzzer"
    seeds = setup.program(f"seeds/{seeded}", preset)
    return Command((setup.program(target, preset), f"-runs={runs}", "-seed=1", "-max_len=4096",
                    "-len_control=0", "-keep_seed=1", "-print_final_stats=1",
                    f"-artifact_prefix={setup.scratch}/", seeds))


def inputs_a_second(setup: Setup, fuzzer: Command) -> float:
    took = run(setup, fuzzer)
    executed = re.search(r"stat::number_of_executed_units: (\d+)", took.stderr)
    if not executed:
        raise CouldNotMeasure(f"{fuzzer}: it printed no number of executions")
    return int(executed[1]) / took.cpu_s


def measure(setup: Setup) -> Result:
    commands = {(target, preset): command(setup, target, preset) for target, preset in
                (("script_fuzzer", "fuzz-emulator"), ("empty_fuzzer", "fuzz-emulator"),
                 ("script_fuzzer", "release"),
                 ("library_fuzzer", "release"), ("empty_fuzzer", "release"))}
    takers = {str(fuzzer): lambda fuzzer=fuzzer: inputs_a_second(setup, fuzzer)
              for fuzzer in commands.values()}
    taken = in_turn(setup.times(3), takers)

    def series(what: str, target: str, preset: str) -> Series:
        return Series(what, "inputs/s", taken[str(commands[target, preset])])

    empty = {preset: series("empty body", "empty_fuzzer", preset) for preset in RUNS}
    return Result((Figure("with sanitizers", series("script_fuzzer", "script_fuzzer", "fuzz-emulator"),
                          empty["fuzz-emulator"], (at_least_times(0.5),)),
                   Figure("without", series("script_fuzzer", "script_fuzzer", "release"),
                          empty["release"], (at_least_times(0.7),)),
                   Figure("campaign on emulated", series("library_fuzzer", "library_fuzzer", "release"),
                          empty["release"], (at_least(20_000),))),
                  tuple(map(str, commands.values())))


ROW = Row("fuzzing", "one input: decode, run on the emulator, read back, judge",
          "an empty body; for script_fuzzer with the same seeds and mutation",
          {"fuzz-emulator": ("script_fuzzer", "empty_fuzzer", "seeds"),
           "release": ("script_fuzzer", "library_fuzzer", "empty_fuzzer", "seeds")}, measure)

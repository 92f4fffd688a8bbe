"""In how many ways the engine explains a step. The figures are counts, so one sample is enough."""

import os

from benchmarks.commands import Command, printed_samples, run
from benchmarks.figures import Figure, Result, Series
from benchmarks.row import Row, Setup

ORIGINS = (("corpus", "committed scripts"), ("sweep", "sweep, depth 2"), ("fuzzing", "fuzzing"))
COUNTS = (("mean", "mean"), ("99", "99th percentile"), ("most", "maximum"))


def inputs_of_fuzzing(setup: Setup) -> tuple[Command, str]:
    """A folder with the inputs that fuzzing keeps."""
    folder = os.path.join(setup.scratch, "inputs")
    os.mkdir(folder)
    runs = 2000 if setup.quick else 50_000
    fuzzer = Command((setup.program("library_fuzzer"), f"-runs={runs}", "-seed=1", "-max_len=4096",
                      "-len_control=0", f"-artifact_prefix={setup.scratch}/", folder,
                      setup.program("seeds/library_fuzzer")))
    run(setup, fuzzer)
    return fuzzer, folder


def measure(setup: Setup) -> Result:
    fuzzer, inputs = inputs_of_fuzzing(setup)
    words = (setup.program("measure"), "branches", "--inputs", inputs,
             *(["--quick"] if setup.quick else []))
    command = Command(words)
    taken = printed_samples(command, run(setup, command).stdout)
    figures = [Figure(f"{title}: {count}", Series("a step", "branches", taken[f"{origin}_{key}"]))
               for origin, title in ORIGINS for key, count in COUNTS]
    return Result(tuple(figures), (str(fuzzer), str(command)))


ROW = Row("branches", "the ways in which the engine explains a step", "",
          {"release": ("measure", "library_fuzzer", "seeds")}, measure)

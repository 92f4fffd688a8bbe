"""The time of a script in a child process."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_most
from benchmarks.row import Row, Setup


def measure(setup: Setup) -> Result:
    command, taken = run_measure(setup, "isolation", times=setup.times(9))
    return Result((Figure("a script of the sweep", Series("--isolate", "µs", taken["isolated"]),
                          Series("in process", "µs", taken["in_process"]), (at_most(20),)),
                   Figure("processor time of it", Series("--isolate", "µs", taken["isolated_cpu"]),
                          Series("in process", "µs", taken["in_process_cpu"]))), (str(command),))


ROW = Row("isolation", "a script with --isolate, judged", "the same in process",
          {"release": ("measure",)}, measure)

"""The judged calls a second of a sweep, compared with the calls alone."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_least, at_least_times
from benchmarks.row import Row, Setup


def measure(setup: Setup) -> Result:
    command, taken = run_measure(setup, "sweep", times=setup.times(9))
    calls = Series("sweep", "calls/s", taken["judged"])
    return Result((Figure("depth 2, one core", calls,
                          Series("calls alone", "calls/s", taken["bare"]),
                          (at_least(1_500_000), at_least_times(0.5))),), (str(command),))


ROW = Row("sweep", "judged calls of the emulator, depth 2", "the same calls alone, in the same process",
          {"release": ("measure",)}, measure)

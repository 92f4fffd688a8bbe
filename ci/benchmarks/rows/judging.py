"""The steps a second of judging recorded traces."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_least
from benchmarks.row import Row, Setup


def measure(setup: Setup) -> Result:
    command, taken = run_measure(setup, "judging", "--folder", setup.scratch, times=setup.times(7))
    rapidcheck = Series("state test", "steps/s", taken["state_test"])
    return Result((Figure("one file of many traces", Series("judge", "steps/s", taken["stream"]),
                          rapidcheck, (at_least(5_000_000),)),
                   Figure("the same, compressed", Series("judge", "steps/s", taken["compressed"]),
                          rapidcheck),
                   Figure("text files", Series("judge", "steps/s", taken["text"]), rapidcheck,
                          (at_least(270_000),)),
                   Figure("already read", Series("judge", "steps/s", taken["read"]), rapidcheck)),
                  (str(command),))


ROW = Row("judging", "recorded traces, one core", "RapidCheck's state test of a map",
          {"release": ("measure",)}, measure)

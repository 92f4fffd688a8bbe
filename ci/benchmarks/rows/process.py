"""The scripts a second of a testee behind a pipe."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_least_times
from benchmarks.row import Row, Setup


def measure(setup: Setup) -> Result:
    library = setup.program("conformance/emulator/exports/libnetioemu_common.so")
    command, taken = run_measure(setup, "process", "--testee", setup.program("reference_testee"),
                                 "--tested-library", library, times=setup.times(9))
    return Result((Figure("a script of 5 calls", Series("C testee", "scripts/s", taken["testee"]),
                          Series("echo", "scripts/s", taken["echo"]), (at_least_times(0.5),)),),
                  (str(command),))


ROW = Row("process", "a script of 5 calls in the C testee", "an echo of as many bytes through a pipe",
          {"release": ("measure", "reference_testee", "netioemu_common")}, measure)

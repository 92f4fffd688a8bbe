"""The emulator's calls and memory on tables up to the size of the Internet's."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_most, at_most_times
from benchmarks.row import Row, Setup
from benchmarks.rows import sizes


def measure(setup: Setup) -> Result:
    command, taken = run_measure(setup, "emulator", times=setup.times(5))
    figures = sizes.growth(taken, ("create", "best", "delete"))
    for size in sizes.SIZES:
        if f"memory_{size}" in taken:
            figures.append(Figure(f"memory, {size} routes",
                                  Series("a route", "bytes", taken[f"memory_{size}"]),
                                  targets=(at_most(200),)))
            figures.append(Figure(f"lookup, {size} routes",
                                  Series("best route", "ns", taken[f"best_{size}"]),
                                  Series("DIR-24-8", "ns", taken[f"table_{size}"]),
                                  (at_most_times(5),)))
    return Result(tuple(figures), (str(command),))


ROW = Row("emulator", "create, best route and delete with prefix lengths as in the global table",
          "itself with 1,000 routes, and a DIR-24-8 table of the same routes",
          {"release": ("measure",)}, measure)

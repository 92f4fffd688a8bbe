"""The oracle's steps on tables up to the size of the Internet's."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_least
from benchmarks.row import Row, Setup
from benchmarks.rows import sizes


def measure(setup: Setup) -> Result:
    command, taken = run_measure(setup, "oracle", times=setup.times(5))
    figures = sizes.growth(taken, ("create", "get", "delete"))
    figures += [Figure(f"whole table, {size} routes",
                       Series("compared", "rows/s", taken[f"rows_{size}"]),
                       targets=(at_least(5_000_000),))
                for size in sizes.SIZES if f"rows_{size}" in taken]
    return Result(tuple(figures), (str(command),))


ROW = Row("oracle", "explaining a create, get, delete and table read", "itself with 1,000 routes",
          {"release": ("measure",)}, measure)

"""The calls a second of the Linux implementation."""

from benchmarks.commands import measure as run_measure
from benchmarks.figures import Figure, Result, Series, at_least_times
from benchmarks.row import Row, Setup


def measure(setup: Setup) -> Result:
    command, taken = run_measure(setup, "linux", "--folder", setup.scratch, times=setup.times(5))

    def figure(name: str, ours: str, theirs: str, limit: float) -> Figure:
        return Figure(name, Series("linux", "calls/s", taken[ours]),
                      Series("ip -batch", "calls/s", taken[theirs]), (at_least_times(limit),))

    return Result((figure("create, reply by reply", "create", "ip_create", 0.7),
                   figure("delete, reply by reply", "delete", "ip_delete", 0.7),
                   figure("create, one batch", "create_batch", "ip_create", 1.2),
                   figure("delete, one batch", "delete_batch", "ip_delete", 1.2)), (str(command),))


ROW = Row("linux", "create and delete of 50,000 routes", "ip -batch in the same namespace",
          {"release": ("measure",)}, measure)

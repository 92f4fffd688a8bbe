"""Figures of calls on tables of several sizes."""

from benchmarks.figures import Figure, Series, at_most_times

SMALLEST = "1k"
SIZES = ("1k", "100k", "1M")


def growth(taken: dict[str, tuple[float, ...]], calls: tuple[str, ...]) -> list[Figure]:
    """The time of each call, compared with that on the smallest table."""
    figures = []
    for call in calls:
        against = Series(SMALLEST, "ns", taken[f"{call}_{SMALLEST}"])
        figures += [Figure(f"{call}, {size} routes", Series(size, "ns", taken[f"{call}_{size}"]),
                           against, (at_most_times(1.5),))
                    for size in SIZES if size != SMALLEST and f"{call}_{size}" in taken]
    return figures

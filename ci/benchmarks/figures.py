"""What a row of ci/bench measures: figures with their samples, their targets, and what came of them."""

import statistics
from typing import NamedTuple


class Series(NamedTuple):
    """The samples of one thing, in the order in which they were taken."""
    what: str
    unit: str
    values: tuple[float, ...]


class Target(NamedTuple):
    """A limit for the median of a figure."""
    limit: float
    at_least: bool  # false: at most
    ratio: bool     # of the ratio; false: of what was measured

    def is_met_by(self, median: float) -> bool:
        return median >= self.limit if self.at_least else median <= self.limit


class Spread(NamedTuple):
    """The middle of some samples, and the half of them that is around it."""
    median: float
    low: float   # first quartile
    high: float  # third quartile

    @property
    def noise(self) -> float:
        """The width of the middle half in relation to the median."""
        return (self.high - self.low) / abs(self.median) if self.median else 0.0


class Figure(NamedTuple):
    """One measurement, or the ratio of two that were taken in turn."""
    name: str
    measured: Series
    against: Series | None = None
    targets: tuple[Target, ...] = ()

    def ratios(self) -> tuple[float, ...]:
        """Sample by sample: both samples of a pair were taken at nearly the same time."""
        if self.against is None:
            return ()
        return tuple(one / other for one, other in zip(self.measured.values, self.against.values))

    def ratio(self) -> Spread | None:
        return spread_of(self.ratios()) if self.against else None

    def is_met(self, target: Target) -> bool:
        values = self.ratios() if target.ratio else self.measured.values
        return target.is_met_by(spread_of(values).median)

    def steadiest(self) -> tuple[str, Spread]:
        """What two runs can compare: the ratio, because it depends less on the machine."""
        ratio = self.ratio()
        return ("ratio", ratio) if ratio else (self.measured.unit, spread_of(self.measured.values))


class Result(NamedTuple):
    """What a row measured."""
    figures: tuple[Figure, ...] = ()
    commands: tuple[str, ...] = ()  # that were measured; each can be run alone, with perf for example
    skipped: str = ""               # why nothing was measured


def spread_of(values: tuple[float, ...]) -> Spread:
    """The samples must not be empty."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0])
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(median, low, high)


def a12(ours: list[float], others: list[float]) -> float:
    """The probability that a sample of ours is smaller than one of the others (Vargha and Delaney); 0.5
    means that they do not differ."""
    wins = sum(1.0 if a < b else 0.5 if a == b else 0.0 for a in ours for b in others)
    return wins / (len(ours) * len(others))


def at_least(limit: float) -> Target:
    return Target(limit, at_least=True, ratio=False)


def at_most(limit: float) -> Target:
    return Target(limit, at_least=False, ratio=False)


def at_least_times(limit: float) -> Target:
    return Target(limit, at_least=True, ratio=True)


def at_most_times(limit: float) -> Target:
    return Target(limit, at_least=False, ratio=True)

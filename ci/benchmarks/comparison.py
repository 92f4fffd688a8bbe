"""Compares the results of two runs."""

from typing import NamedTuple

from benchmarks.figures import Figure, Spread
from benchmarks.table import aligned, number

Figures = dict[tuple[str, str], Figure]


class Move(NamedTuple):
    row: str
    figure: str
    of_what: str  # "ratio", or the unit of what was measured
    before: Spread
    now: Spread

    @property
    def change(self) -> float:
        return self.now.median / self.before.median - 1 if self.before.median else 0.0

    @property
    def noise(self) -> float:
        """By how much the medians of two runs may differ without a reason, in relation to them."""
        return (self.before.noise + self.now.noise) / 2

    def is_more_than_noise(self) -> bool:
        return abs(self.change) > self.noise


def moves_between(before: Figures, now: Figures) -> list[Move]:
    """Of each figure in both runs, the largest changes first."""
    moves = []
    for (row, name), figure in now.items():
        earlier = before.get((row, name))
        if earlier is None or earlier.steadiest()[0] != figure.steadiest()[0]:
            continue
        of_what, spread = figure.steadiest()
        moves.append(Move(row, name, of_what, earlier.steadiest()[1], spread))
    return sorted(moves, key=lambda move: -abs(move.change))


def missing_in(one: Figures, other: Figures) -> list[str]:
    return [f"{row}: {name}" for row, name in other if (row, name) not in one]


def in_words(before: Figures, now: Figures) -> str:
    """The figures that moved by more than noise, then the others in one line."""
    moves = moves_between(before, now)
    moved = [move for move in moves if move.is_more_than_noise()]
    lines = [["moved", "", "before", "now", "change", "noise"]]
    for move in moved:
        lines.append([f"{move.row}: {move.figure}", move.of_what, number(move.before.median),
                      number(move.now.median), f"{move.change:+.1%}", f"±{move.noise:.1%}"])
    text = aligned(lines) + "\n" if moved else "nothing moved by more than noise\n"
    text += f"{len(moves) - len(moved)} of {len(moves)} figures did not move by more than noise\n"
    for what, names in (("only before", missing_in(now, before)), ("only now", missing_in(before, now))):
        if names:
            text += f"{what}: {', '.join(names)}\n"
    return text

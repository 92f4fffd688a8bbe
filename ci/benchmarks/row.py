"""A row of the table of ci/bench, and what it needs for its measurement."""

import os
from typing import Callable, NamedTuple

from benchmarks.figures import Result


class Setup(NamedTuple):
    """The programs to measure, and how long."""
    root: str
    programs: dict[str, str]  # by preset, the folder of the build
    scratch: str              # a folder for files, removed at the end
    quick: bool

    def program(self, name: str, preset: str = "release") -> str:
        """Its path from the root, because commands that a person may repeat start there."""
        return os.path.relpath(os.path.join(self.programs[preset], name), self.root)

    def times(self, usual: int) -> int:
        """How often to measure: in a quick run only as often as a ratio needs."""
        return 2 if self.quick else usual


class Row(NamedTuple):
    name: str
    what: str
    against: str  # empty: nothing
    needs: dict[str, tuple[str, ...]]  # by preset, the targets to build
    measure: Callable[[Setup], Result]
    by_default: bool = True  # false: only if it is named, because it takes long


class CouldNotMeasure(Exception):
    """A program of the measurement failed: one line that names it."""


class CannotRunHere(Exception):
    """This machine does not permit the measurement: one line that says why."""

"""Compares what a command printed with what a page shows."""

import difflib
import re
from typing import Iterator, Sequence

ANY = "…"


def is_shown(text: str, shown: Sequence[str]) -> bool:
    """The parts between lines of "…" must occur in this order, the first at the begin and the last at
    the end."""
    lines = text.splitlines()
    parts: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == ANY:
            parts.append([])
        else:
            parts[-1].append(line)
    first, *others = parts
    if not occurs(lines, 0, first):
        return False
    if not others:
        return len(lines) == len(first)
    at = len(first)
    *middle, last = others
    for part in middle:
        places = range(at, len(lines) - len(part) + 1)
        found = next((place for place in places if occurs(lines, place, part)), None)
        if found is None:
            return False
        at = found + len(part)
    return len(lines) - len(last) >= at and occurs(lines, len(lines) - len(last), last)


def occurs(lines: Sequence[str], at: int, part: Sequence[str]) -> bool:
    return len(lines) - at >= len(part) and all(map(fits, lines[at:], part))


def fits(line: str, shown: str) -> bool:
    return bool(re.fullmatch(".*".join(map(re.escape, shown.rstrip().split(ANY))), line))


def difference(shown: Sequence[str], text: str) -> Iterator[str]:
    yield from difflib.unified_diff(list(shown), text.splitlines(), "in the page", "printed",
                                    lineterm="", n=10_000)

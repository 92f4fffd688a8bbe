"""The report of ci/mutate-oracle: which check noticed each mutant, and why the others survived."""

import collections
from typing import NamedTuple

import oracle_mutants
from oracle_mutants import Mutant

NOT_VIABLE, SURVIVED, HUNG = "not viable", "survived", "hung"
NOTICED = ("tests", "corpus", "agreement", "mutants", HUNG)


class Result(NamedTuple):
    mutant: Mutant
    outcome: str  # NOT_VIABLE, SURVIVED or one of NOTICED
    said: str = ""  # the check that noticed it


class Malformed(Exception):
    """The list of explanations is malformed."""


# The explanation of a survivor. It is identified by what it changes, so it may move within the file.
class Explanation(NamedTuple):
    file: str
    function: str
    was: str
    becomes: str
    why: str

    @property
    def key(self) -> tuple[str, ...]:
        return self[:4]


def key_of(mutant: Mutant) -> tuple[str, ...]:
    return (mutant.file, mutant.function, mutant.was, mutant.becomes)


def explanations(text: str) -> list[Explanation]:
    """Blocks separated by blank lines: `file, function`, the line after `- `, after `+ `, and why."""
    found = []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        if len(lines) < 4 or ", " not in lines[0] or lines[1][:2] != "- " or lines[2][:1] != "+":
            raise Malformed(f"not an entry: {lines[0]}")
        file, function = lines[0].split(", ", 1)
        why = oracle_mutants.in_one_line(" ".join(lines[3:]))
        found.append(Explanation(file, function, lines[1][2:], lines[2][2:], why))
    return found


def noticed(results: list[Result]) -> list[str]:
    return [f"{result.outcome:<12}{result.mutant.id}  {result.said}" for result in results
            if result.outcome != SURVIVED]


def score(results: list[Result]) -> float:
    viable = [result for result in results if result.outcome != NOT_VIABLE]
    return sum(result.outcome in NOTICED for result in viable) / len(viable) if viable else 0.0


def table(results: list[Result]) -> list[str]:
    columns = (*NOTICED, SURVIVED, NOT_VIABLE)
    lines = [f"{'':12}{'mutants':>12}" + "".join(f"{column:>12}" for column in columns)]
    for kind in (*oracle_mutants.KINDS, "all"):
        counts = collections.Counter(result.outcome for result in results
                                     if kind in (result.mutant.kind, "all"))
        if counts:
            lines.append(f"{kind:12}{counts.total():>12}"
                         + "".join(f"{counts[column] or '':>12}" for column in columns))
    return lines


def survivors(results: list[Result], explained: list[Explanation]) -> tuple[list[str], int]:
    """The lines to print, and the number of survivors without an explanation."""
    why = {entry.key: entry.why for entry in explained}
    lines, unexplained = [], 0
    for mutant in (result.mutant for result in results if result.outcome == SURVIVED):
        said = why.get(key_of(mutant))
        unexplained += said is None
        lines += ["", f"SURVIVED  {mutant.file}, {mutant.function}", f"  - {mutant.was}",
                  f"  + {mutant.becomes}", f"  {said or 'NOT EXPLAINED'}",
                  f"  again: ci/mutate-oracle --only '{mutant.id}'"]
    return lines, unexplained


def outdated(results: list[Result], explained: list[Explanation], mutants: list[Mutant]) -> list[str]:
    """Explanations of mutants that do not exist or are noticed."""
    there = {key_of(mutant) for mutant in mutants}
    outcomes: dict[tuple[str, ...], set[str]] = collections.defaultdict(set)
    for result in results:
        outcomes[key_of(result.mutant)].add(result.outcome)
    lines = []
    for entry in explained:
        seen = outcomes[entry.key]
        if entry.key not in there:
            lines.append(f"OUTDATED  no such mutant: {entry.file}, {entry.function}: {entry.becomes}")
        elif seen and SURVIVED not in seen:
            lines.append(f"OUTDATED  noticed now: {entry.file}, {entry.function}: {entry.becomes}")
    return lines

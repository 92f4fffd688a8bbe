"""Prints results as a table."""

from benchmarks.figures import Figure, Result, Target, spread_of
from benchmarks.row import Row

HEADS = ("figure", "measured", "against", "ratio", "half of them", "target", "met")


def number(value: float) -> str:
    """Three digits that count, with a letter for large numbers."""
    for limit, letter in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if abs(value) >= limit:
            divided = value / (1e3 if letter == "k" else limit)
            return f"{divided:.{2 if divided < 10 else 1 if divided < 100 else 0}f} {letter}"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:.{digits}f}"


def in_words(target: Target) -> str:
    return f"{'≥' if target.at_least else '≤'} {number(target.limit)}{' times' if target.ratio else ''}"


def with_unit(value: float, unit: str) -> str:
    return f"{number(value)} {unit}".strip()


def half_of(figure: Figure) -> str:
    """The middle half of the samples of what two runs can compare."""
    of_what, spread = figure.steadiest()
    if len(figure.measured.values) == 1:
        return ""
    return f"{number(spread.low)} to {number(spread.high)}" + ("" if figure.against else f" {of_what}")


def cells(figure: Figure) -> list[str]:
    ratio = figure.ratio()
    against = ""
    if figure.against:
        median = spread_of(figure.against.values).median
        against = f"{with_unit(median, figure.against.unit)} ({figure.against.what})"
    return [figure.name, with_unit(spread_of(figure.measured.values).median, figure.measured.unit),
            against, number(ratio.median) if ratio else "",
            half_of(figure),
            ", ".join(map(in_words, figure.targets)),
            ", ".join("yes" if figure.is_met(target) else "no" for target in figure.targets)]


def aligned(lines: list[list[str]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
                     for line in lines)


def of_row(row: Row, result: Result, repeat: str) -> str:
    """A row with its figures and the commands that repeat them."""
    title = f"{row.name}: {row.what}{', against ' + row.against if row.against else ''}"
    if result.skipped:
        return f"{title}\n  skipped: {result.skipped}\n  repeat  {repeat}\n"
    lines = aligned([list(HEADS), *map(cells, result.figures)])
    commands = [f"  repeat  {repeat}", *(f"  ran     {command}" for command in result.commands)]
    return "\n".join([title, *("  " + line for line in lines.splitlines()), *commands]) + "\n"

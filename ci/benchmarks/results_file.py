"""The results of a run as JSON, to compare with later ones."""

import json
import os
from typing import Any

from benchmarks.figures import Figure, Result, Series, Target, spread_of
from benchmarks.row import Row

FORMAT = "netioconf benchmarks 1"


class Unusable(Exception):
    """Why a file has no results of ci/bench, or cannot get them: one line."""


def series_as_json(series: Series | None) -> dict[str, Any] | None:
    if series is None:
        return None
    return {"what": series.what, "unit": series.unit, **spread_of(series.values)._asdict(),
            "samples": list(series.values)}


def figure_as_json(figure: Figure) -> dict[str, Any]:
    ratio = figure.ratio()
    return {"name": figure.name, "measured": series_as_json(figure.measured),
            "against": series_as_json(figure.against), "ratio": ratio._asdict() if ratio else None,
            "targets": [{**target._asdict(), "met": figure.is_met(target)} for target in figure.targets]}


def as_json(machine: dict[str, Any], results: list[tuple[Row, Result, str]]) -> str:
    rows = [{"name": row.name, "what": row.what, "against": row.against, "skipped": result.skipped,
             "repeat": repeat, "commands": list(result.commands),
             "figures": [figure_as_json(figure) for figure in result.figures]}
            for row, result, repeat in results]
    return json.dumps({"format": FORMAT, "machine": machine, "rows": rows}, indent=1,
                      ensure_ascii=False) + "\n"


def check_place(path: str) -> None:
    """Before anything is measured, because that takes minutes."""
    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        with open(path, "a", encoding="utf-8"):
            pass
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error


def write(path: str, machine: dict[str, Any], results: list[tuple[Row, Result, str]]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(as_json(machine, results))


class Stored(dict[tuple[str, str], Figure]):
    """The figures of a file by the names of their row and of themselves, and the machine."""
    machine: dict[str, Any] = {}


def series_in(stored: dict[str, Any] | None) -> Series | None:
    if stored is None:
        return None
    return Series(stored["what"], stored["unit"], tuple(map(float, stored["samples"])))


def figure_in(stored: dict[str, Any]) -> Figure:
    measured = series_in(stored["measured"])
    if measured is None or not measured.values:
        raise ValueError("a figure without samples")
    targets = tuple(Target(target["limit"], target["at_least"], target["ratio"])
                    for target in stored["targets"])
    return Figure(stored["name"], measured, series_in(stored["against"]), targets)


def read(path: str) -> Stored:
    try:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise Unusable(f"{path}: no JSON ({error})") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Unusable(f"{path}: no results of ci/bench (make them with ci/bench --json {path})")
    stored = Stored()
    try:
        stored.machine = dict(content["machine"])
        for row in content["rows"]:
            for figure in map(figure_in, row["figures"]):
                stored[row["name"], figure.name] = figure
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unusable(f"{path}: damaged ({type(error).__name__}: {error})") from error
    return stored

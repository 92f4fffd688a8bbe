"""The time in which each kind of search catches the mutants, compared with each other."""

import json
import os
import statistics
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from benchmarks.commands import Command, Samples, measure as run_measure, run
from benchmarks.figures import Figure, Result, Series, a12, at_least
from benchmarks.row import Row, Setup

FEEDBACK = "NETIOCONF_SIGNALS"
LIMIT_S = 5
HARDEST = 16
MOMENTS_S = (0.1, 1, LIMIT_S)

# For each mutant the seconds until it was caught, one for each search; LIMIT_S if it was not.
Times = dict[str, list[float]]


class Arm(NamedTuple):
    """A kind of search. One that depends on a seed is repeated with several."""
    name: str
    by: str
    seeds: int
    environment: tuple[tuple[str, str], ...] = ()


def arms(setup: Setup) -> tuple[Arm, ...]:
    seeds = 2 if setup.quick else 6
    return (Arm("scripts", "scripts", 1), Arm("sweep", "sweep", 1),
            Arm("properties", "properties", seeds), Arm("fuzz", "fuzz", seeds, ((FEEDBACK, "on"),)),
            Arm("fuzz without feedback", "fuzz", seeds, ((FEEDBACK, "off"),)))


def command(setup: Setup, arm: Arm, seed: int) -> Command:
    limit = () if arm.seeds == 1 else ("--limit", f"{LIMIT_S}s", "--seed", str(seed))
    out = os.path.join(setup.scratch, f"{arm.name} {seed}")
    return Command((setup.program("netioconf"), "mutants", "--by", arm.by, *limit, "--out", out),
                   arm.environment, statuses=(0, 1))


def times_of(report: str) -> dict[str, float]:
    with open(report, encoding="utf-8") as file:
        results = json.load(file)["mutants"]
    return {result["mutant"]: min(result.get("caught_after_s", LIMIT_S), LIMIT_S) for result in results}


def search(setup: Setup, arm: Arm) -> Times:
    times: Times = {}
    for seed in range(1, arm.seeds + 1):
        searched = command(setup, arm, seed)
        run(setup, searched)
        for mutant, seconds in times_of(os.path.join(searched.words[-1], "report.json")).items():
            times.setdefault(mutant, []).append(seconds)
    return times


def random_scripts(setup: Setup) -> tuple[Command, Times]:
    """Two searches at the same time, because most of them last until the limit."""

    def searched(seed: int) -> tuple[Command, Samples]:
        return run_measure(setup, "random", "--seed", str(seed), "--limit", str(LIMIT_S), times=1)

    times: Times = {}
    seeds = (1, 2)
    with ThreadPoolExecutor(len(seeds)) as pool:
        searches = list(pool.map(searched, seeds))
    for _, taken in searches:
        for mutant, seconds in taken.items():
            times.setdefault(mutant, []).extend(seconds)
    return searches[0][0], times


def curve(name: str, times: Times) -> list[Figure]:
    """How many of the searches had caught their mutant at some moments, and the median of all."""
    all_times = [seconds for each in times.values() for seconds in each]
    figures = []
    for moment in MOMENTS_S:
        caught = sum(seconds < moment for seconds in all_times)
        targets = (at_least(99),) if name == "fuzz" and moment == 1 else ()
        figures.append(Figure(f"{name}: caught within {moment:g} s",
                              Series(name, "%", (100 * caught / len(all_times),)), targets=targets))
    medians = tuple(statistics.median(each) for each in times.values())
    return [*figures, Figure(f"{name}: median of a mutant", Series(name, "s", medians))]


def advantages(one: Times, other: Times, mutants: list[str]) -> tuple[float, ...]:
    """For each mutant the probability that one search catches it before the other does."""
    return tuple(a12(one[mutant], other[mutant]) for mutant in mutants
                 if mutant in one and mutant in other)


def feedback(with_it: Times, without: Times) -> list[Figure]:
    """The first search of each arm chooses the hardest mutants, and does not count for them: otherwise
    they would be those that had bad luck."""
    chosen = sorted(with_it, key=lambda mutant: -(with_it[mutant][0] + without[mutant][0]))
    rest_with = {mutant: each[1:] for mutant, each in with_it.items()}
    rest_without = {mutant: each[1:] for mutant, each in without.items()}
    hardest = advantages(rest_with, rest_without, chosen[:HARDEST])
    others = advantages(rest_with, rest_without, chosen[HARDEST:])
    return [Figure(f"A12 of feedback, the hardest {len(hardest)}", Series("sooner", "", hardest)),
            Figure("A12 of feedback, the others", Series("sooner", "", others)),
            Figure("A12 of feedback, lowest", Series("sooner", "", (min(hardest + others),)),
                   targets=(at_least(0.45),))]


def measure(setup: Setup) -> Result:
    searched = {arm.name: search(setup, arm) for arm in arms(setup)}
    random, searched["random scripts"] = random_scripts(setup)
    figures = [figure for name, times in searched.items() for figure in curve(name, times)]
    figures += feedback(searched["fuzz"], searched["fuzz without feedback"])
    for name, times in searched.items():
        if name not in ("fuzz", "fuzz without feedback"):
            figures.append(Figure(f"A12 of fuzz, against {name}",
                                  Series("sooner", "",
                                         advantages(searched["fuzz"], times, list(times)))))
    commands = [*(command(setup, arm, 1) for arm in arms(setup)), random]
    return Result(tuple(figures), tuple(map(str, commands)))


ROW = Row("mutants", "the time until each mutant is caught", "the other searches",
          {"release": ("netioconf", "library_fuzzer", "measure")}, measure, by_default=False)

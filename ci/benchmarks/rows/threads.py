"""What each command gains from more cores, compared with one core and with as many processes."""

import os
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Callable

from benchmarks.commands import Command, in_turn, run
from benchmarks.figures import Figure, Result, Series, at_least_times
from benchmarks.row import CouldNotMeasure, Row, Setup


def commands(setup: Setup) -> dict[str, tuple[str, ...]]:
    netioconf = setup.program("netioconf")
    traces = os.path.join(setup.scratch, "threads.traces")
    part = "1/2000" if setup.quick else "1/16"
    run(setup, Command((netioconf, "record", "--implementation", "emulated", "--sweep", "2", "--shard",
                        part, "--out", traces)))
    compared = ("--scripts", "corpora/scripts/route.lifetimes") if setup.quick else ("--budget", "1h")
    return {"sweep": (netioconf, "sweep", "--implementation", "emulated", "--depth", "2", "--shard",
                      part),
            "judge": (netioconf, "judge", traces),
            "check with a search": (netioconf, "check", "--implementation", "emulated", "--budget-calls",
                                    "2000" if setup.quick else "2000000"),
            "diff": (netioconf, "diff", "--implementation", "emulated:common", "--implementation",
                     "emulated:literal", *compared)}


def counts_of_cores(available: int) -> list[int]:
    """2, 4, 8 …, and all of them."""
    powers = [1 << power for power in range(1, 11) if 1 << power <= available]
    return powers if not powers or powers[-1] == available else [*powers, available]


def said(text: str) -> str:
    """What a command printed without the times and the names of temporary folders."""
    text = re.sub(r"/netioconf-\w{6}/", "/FOLDER/", text)
    return re.sub(r"\d+(?:\.\d+)? (?:ms|s|min|h|a second)\b", "TIME", text)


class Taker:
    """Takes the samples of one command, and checks that each of its runs says the same."""

    def __init__(self, setup: Setup, words: tuple[str, ...]) -> None:
        self.setup = setup
        self.words = words
        self.said: str | None = None

    def command(self, cores: list[int]) -> Command:
        return Command(self.words, statuses=(0, 1), cores=tuple(cores))

    def on(self, cores: list[int]) -> float:
        """Runs a second and core."""
        took = run(self.setup, self.command(cores))
        self.check(took.stdout)
        return 1 / took.wall_s / len(cores)

    def processes(self, cores: list[int]) -> float:
        """The same of a process on each core."""
        begin = time.perf_counter()
        with ThreadPoolExecutor(len(cores)) as pool:
            for took in pool.map(lambda core: run(self.setup, self.command([core])), cores):
                self.check(took.stdout)
        return 1 / (time.perf_counter() - begin)

    def check(self, stdout: str) -> None:
        if self.said is None:
            self.said = said(stdout)
        if self.said != said(stdout):
            raise CouldNotMeasure(f"{self.command([])}: its result depends on the number of cores")


def measure(setup: Setup) -> Result:
    available = sorted(os.sched_getaffinity(0))
    if len(available) < 2:
        return Result(skipped="this machine has one core")
    figures: list[Figure] = []
    measured = commands(setup)
    for name, words in measured.items():
        taker = Taker(setup, words)
        takers: dict[str, Callable[[], float]] = {"one": lambda taker=taker: taker.on(available[:1])}
        for count in counts_of_cores(len(available)):
            cores = available[:count]
            takers[f"threads {count}"] = lambda taker=taker, cores=cores: taker.on(cores)
            takers[f"processes {count}"] = lambda taker=taker, cores=cores: taker.processes(cores)
        taken = in_turn(setup.times(3), takers)
        for count in counts_of_cores(len(available)):
            figures += figures_of(name, count, taken)
    return Result(tuple(figures), tuple(str(Command(words)) for words in measured.values()))


def figures_of(name: str, count: int, taken: dict[str, tuple[float, ...]]) -> list[Figure]:
    threads = Series(f"{count} cores", "runs/s a core", taken[f"threads {count}"])
    one = Series("one core", "runs/s", taken["one"])
    processes = Series(f"{count} processes", "runs/s a core", taken[f"processes {count}"])
    return [Figure(f"{name}, {count} cores", threads, one, (at_least_times(0.9),)),
            Figure(f"{name}, {count} cores, against processes", threads, processes)]


ROW = Row("threads", "a command on 2, 4 … cores, with the same result",
          "the command on one core, and as many processes", {"release": ("netioconf",)}, measure)

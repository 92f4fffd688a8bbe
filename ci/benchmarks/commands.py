"""Runs the commands that are measured, in turn, so that a busy moment of the machine affects all."""

import os
import resource
import shlex
import subprocess
import time
from typing import Callable, NamedTuple

from benchmarks.row import CannotRunHere, CouldNotMeasure, Setup


CANNOT_RUN_HERE = 77  # exit status of a measuring program that the machine does not permit


class Command(NamedTuple):
    words: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()
    statuses: tuple[int, ...] = (0,)  # the exit statuses that are expected
    cores: tuple[int, ...] = ()       # it may run on these only; none: on all

    def __str__(self) -> str:
        return shlex.join([*(f"{name}={value}" for name, value in self.environment), *self.words])


class Took(NamedTuple):
    wall_s: float
    cpu_s: float  # of the command and the processes that it waited for
    stdout: str
    stderr: str


def run(setup: Setup, command: Command) -> Took:
    """Runs a command in the root. Its temporary files are removed with those of the row."""
    environment = dict(os.environ, NETIOCONF_PROGRESS_INTERVAL="0", TMPDIR=setup.scratch,
                       **dict(command.environment))
    pin = (lambda: os.sched_setaffinity(0, command.cores)) if command.cores else None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    try:
        done = subprocess.run(command.words, cwd=setup.root, env=environment, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              errors="replace", preexec_fn=pin)
    except OSError as error:
        raise CouldNotMeasure(f"{command}: {error.strerror}") from error
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode == CANNOT_RUN_HERE:
        raise CannotRunHere(last_line(done))
    if done.returncode not in command.statuses:
        raise CouldNotMeasure(f"{command}: exit status {done.returncode}: {last_line(done)}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(wall, cpu, done.stdout, done.stderr)


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
    return lines[-1] if lines else "it printed nothing"


Samples = dict[str, tuple[float, ...]]


def in_turn(times: int, takers: dict[str, Callable[[], float]]) -> Samples:
    """Takes a sample of each, then again of each. The samples of the first round do not count, because
    caches are empty then."""
    taken: dict[str, list[float]] = {name: [] for name in takers}
    for time_number in range(times + 1):
        for name, take in takers.items():
            value = take()
            if time_number > 0:
                taken[name].append(value)
    return {name: tuple(values) for name, values in taken.items()}


def printed_samples(command: Command, text: str) -> Samples:
    """The samples that a program prints, each in a line: NAME VALUE."""
    taken: dict[str, list[float]] = {}
    for line in text.splitlines():
        name, _, value = line.partition(" ")
        try:
            taken.setdefault(name, []).append(float(value))
        except ValueError:
            raise CouldNotMeasure(f"{command}: it printed '{line}', not a name and a number") from None
    return {name: tuple(values) for name, values in taken.items()}


def measure(setup: Setup, *arguments: str, times: int) -> tuple[Command, Samples]:
    """Runs a measuring program, which takes its samples in turn itself."""
    words = [setup.program("measure"), *arguments, "--times", str(times)]
    command = Command((*words, *(["--quick"] if setup.quick else [])))
    return command, printed_samples(command, run(setup, command).stdout)

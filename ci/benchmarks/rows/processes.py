"""The rows that measure a whole command, compared with the start of an empty process."""

from benchmarks.commands import Command, in_turn, run
from benchmarks.figures import Figure, Result, Series, at_most
from benchmarks.row import Row, Setup

# With a path, as the shell's own `true` starts no process.
NOTHING = Command(("/bin/true",))


def against_nothing(setup: Setup, name: str, command: Command, limit_ms: float) -> Result:
    taken = in_turn(setup.times(15), {"command": lambda: run(setup, command).wall_s * 1000,
                                      "true": lambda: run(setup, NOTHING).wall_s * 1000})
    return Result((Figure(name, Series("netioconf", "ms", taken["command"]),
                          Series("true", "ms", taken["true"]), (at_most(limit_ms),)),), (str(command),))


def measure_check(setup: Setup) -> Result:
    check = Command((setup.program("netioconf"), "check", "--implementation", "emulated"))
    return against_nothing(setup, "all committed scripts", check, 300)


def measure_version(setup: Setup) -> Result:
    return against_nothing(setup, "--version", Command((setup.program("netioconf"), "--version")), 10)


NEEDS = {"release": ("netioconf",)}
CHECK = Row("check", "a check of the emulator", "the start of an empty process", NEEDS, measure_check)
VERSION = Row("version", "netioconf --version", "the start of an empty process", NEEDS, measure_version)

"""The time from a change of a rule to the results of its tests."""

import os
import time

from benchmarks.commands import Command, in_turn, run
from benchmarks.figures import Figure, Result, Series, at_most
from benchmarks.row import CouldNotMeasure, Row, Setup

PRESET = "asan-ubsan"
TARGETS = ("oracle_rules_test", "oracle_engine_test")
# The source tree must not change. Without its object, a file is compiled as if it had changed. The cache
# of compilations would recognize it.
OBJECT = "oracle/rules/CMakeFiles/oracle_rules.dir/create_route.cc.o"
WITHOUT_CACHE = (("CCACHE_DISABLE", "1"),)


def measure(setup: Setup) -> Result:
    folder = os.path.relpath(setup.programs[PRESET], setup.root)
    compiled = os.path.join(setup.root, folder, OBJECT)
    build = Command(("cmake", "--build", folder, "--target", *TARGETS), WITHOUT_CACHE)
    tests = Command(("ctest", "--test-dir", folder, "-j", str(os.cpu_count()), "--output-on-failure",
                     "-R", r"^oracle_(rules|engine)\."))

    def seconds(command: Command) -> float:
        return run(setup, command).wall_s

    def rebuild_and_test() -> float:
        begin = time.perf_counter()
        try:
            os.remove(compiled)
        except OSError as error:
            raise CouldNotMeasure(f"{compiled}: {error.strerror}") from error
        seconds(build)
        seconds(tests)
        return time.perf_counter() - begin

    taken = in_turn(setup.times(3), {"rebuilt": rebuild_and_test, "tests": lambda: seconds(tests),
                                     "nothing": lambda: seconds(build)})
    return Result((Figure("rebuilt and tested", Series("one rule", "s", taken["rebuilt"]),
                          Series("nothing to build", "s", taken["nothing"]), (at_most(30),)),
                   Figure("the tests alone", Series("tests", "s", taken["tests"]))),
                  (f"rm {os.path.join(folder, OBJECT)}; {build}", str(tests)))


ROW = Row("rebuild", "a changed rule compiled, linked and tested", "a build with nothing to do",
          {PRESET: TARGETS}, measure)

"""The rows of ci/bench, in the order of their table."""

from benchmarks.row import Row
from benchmarks.rows import (branches, emulator, fuzzing, isolation, judging, linux, mutants, oracle,
                             page, process, processes, rebuild, sweep, threads)

ROWS: tuple[Row, ...] = (
    fuzzing.ROW, sweep.ROW, threads.ROW, judging.ROW, isolation.ROW, linux.ROW, process.ROW,
    emulator.ROW, oracle.ROW, branches.ROW, processes.CHECK, processes.VERSION, page.ROW, rebuild.ROW,
    mutants.ROW)

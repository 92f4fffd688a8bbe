"""The time until the page of a report shows something."""

from benchmarks.commands import Command, printed_samples, run
from benchmarks.figures import Figure, Result, Series, at_most
from benchmarks.row import CannotRunHere, CouldNotMeasure, Row, Setup


def measure(setup: Setup) -> Result:
    try:
        run(setup, Command(("reports/web/test/check", "chromium")))
    except CouldNotMeasure as error:
        raise CannotRunHere(str(error)) from error
    findings = "2000" if setup.quick else "100000"
    write = Command((setup.program("reports_pages"), setup.scratch, findings))
    run(setup, write)
    browse = Command(("node", "reports/web/test/bench.mjs"),
                     (("PAGES", setup.scratch), ("TIMES", str(setup.times(5)))))
    taken = printed_samples(browse, run(setup, browse).stdout)
    return Result((Figure("first paint", Series(f"{findings} findings", "ms", taken["paint_large"]),
                          Series("none", "ms", taken["paint_empty"]), (at_most(1000),)),
                   Figure("the list drawn", Series(f"{findings} findings", "ms", taken["drawn_large"]),
                          Series("none", "ms", taken["drawn_empty"]), (at_most(1000),)),
                   Figure("filtered", Series("the slowest query", "ms", taken["filtered"]),
                          targets=(at_most(100),))), (str(write), str(browse)))


ROW = Row("page", "opening a page with many findings", "a page without findings",
          {"release": ("reports_pages",)}, measure)

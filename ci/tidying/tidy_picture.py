"""Which folder may include which, and the namespaces of folders: tables for the checks of ci/tidy."""

from typing import NamedTuple


# The allowed includes of a folder and of its tests. The innermost folder of a file applies. `never`
# takes folders out of `may_include`. `foreign` says whether headers of packages are allowed. Those have
# a dot or a slash in their names, unlike headers of the standard library.
class Picture(NamedTuple):
    may_include: tuple[str, ...]
    never: tuple[str, ...] = ()
    foreign: bool = True


ABOVE_ORACLE = ("oracle", "corpora", "reports")
PICTURE = {
    "oracle": Picture(("oracle",), foreign=False),
    "corpora": Picture(("corpora", "oracle")),
    "reports": Picture(("reports", "oracle", "corpora")),
    "conformance": Picture(("conformance", *ABOVE_ORACLE), never=("conformance/cli",)),
    "conformance/abi": Picture(("conformance/abi",), foreign=False),
    "conformance/emulator": Picture(("conformance/emulator", "conformance/abi")),
    "conformance/mutants": Picture(("conformance/mutants", "conformance/emulator", "conformance/abi")),
    "conformance/specimens": Picture(("conformance/specimens", "conformance/abi")),
    "fuzz": Picture(("fuzz", "conformance", *ABOVE_ORACLE), never=("conformance/cli",)),
    "conformance/cli": Picture(("conformance", "fuzz/campaign", *ABOVE_ORACLE)),
    "ci": Picture(("ci", "conformance", "fuzz", *ABOVE_ORACLE), never=("conformance/cli",)),
}
C_HEADERS = ("stddef.h", "stdint.h", "assert.h")

# The one direction of includes: a folder may include itself and the folders before it. FOLDER/* is each
# folder in FOLDER that has no line of its own; these may not include each other. Tests may include
# in any direction that PICTURE allows. Folders named `testing` contain tests, so they are not listed.
ORDER = (
    "oracle/model", "oracle/words", "oracle/readings", "oracle/state", "oracle/rules/conditions",
    "oracle/rules/promises", "oracle/rules", "oracle/rules/steps", "oracle/coverage", "oracle/engine",

    "corpora/files", "corpora", "corpora/codec", "corpora/recording", "corpora/readable",
    "corpora/text", "corpora/merge", "corpora/lint", "corpora/arbitrary",

    "reports", "reports/schema", "reports/model", "reports/words", "reports/stored", "reports/summary",
    "reports/known", "reports/merge", "reports/diff", "reports/matrix", "reports/document",
    "reports/web", "reports/writers/page", "reports/writers",

    "conformance/abi", "conformance/layout",
    "conformance/emulator/tables", "conformance/emulator/behaviour", "conformance/emulator/machine",
    "conformance/emulator", "conformance/emulator/exports/forwarding", "conformance/emulator/exports",
    "conformance/emulator/exports/clients", "conformance/emulator/exports/consumer",
    "conformance/mutants/replacing", "conformance/mutants/anycasts", "conformance/mutants/routes",
    "conformance/mutants", "conformance/mutants/exports",
    "conformance/specimens", "conformance/specimens/calls",

    "conformance/repository",
    "conformance/implementations/api", "conformance/implementations/child",
    "conformance/implementations/process/commands", "conformance/implementations/process",
    "conformance/implementations/process/testee", "conformance/implementations/isolation",
    "conformance/implementations/library", "conformance/implementations/library/supervision",
    "conformance/implementations/linux/kernel", "conformance/implementations/windows",
    "conformance/implementations/*",  # the kinds, which do not include each other
    "conformance/implementations",

    "conformance/execution", "conformance/execution/shrink",
    "conformance/known", "conformance/export/c", "conformance/export/wine",
    "conformance/export", "conformance/documents",

    "conformance/search/shard", "conformance/search/values", "conformance/search/properties/relations",
    "conformance/search/properties",
    "conformance/search/blocks", "conformance/search/sweep/spaces", "conformance/search/sweep",
    "conformance/search/schedule",
    "conformance/search", "conformance/search/mutation_score", "conformance/search/recorded",

    "conformance/compare", "conformance/merge", "conformance/handed_in",

    "fuzz/feedback", "fuzz/harness", "fuzz/harness/checks", "fuzz/mutators",
    "conformance/implementations/process/testing",  # checks that fuzz/targets shares with tests
    "fuzz/targets/mutation", "fuzz/targets", "fuzz/campaign/replay", "fuzz/campaign",

    "conformance/cli/explain", "conformance/cli/help", "conformance/cli/options", "conformance/cli",
    "conformance/guides/examples",

    "ci/benchmarks/programs", "ci/examples",
)

# A folder's namespace is its path below netioconf, except for these parts of a path.
NAMESPACE_OF_PART = {
    "export": "exporting",  # export is a keyword
    "testing": None,  # the parent's namespace, because GoogleTest has a namespace testing
}


def namespace_of(folder: str) -> str:
    parts = [NAMESPACE_OF_PART.get(part, part) for part in folder.split("/")]
    return "::".join(["netioconf", *(part for part in parts if part)])

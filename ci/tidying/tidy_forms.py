"""The checks of ci/tidy about the form of a file: layout, sizes, leftovers, names."""

import ast
import os
import re
import shutil
import subprocess
from typing import Callable, Iterator

from tidy_cpp import cpp_functions, includes, without_comments_and_strings
from tidy_tree import Complaint, Tree

LINES_IN_A_FILE = 400
LINES_IN_A_FUNCTION = 70
COLUMNS = 105


def formatting(tree: Tree) -> Iterator[Complaint]:
    tool = shutil.which("clang-format-19")
    paths = [file.path for file in tree.files if file.is_cpp()]
    if not tool or not paths:
        if paths:
            yield Complaint(paths[0], 1, "clang-format-19 is not installed", "run ci/setup")
        return
    run = subprocess.run([tool, "--dry-run", "--ferror-limit=0", *paths], cwd=tree.root, check=False,
                         capture_output=True, text=True)
    seen = set()
    for path, line in re.findall(r"^(.+?):(\d+):\d+: (?:warning|error): ", run.stderr, re.MULTILINE):
        if path not in seen:
            seen.add(path)
            yield Complaint(path, int(line), "not formatted", f"run clang-format-19 -i {path}")


def own_includes(tree: Tree) -> Iterator[Complaint]:
    """A header that a file lacks is not noticed where it is compiled together with others."""
    for file in tree.files:
        if not file.is_cpp():
            continue
        headers = [include.target for include in includes(file.text)]
        code = without_comments_and_strings(file.text)
        for library in ("fmt", "nlohmann"):
            use = re.search(rf"\b{library}::", code)
            if use and not any(header.startswith(library + "/") for header in headers):
                yield Complaint(file.path, code.count("\n", 0, use.start()) + 1,
                                f"{library} is used without its header", f"include <{library}/...>")


def sizes(tree: Tree) -> Iterator[Complaint]:
    """Limits apply to files that people write, not to data."""
    for file in tree.files:
        written = (file.is_cpp() or file.is_python() or file.is_shell() or file.name == "CMakeLists.txt"
                   or file.name.endswith((".cmake", ".proto", ".yml")))
        if len(file.lines) > LINES_IN_A_FILE and written:
            yield Complaint(file.path, len(file.lines), f"{len(file.lines)} lines",
                            f"split it, {LINES_IN_A_FILE} is the maximum")
        for number, line in enumerate(file.lines, 1):
            if len(line) > COLUMNS and written:
                yield Complaint(file.path, number, f"{len(line)} columns",
                                f"wrap it, {COLUMNS} is the maximum")


def python_functions(text: str) -> Iterator[tuple[int, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno or node.lineno


def shell_functions(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\w+\(\) \{", line):
            begin = number
        elif line == "}" and begin:
            yield begin, number


def functions(tree: Tree) -> Iterator[Complaint]:
    for file in tree.files:
        find: Callable[[str], Iterator[tuple[int, int]]] | None = (
            cpp_functions if file.is_cpp() else python_functions if file.is_python()
            else shell_functions if file.is_shell() else None)
        for begin, end in find(file.text) if find else ():
            if end - begin + 1 > LINES_IN_A_FUNCTION:
                yield Complaint(file.path, begin, f"a function of {end - begin + 1} lines",
                                f"split it, {LINES_IN_A_FUNCTION} is the maximum")


def reminders(tree: Tree) -> Iterator[Complaint]:
    words = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK")) + r")\b")
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            if found := words.search(line):
                yield Complaint(file.path, number, f"a reminder ({found[0]})", "do it, or file an issue")


def shown_commands(tree: Tree) -> Iterator[Complaint]:
    """ci/guides runs a command only in a block that says so. ci/findings runs those of findings, and
    netioconf matrix --check those of reports that were handed in."""
    command = r"(?:\$ |(?:netioconf|cmake|ci/\w+|build/\w+/\w+) )"
    for file in tree.files:
        has_own_test = file.folder == "reports/findings" or file.folder.startswith("corpora/reports/")
        if not file.name.endswith(".md") or has_own_test:
            continue
        block = ""  # the language of the block around a line
        for number, line in enumerate(file.lines, 1):
            if found := re.match(r" *```(.*)", line):
                block = "" if block else found[1] or "text"
            elif re.match((r" *" if block in ("text", "sh", "bash") else r" {4,}") + command, line):
                if not block or block in ("text", "sh", "bash"):
                    yield Complaint(file.path, number, "a command that no test runs",
                                    "put it into a block ```console")


def merge_marks(tree: Tree) -> Iterator[Complaint]:
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            if line.startswith(("<" * 7 + " ", ">" * 7 + " ")):
                yield Complaint(file.path, number, "an unfinished merge", "choose one side")


def machine_paths(tree: Tree) -> Iterator[Complaint]:
    homes = re.compile(r"(?<![\w.$})*-])/(?:home|root|Users|work|farm)/")
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            if found := homes.search(line):
                yield Complaint(file.path, number, f"a path of one machine ({found[0]}…)",
                                "write it relative to the root or take it as an argument")


def foreign_sources(tree: Tree) -> Iterator[Complaint]:
    source = re.compile(r"(?<![\w.$})*-])/[\w./-]+\.(?:cc|c|h|cmake)\b")
    for file in tree.files:
        if file.name != "CMakeLists.txt":
            continue
        for number, line in enumerate(file.lines, 1):
            if found := source.search(line):
                yield Complaint(file.path, number, f"a file outside of the tree ({found[0]})",
                                "bring it in or take it out")


def licences(tree: Tree) -> Iterator[Complaint]:
    """As reuse.software asks: the text of each licence that REUSE.toml names."""
    for file in tree.files:
        if file.path != "REUSE.toml":
            continue
        for number, line in enumerate(file.lines, 1):
            named = re.fullmatch(r'SPDX-License-Identifier = "(.*)"', line)
            for licence in re.split(r" (?:OR|AND) ", named[1]) if named else ():
                if not os.path.isfile(os.path.join(tree.root, "LICENSES", licence + ".txt")):
                    yield Complaint(file.path, number, f"no text of the licence {licence}",
                                    f"add LICENSES/{licence}.txt")


def names(tree: Tree) -> Iterator[Complaint]:
    empty = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "base", "impl"}
    for file in tree.files:
        said = empty & set(re.split(r"[._-]", file.name.lower()))
        if said:
            yield Complaint(file.path, 1, f"a file name without meaning ({sorted(said)[0]})",
                            "name it after its contents")

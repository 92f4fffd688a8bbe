"""The checks of ci/tidy about folders: what they include, what builds them, what describes them."""

import re
from typing import Iterator, NamedTuple

from tidy_tree import Complaint, Tree


# The allowed includes of a folder. The innermost folder of a file in PICTURE applies. `foreign` says
# whether headers of packages are allowed. These have a dot or a slash in their names, unlike headers of
# the standard library.
class Picture(NamedTuple):
    may_include: tuple[str, ...]
    foreign: bool = True


PICTURE = {
    "oracle": Picture(("oracle",), foreign=False),
    "corpora": Picture(("corpora", "oracle")),
    "reports": Picture(("reports", "oracle", "corpora")),
    "conformance": Picture(("conformance", "oracle", "corpora", "reports")),
    "conformance/abi": Picture(("conformance/abi",), foreign=False),
    "conformance/emulator": Picture(("conformance/emulator", "conformance/mutants", "conformance/abi")),
    "conformance/mutants": Picture(("conformance/mutants", "conformance/emulator", "conformance/abi")),
    "fuzz": Picture(("fuzz", "conformance", "reports", "corpora", "oracle")),
}
C_HEADERS = ("stddef.h", "stdint.h", "assert.h")


def picture_for(path: str) -> tuple[str, Picture] | None:
    fitting = [folder for folder in PICTURE if path.startswith(folder + "/")]
    return (max(fitting, key=len), PICTURE[max(fitting, key=len)]) if fitting else None


def includes(tree: Tree) -> Iterator[Complaint]:
    for file in tree.files:
        found = picture_for(file.path) if file.is_cpp() else None
        if not found:
            continue
        folder, picture = found
        for number, line in enumerate(file.lines, 1):
            include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not include:
                continue
            ours, target = include[1] == '"', include[2]
            if ours and target.startswith("src/libfuzzer/"):
                continue
            if ours and not target.startswith(tuple(name + "/" for name in picture.may_include)):
                yield Complaint(file.path, number, f'{folder} may not include "{target}"',
                                f"move what is needed, or include only {', '.join(picture.may_include)}")
            foreign = not ours and ("/" in target or "." in target) and target not in C_HEADERS
            if foreign and not picture.foreign and not file.name.endswith("_test.cc"):
                yield Complaint(file.path, number, f"{folder} includes <{target}>",
                                "use the standard library only")


def unbuilt(tree: Tree) -> Iterator[Complaint]:
    """A CMakeLists.txt names a file by its path, or by its module, which has a test too."""
    lists = {file.folder: file.text for file in tree.files if file.name == "CMakeLists.txt"}
    for file in tree.files:
        built = file.path.endswith((".cc", ".h", ".c", ".py", ".sh", ".proto"))
        if not built or file.path.startswith(("ci/", ".ci/", ".github/")) or "/" not in file.path:
            continue
        folder = file.folder
        while folder and folder not in lists:
            folder = folder.rpartition("/")[0]
        stem = file.name.rpartition(".")[0]
        mentioned = [file.path[len(folder) + 1:] if folder else file.path, file.path, stem,
                     stem.removesuffix("_test")]
        words = r"(?<![\w./-])(?:" + "|".join(map(re.escape, mentioned)) + r")(?![\w./-])"
        if not re.search(words, lists.get(folder, "")):
            yield Complaint(file.path, 1, "no target builds it",
                            f"list it in {folder + '/' if folder else ''}CMakeLists.txt or remove it")


def readmes(tree: Tree) -> Iterator[Complaint]:
    there = {file.path for file in tree.files}
    code = (".cc", ".h", ".c", ".proto", ".py")
    with_code = {file.folder for file in tree.files if file.path.endswith(code)} - {""}
    with_code -= {folder for folder in with_code if folder.endswith("/testing")}
    for folder in sorted(with_code):
        if folder + "/README.md" not in there:
            yield Complaint(folder + "/README.md", 1, "sources without a README.md", "write one")

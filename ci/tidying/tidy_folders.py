"""The checks of ci/tidy about folders: what they include, what builds them, what describes them."""

import os
import re
from typing import Iterator

import tidy_cpp as cpp
from tidy_picture import C_HEADERS, ORDER, PICTURE, Picture, namespace_of
from tidy_tree import Complaint, Tree


def picture_for(path: str) -> tuple[str, Picture] | None:
    fitting = [folder for folder in PICTURE if path.startswith(folder + "/")]
    return (max(fitting, key=len), PICTURE[max(fitting, key=len)]) if fitting else None


def below(path: str, folders: tuple[str, ...]) -> bool:
    return path.startswith(tuple(folder + "/" for folder in folders))


def includes(tree: Tree) -> Iterator[Complaint]:
    for file in tree.files:
        found = picture_for(file.path) if file.is_cpp() else None
        if not found:
            continue
        folder, picture = found
        for line, target, ours in cpp.includes(file.text):
            if ours and target.startswith(("src/libfuzzer/", "wine/")):
                continue
            if ours and (not below(target, picture.may_include) or below(target, picture.never)):
                without = f" without {', '.join(picture.never)}" if picture.never else ""
                yield Complaint(file.path, line, f'{folder} may not include "{target}"', "move what is "
                                f"needed, or include only {', '.join(picture.may_include)}{without}")
            foreign = not ours and ("/" in target or "." in target) and target not in C_HEADERS
            if foreign and not picture.foreign and not file.name.endswith("_test.cc"):
                yield Complaint(file.path, line, f"{folder} includes <{target}>",
                                "use the standard library only")


def order(tree: Tree) -> Iterator[Complaint]:
    listed = {folder: number for number, folder in enumerate(ORDER)}

    def position(folder: str) -> int | None:
        return listed.get(folder, listed.get(f"{os.path.dirname(folder)}/*"))

    for folder, included in cpp.folder_graph(tree.files).items():
        here = position(folder)
        if here is None:
            yield Complaint(folder, 1, "the order of the folders does not list it",
                            "add it to ORDER in ci/tidying/tidy_picture.py")
            continue
        for other, (path, line) in included.items():
            there = position(other)
            if there is not None and there >= here:
                yield Complaint(path, line, f"{folder} may not include {other}, which comes after it",
                                "move what is needed to one of them, or to a folder before both")


def cycles(tree: Tree) -> Iterator[Complaint]:
    graph = cpp.folder_graph(tree.files)
    for cycle in cpp.cycles(graph):
        path, line = next(where for other, where in graph[cycle[0]].items() if other in cycle)
        yield Complaint(path, line, f"{', '.join(cycle)} include each other",
                        "move what they share to a folder of its own")


def namespaces(tree: Tree) -> Iterator[Complaint]:
    """A namespace inside that of the folder is allowed, and so are those of other projects. A test may
    also print a type of another folder: such a function must be in the namespace of the type."""
    for file in tree.files:
        if not file.is_cpp() or not picture_for(file.path):
            continue
        expected = namespace_of(file.folder)
        for name, line in cpp.namespaces(file.text):
            ours = name.split("::")[0] == "netioconf"
            prints = file.is_test() and only_prints(file.text, name)
            if ours and not (name + "::").startswith(expected + "::") and not prints:
                yield Complaint(file.path, line, f"{name} is not the namespace of the folder",
                                f"use {expected}")


def only_prints(text: str, namespace: str) -> bool:
    inside = [made.head for made in cpp.declarations(text) if "::".join(made.namespace) == namespace]
    return all(re.search(r"\b(?:showValue|PrintTo|operator<<)\(", head) for head in inside)


FILES_IN_A_FOLDER = 30
# Collections: every entry is one file, and a reader looks for one of them by its name.
COLLECTIONS = ("corpora/scripts", "reports/findings")


def is_collection(folder: str) -> bool:
    return below(folder + "/", COLLECTIONS) or "golden" in folder.split("/")


def full_folders(tree: Tree) -> Iterator[Complaint]:
    """A reader must see the whole folder at a glance."""
    for folder, files in files_by_folder(tree).items():
        if len(files) > FILES_IN_A_FOLDER and not is_collection(folder):
            yield Complaint(folder, 1, f"{len(files)} files",
                            f"split it by concern, {FILES_IN_A_FOLDER} is the maximum")


def files_by_folder(tree: Tree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in tree.files:
        found.setdefault(file.folder, []).append(file.name)
    return found


# Folders whose sources are not one library of their own name, and why.
OTHER_TARGETS = {
    "ci/benchmarks/programs": "one program",
    "ci/examples": "projects of others",
    "conformance/emulator/exports/consumer": "a project of others",
    "conformance/emulator/exports/forwarding": "a DLL",
    "conformance/export/c": "texts that the exporter contains",
    "conformance/export/wine": "texts that the exporter contains",
    "conformance/guides/examples": "programs of the guides",
    "conformance/implementations/driver": "one program and the kernel's part of it",
    "conformance/implementations/library/testing/emulated": "each file is a library",
    "conformance/implementations/library/testing/faults": "each file is a library",
    "conformance/implementations/windows/testing": "each file is a DLL",
    "conformance/specimens": "libraries that differ in the files they have",
    "fuzz/targets/mutation": "a part of each target",
    "reports/schema": "one program",
}


def targets(tree: Tree) -> Iterator[Complaint]:
    """netioconf_folder makes the target whose name is the path of its folder."""
    lists = {file.folder: file.text for file in tree.files if file.name == "CMakeLists.txt"}
    with_code = {file.folder for file in tree.files if file.path.endswith((".cc", ".c"))} - {""}
    for folder in sorted(with_code):
        declared = re.search(r"\bnetioconf_(?:folder|proto)\(", lists.get(folder, ""))
        if not declared and not below(folder + "/", tuple(OTHER_TARGETS)):
            yield Complaint(f"{folder}/CMakeLists.txt", 1, "the folder is no target of its own name",
                            "declare it with netioconf_folder")


def unbuilt(tree: Tree) -> Iterator[Complaint]:
    """A CMakeLists.txt names a file by its path, or by its module, which has a test too."""
    lists = {file.folder: file.text for file in tree.files if file.name == "CMakeLists.txt"}
    paths = {file.path for file in tree.files}
    for file in tree.files:
        built = file.path.endswith((".cc", ".h", ".c", ".py", ".sh", ".proto"))
        if not built or file.path.startswith(("ci/", ".ci/", ".github/")) or "/" not in file.path:
            continue
        folder = file.folder
        while folder and folder not in lists:
            folder = folder.rpartition("/")[0]
        stem = file.name.rpartition(".")[0]
        mentioned = [file.path[len(folder) + 1:] if folder else file.path, file.path]
        if folder == file.folder or f"{folder}/{file.name}" not in paths:
            mentioned += [stem, stem.removesuffix("_test")]
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

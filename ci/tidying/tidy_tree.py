"""The tree that ci/tidy checks, and a complaint about it."""

import os
from typing import NamedTuple

FOLDERS = ("oracle", "corpora", "reports", "conformance", "fuzz", "ci", ".ci", ".clusterfuzzlite",
           ".github")


class Complaint(NamedTuple):
    file: str
    line: int
    what: str
    remedy: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.what}, {self.remedy}"


class File(NamedTuple):
    path: str  # from the root, with /
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    def is_cpp(self) -> bool:
        return self.path.endswith((".cc", ".h", ".c"))

    def is_test(self) -> bool:
        return self.name.endswith(("_test.cc", "_test.c")) or "testing" in self.folder.split("/")

    def is_made(self) -> bool:
        """Programs write it, from sources that are checked."""
        return "golden" in self.folder.split("/") or self.name == "package-lock.json"

    def is_python(self) -> bool:
        return self.path.endswith(".py") or self.text.startswith("#!/usr/bin/env python3")

    def is_shell(self) -> bool:
        return self.path.endswith(".sh") or self.text.startswith("#!/usr/bin/env bash")


class Tree(NamedTuple):
    root: str
    files: list[File]

    def under(self, folder: str) -> list[File]:
        return [file for file in self.files if file.path.startswith(folder + "/")]


def read_tree(root: str) -> Tree:
    # In a linked worktree .git is a file.
    paths = [name for name in os.listdir(root) if name != ".git"]
    paths = [name for name in paths if os.path.isfile(os.path.join(root, name))]
    for folder in FOLDERS:
        for at, folders, names in os.walk(os.path.join(root, folder)):
            folders[:] = [name for name in folders if name not in ("__pycache__", "node_modules")]
            paths += [os.path.relpath(os.path.join(at, name), root) for name in names]
    files = []
    for path in sorted(paths):
        with open(os.path.join(root, path), "rb") as opened:
            content = opened.read()
        if b"\0" not in content:
            files.append(File(path.replace(os.sep, "/"), content.decode("utf-8", "replace")))
    return Tree(root, files)

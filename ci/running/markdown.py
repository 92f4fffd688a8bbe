"""The commands that a page in Markdown shows, and the files that they need. ci/guides has the form."""

import pathlib
import re
from typing import NamedTuple

FENCE = re.compile(r"( *)(`{3,})(.*)")
STATUS = re.compile(r"\[exit status (\d+)\]")
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
OUTSIDE = re.compile(r"/|~|(?:.*/)?\.\.(?:/|$)")


class Unreadable(Exception):
    """What is wrong, with its line: "12: what"."""


class Command(NamedTuple):
    line: int
    text: str
    shown: tuple[str, ...]  # its output, line by line
    status: int
    needs: tuple[str, ...]
    run_by: str  # the file that runs it; empty: it runs here
    output: tuple[int, int]  # where its output begins and ends in the lines of the page
    indent: str


class Made(NamedTuple):
    line: int
    name: str
    text: str


class Page(NamedTuple):
    path: pathlib.Path
    lines: list[str]
    steps: list[Command | Made]

    def with_output(self, seen: dict[Command, tuple[str, int]]) -> str:
        """The text of the page with the output and the status of these commands."""
        lines = list(self.lines)
        for command in sorted(seen, key=lambda one: one.line, reverse=True):
            text, status = seen[command]
            output = text.splitlines()
            for line in output:
                if line.startswith("$ ") or FENCE.fullmatch(line):
                    raise Unreadable(f"{command.line}: it prints what a page cannot show: {line}")
            if status != 0:
                output.append(f"[exit status {status}]")
            begin, end = command.output
            is_last = lines[end].strip().startswith("```")
            lines[begin:end] = [(command.indent + line).rstrip() for line in output]
            if not is_last:
                lines.insert(begin + len(output), "")
        return "\n".join(lines) + "\n"


def read_page(path: pathlib.Path) -> Page:
    lines = path.read_text().splitlines()
    steps: list[Command | Made] = []
    at = 0
    while at < len(lines):
        found = FENCE.fullmatch(lines[at])
        if not found:
            at += 1
            continue
        end = closing_fence(lines, at, found[1] + found[2])
        language, *info = found[3].split() or [""]
        if language == "console":
            steps += commands(lines, at, end, found[1], info)
        elif info:
            steps.append(made(lines, at, end, found[1], info))
        at = end + 1
    return Page(path, lines, steps)


def closing_fence(lines: list[str], begin: int, fence: str) -> int:
    for at in range(begin + 1, len(lines)):
        if lines[at].rstrip() == fence:
            return at
    raise Unreadable(f"{begin + 1}: a block without an end")


def unindented(line: str, indent: str, number: int) -> str:
    if line.strip() and not line.startswith(indent):
        raise Unreadable(f"{number}: it is indented less than its block")
    return line[len(indent):]


def made(lines: list[str], begin: int, end: int, indent: str, info: list[str]) -> Made:
    if len(info) != 1 or OUTSIDE.match(info[0]):
        raise Unreadable(f"{begin + 1}: not the name of one file in the folder: {' '.join(info)}")
    inside = [unindented(lines[at], indent, at + 1) for at in range(begin + 1, end)]
    return Made(begin + 1, info[0], "".join(line + "\n" for line in inside))


def conditions(info: list[str], line: int) -> tuple[tuple[str, ...], str]:
    if not info:
        return (), ""
    if info[0] == "needs" and len(info) > 1:
        return tuple(info[1:]), ""
    if info[:2] == ["run", "by"] and len(info) == 3:
        return (), info[2]
    raise Unreadable(f"{line}: not \"needs …\" or \"run by PATH\": {' '.join(info)}")


def unnamed(path: pathlib.Path, line: str) -> str:
    """The first program or option of a line that a file lacks; empty if it has all."""
    text = path.read_text() if path.is_file() else ""
    for command in re.split(r"&&|[;|]", re.sub(r"\s#.*|\\\n", " ", line)):
        options = [word.partition("=")[0] for word in command.split() if word.startswith("-")]
        for word in (program(command), *options):
            if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
                return word
    return ""


def program(command: str) -> str:
    """The program of a command, after the variables that it sets; of one that is built, its name."""
    word = next((word for word in command.split() if "=" not in word), command)
    return word.rpartition("/")[2] if word.startswith(("/", "build/")) else word


def commands(lines: list[str], begin: int, end: int, indent: str, info: list[str]) -> list[Command]:
    needs, run_by = conditions(info, begin + 1)
    inside = [unindented(lines[at], indent, at + 1) for at in range(begin + 1, end)]
    if not inside or not inside[0].startswith("$ "):
        raise Unreadable(f"{begin + 2}: a block of commands that begins with none ($ …)")
    starts = [at for at, line in enumerate(inside) if line.startswith("$ ")]
    found = []
    for start, stop in zip(starts, starts[1:] + [len(inside)]):
        first = start + 1
        while inside[first - 1].endswith("\\"):
            if first == stop:
                raise Unreadable(f"{begin + 1 + first}: a command without an end")
            first += 1
        text = "\n".join(inside[start:first]).removeprefix("$ ")
        if run_by and (word := unnamed(ROOT / run_by, text)):
            raise Unreadable(f"{begin + 2 + start}: {run_by} does not run it: it lacks {word}")
        shown = inside[first:stop]
        while shown and not shown[-1].strip():
            shown.pop()
        status = 0
        for number, line in enumerate(shown):
            if said := STATUS.fullmatch(line):
                if number != len(shown) - 1:
                    raise Unreadable(f"{begin + 2 + first + number}: the exit status is not at the end")
                status = int(said[1])
        if status:
            shown.pop()
        found.append(Command(begin + 2 + start, text, tuple(shown), status, needs, run_by,
                             (begin + 1 + first, begin + 1 + stop), indent))
    return found

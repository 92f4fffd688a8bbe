"""What ci/tidy reads in the text of C and C++."""

import bisect
import re
from typing import Iterator, NamedTuple

from tidy_tree import File


COMMENT = r"//[^\n]*|/\*.*?\*/"
DIRECTIVE = r"^[ \t]*#[^\n]*"
LITERAL = r'R"(?P<raw>\w*)\(.*?\)(?P=raw)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''


def blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def without_comments_and_strings(text: str) -> str:
    """The text with blanks instead of comments and literals, so that positions do not change."""
    return re.sub(f"{COMMENT}|{DIRECTIVE}|{LITERAL}", lambda match: blanks(match[0]), text,
                  flags=re.DOTALL | re.MULTILINE)


def comments_and_strings(text: str) -> str:
    """The rest: the text with | instead of each other character, except white space."""
    kept, end = [], 0
    for match in re.finditer(f"{COMMENT}|{DIRECTIVE}|{LITERAL}", text, re.DOTALL | re.MULTILINE):
        is_directive = match[0].lstrip().startswith("#")
        kept += [bars(text[end:match.start()]), bars(match[0]) if is_directive else match[0]]
        end = match.end()
    return "".join(kept) + bars(text[end:])


def bars(text: str) -> str:
    return re.sub(r"\S", "|", text)


NOT_A_FUNCTION = re.compile(r"^\s*(?:template\s*<.*>\s*)?(?:namespace|class|struct|union|enum)\b|=\s*$",
                            re.DOTALL)


def cpp_functions(text: str) -> Iterator[tuple[int, int]]:
    """First and last line of each function: an outermost brace whose head has a parameter list."""
    code = without_comments_and_strings(text)
    ends_of_lines = [match.start() for match in re.finditer("\n", code)]
    open_braces: list[int | None] = []  # start of the function if the brace opens one
    head_start = 0
    for match in re.finditer(r"[{};]", code):
        inside = any(start is not None for start in open_braces)
        if match[0] == "{":
            head = code[head_start:match.start()]
            is_function = not inside and ")" in head and not NOT_A_FUNCTION.search(head)
            begin = head_start + len(head) - len(head.lstrip())
            open_braces.append(begin if is_function else None)
        elif match[0] == "}" and open_braces:
            begin = open_braces.pop()
            if begin is not None:
                yield (bisect.bisect_left(ends_of_lines, begin) + 1,
                       bisect.bisect_left(ends_of_lines, match.start()) + 1)
        if not any(start is not None for start in open_braces):
            head_start = match.end()


class Include(NamedTuple):
    line: int
    target: str
    ours: bool  # in quotes


def includes(text: str) -> Iterator[Include]:
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line):
            yield Include(number, found[2], found[1] == '"')


class Declaration(NamedTuple):
    """What begins directly in a namespace: the text before its first brace or semicolon."""
    namespace: tuple[str, ...]  # "" for each that has no name
    head: str
    line: int
    end: str  # { or ;


def declarations(text: str) -> Iterator[Declaration]:
    code = without_comments_and_strings(text)
    open_braces: list[tuple[str, ...] | None] = []  # names of the namespaces; None for any other brace
    start = 0
    for match in re.finditer(r"[{};]", code):
        if None not in open_braces:
            head = code[start:match.start()]
            namespace = sum((names or () for names in open_braces), ())
            begin = start + len(head) - len(head.lstrip())
            if match[0] != "}":
                yield Declaration(namespace, head.strip(), code.count("\n", 0, begin) + 1, match[0])
        if match[0] == "{":
            head = code[start:match.start()].strip()
            found = re.fullmatch(r"(?:inline\s+)?namespace\b\s*([\w:]*)", head)
            names = tuple(found[1].split("::")) if found else None
            open_braces.append(() if head == "extern" else names)
        elif match[0] == "}" and open_braces:
            open_braces.pop()
        if None not in open_braces:
            start = match.end()


def namespaces(text: str) -> Iterator[tuple[str, int]]:
    """Name and line of each outermost namespace that has a name."""
    for declaration in declarations(text):
        found = re.fullmatch(r"namespace\s+([\w:]+)", declaration.head)
        if found and declaration.end == "{" and not declaration.namespace:
            yield found[1], declaration.line


# For each folder the folders that it includes, and one such include for each: its file and line.
Graph = dict[str, dict[str, tuple[str, int]]]


def folder_graph(files: list[File]) -> Graph:
    """Without tests, which may include in any direction."""
    written = [file for file in files if file.is_cpp() and not file.is_test()]
    graph: Graph = {file.folder: {} for file in written}
    for file in written:
        for include in includes(file.text):
            folder = include.target.rpartition("/")[0]
            if include.ours and folder in graph and folder != file.folder:
                graph[file.folder].setdefault(folder, (file.path, include.line))
    return graph


def cycles(graph: Graph) -> list[list[str]]:
    """The sets of folders that reach each other."""
    reached = {folder: {folder} for folder in graph}
    for folder, found in reached.items():
        waiting = [folder]
        while waiting:
            new = graph[waiting.pop()].keys() - found
            found |= new
            waiting += new
    sets = {tuple(sorted(other for other in found if folder in reached[other]))
            for folder, found in reached.items()}
    return [list(cycle) for cycle in sorted(sets) if len(cycle) > 1]


class Type(NamedTuple):
    name: str
    namespace: tuple[str, ...]
    line: int
    alias: bool


TYPE = re.compile(
    r"(?:template\s*<.*>\s*)?"
    r"(?:(?:struct|class|union|enum(?:\s+class|\s+struct)?)\s+(?:alignas\([^)]*\)\s*)?"
    r"(?P<type>\w+)(?:\s+final)?(?:\s*:(?!:).*)?|using\s+(?P<alias>\w+)\s*=.*)", re.DOTALL)


def types(text: str) -> Iterator[Type]:
    """The types and aliases that are defined directly in a namespace."""
    for found in declarations(text):
        match = TYPE.fullmatch(found.head)
        if match and match["alias"]:
            yield Type(match["alias"], found.namespace, found.line, True)
        elif match and found.end == "{":
            yield Type(match["type"], found.namespace, found.line, False)


def types_defined_twice(files: list[File]) -> dict[str, dict[str, Type]]:
    """The definitions, by file, of each name that several files define. Tests do not count, because
    no other file uses their types."""
    found: dict[str, dict[str, Type]] = {}
    for file in files:
        if file.path.endswith((".cc", ".h")) and not file.is_test():
            for made in types(file.text):
                found.setdefault(made.name, {}).setdefault(file.path, made)
    return {name: places for name, places in sorted(found.items()) if len(places) > 1}

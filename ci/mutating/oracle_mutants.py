"""Mutants of the oracle, made mechanically from the text of its sources.

A mutant replaces one piece of one file. The kinds of mutants are the functions of KINDS. Each finds its
places in `code`, which is the text without comments, directives and the contents of strings. All other
characters keep their positions.
"""

import bisect
import os
import re
from typing import Callable, Iterator, NamedTuple

# Files that contain only words: calls and rows as text, and the sentences that promise nothing. All
# other files below oracle/ affect verdicts or their counts.
WORDING = ("describe.cc", "unpromised.cc")


# The headers that contain rules and readings, not only declarations.
HEADERS = ("_checks.h", "failures.h", "refusal.h") + tuple(
    f"questions_about_{what}.h" for what in ("arguments", "lookups", "anycasts")) + tuple(
    f"promises_of_{what}.h" for what in ("changes", "rows", "tables"))


class Change(NamedTuple):
    begin: int
    end: int
    replacement: str


class Mutant(NamedTuple):
    file: str  # from the root, with /
    line: int
    column: int
    kind: str
    function: str  # the function or table that contains it
    was: str  # the lines that it changes, with single blanks
    becomes: str
    change: Change

    @property
    def id(self) -> str:
        return f"{self.file}:{self.line}:{self.column}:{self.kind}"


def code_of(text: str) -> str:
    """The same text with blanks for comments and directives, and underscores within literals."""
    comment = r"//[^\n]*|/\*.*?\*/|^[ \t]*#[^\n]*"
    literal = r'(?P<quote>"|(?<![0-9a-fA-F])\')(?P<inside>(?:\\.|(?!(?P=quote))[^\\\n])*)(?P=quote)'

    def blanked(match: re.Match) -> str:
        if match["quote"]:
            return match["quote"] + "_" * len(match["inside"]) + match["quote"]
        return re.sub(r"[^\n]", " ", match[0])

    return re.sub(comment + "|" + literal, blanked, text, flags=re.DOTALL | re.MULTILINE)


PAIRS = {"(": ")", "{": "}", "[": "]"}


def end_of(code: str, begin: int) -> int:
    """The position after the bracket that closes the one at `begin`."""
    depth = 0
    for match in re.compile(r"[(){}\[\]]").finditer(code, begin):
        depth += 1 if match[0] in PAIRS else -1
        if depth == 0:
            return match.end()
    return len(code)


def end_of_expression(code: str, begin: int, ends: str) -> int:
    """The position of the first of `ends` outside of brackets."""
    at = begin
    while at < len(code) and code[at] not in ends:
        at = end_of(code, at) if code[at] in PAIRS else at + 1
    return at


def outermost(expression: str) -> str:
    """The expression without the contents of brackets."""
    depth, kept = 0, ""
    for letter in expression:
        depth -= letter in ")}]"
        kept += letter if depth == 0 else ""
        depth += letter in "({["
    return kept


def is_one_equality(expression: str) -> bool:
    """Whether it is a single (in)equality. The kind `boundary` already negates such a condition."""
    outside = outermost(expression)
    return len(re.findall(r"\s(?:==|!=)\s", outside)) == 1 and not re.search(r"&&|\|\||\s\?\s", outside)


def negated(code: str, begin: int, end: int) -> Iterator[Change]:
    if not is_one_equality(code[begin:end]):
        yield Change(begin, end, f"!({code[begin:end]})")


def rules(code: str) -> Iterator[Change]:
    """Drops a rule, an effect or a refusal, from its table."""
    for match in re.finditer(r"^ +(?:refusal|effect)\(", code, re.MULTILINE):
        end = end_of(code, match.end() - 1)
        if code[end] == ",":
            yield Change(match.start(), end + 1, "")


def sides(code: str) -> Iterator[Change]:
    """Exchanges the two sides of an example."""
    for match in re.finditer(r"\w*examples = (?=\{)", code):
        begin, end = match.end() + 1, end_of(code, match.end()) - 1
        while begin < end:
            pair = code.index("{", begin)
            last = end_of(code, pair)
            comma = end_of_expression(code, pair + 1, ",")
            beyond, within = code[pair + 1:comma], code[comma + 1:last - 1]
            yield Change(pair + 1, last - 1, f"{within}, {beyond}")
            begin = last + 1


def conditions(code: str) -> Iterator[Change]:
    for match in re.finditer(r"\b(?:if|while) (?=\()", code):
        begin, end = match.end() + 1, end_of(code, match.end()) - 1
        if not re.search(r";|\w = ", outermost(code[begin:end])):
            yield from negated(code, begin, end)


def choices(code: str) -> Iterator[Change]:
    """Negates the condition of `condition ? a : b`."""
    for match in re.finditer(r"\s\?\s", code):
        depth, begin = 0, match.start()
        while depth > 0 or not re.search(r"(?:[({\[,;]\s*|\breturn |[^=!<>]= |\s[?:] )$",
                                         code[:begin][-9:]):
            begin -= 1
            depth += (code[begin] in ")}]") - (code[begin] in "({[")
        while code[begin].isspace():
            begin += 1
        yield from negated(code, begin, match.start())


def truths(code: str) -> Iterator[Change]:
    """Negates the results of functions and conditions of rules that return bool, and bool variables."""
    function = r"^ *(?:\[\[nodiscard\]\] )?(?:inline )?bool (?:\w+::)*\w+(?=\()|\.applies =\s+\[\](?=\()"
    for match in re.finditer(function, code, re.MULTILINE):
        body = end_of_expression(code, match.end(), "{;")
        if code[body] == "{":
            for found in re.compile(r"\breturn (?=[^;])").finditer(code, body, end_of(code, body)):
                yield from negated(code, found.end(), end_of_expression(code, found.end(), ";"))
    for match in re.finditer(r"\bbool \w+ =\s+", code):
        yield from negated(code, match.end(), end_of_expression(code, match.end(), ";"))


MOVED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
EXCHANGED = {"&&": "||", "||": "&&"}


def exchanged(code: str, words: dict[str, str]) -> Iterator[Change]:
    """Changes operators only: < and && of templates and references have no blanks on both sides."""
    for match in re.finditer(r"(?<=\s)(?:" + "|".join(map(re.escape, words)) + r")(?=\s)", code):
        yield Change(match.start(), match.end(), words[match[0]])


def boundaries(code: str) -> Iterator[Change]:
    return exchanged(code, MOVED)


def connectives(code: str) -> Iterator[Change]:
    return exchanged(code, EXCHANGED)


STATUSES = ("success", "invalid_parameter", "not_found", "not_supported", "object_already_exists",
            "file_not_found", "invalid_handle", "not_enough_memory", "access_denied",
            "network_unreachable", "other")
PROMISED = {"is_invalid": "is_not_found", "is_not_found": "is_not_supported",
            "is_not_supported": "is_invalid", "already_exists": "is_invalid",
            "no_link_is_named": "is_invalid", "link_is_unknown": "is_not_found",
            "machine_has_no_stack": "is_not_supported", "link_has_no_stack": "is_not_supported",
            "entry_is_missing": "is_not_found", "has_stray_bytes": "is_not_found"}


def statuses(code: str) -> Iterator[Change]:
    """Replaces a promised status by another, or several by one of them; removes a status from a set."""
    for match in re.finditer(r"\bStatus::(" + "|".join(STATUSES) + r")\b", code):
        other = STATUSES[(STATUSES.index(match[1]) + 1) % len(STATUSES)]
        yield Change(match.start(1), match.end(1), other)
    for match in re.finditer(r",\s+(" + "|".join(PROMISED) + r")(?=\))", code):
        yield Change(match.start(1), match.end(1), PROMISED[match[1]])
    for match in re.finditer(r"(?<=\bset\(\{)[\w, ]+(?=\}\))", code):
        for word in re.finditer(r"\w+(?:, )?", match[0]):
            yield Change(match.start() + word.start(), match.start() + word.end(), "")


def answers(code: str) -> Iterator[Change]:
    """Swaps documented and observed answers, and answers that Windows gives and does not give."""
    words = {"documented": "observed", "observed": "documented",
             "on_windows": "not_on_windows", "not_on_windows": "on_windows"}
    for match in re.finditer(r"(?<=,)(\s+)(" + "|".join(words) + r")(?=,)", code):
        yield Change(match.start(2), match.end(2), words[match[2]])


def limits(code: str) -> Iterator[Change]:
    """Makes a rule apply under every answer, or under one answer less."""
    for match in re.finditer(r"(?<=\s)may_be_invalid<[^;]*?>(?=\))", code):
        yield Change(match.start(), match.end(), "is_invalid")
    for match in re.finditer(r"\{readings::\w+::\w+,\s+Status::\w+\}(?:,|(?=\}))", code):
        yield Change(match.start(), match.end(), "")


# The text before the bracket of a call or before an assignment: names, members, elements.
TARGET = r"(?:\+\+|--|\*)?[a-z_]\w*(?:(?:\.|->|::)\w+|\[[^\]\n]*\]|\(\))*(?:<\w+>)?"
STATEMENT = re.compile(rf"(?<=[;{{}})])\s+(?!return\b)({TARGET}(?=\(| [|&+^-]?= |;))", re.MULTILINE)


def statements(code: str) -> Iterator[Change]:
    """Removes a statement that has its own lines or is a whole function body: a call, an assignment, an
    increment, `continue`."""
    for match in STATEMENT.finditer(code):
        begin = match.start(1)
        end = end_of_expression(code, begin, ";}")
        alone = "\n" in code[match.start():begin] or code.startswith("; }\n", end)
        if alone and code[end] == ";":
            yield Change(begin, end + 1, ";")


KINDS: dict[str, Callable[[str], Iterator[Change]]] = {
    "rule": rules, "side": sides, "condition": conditions, "choice": choices, "truth": truths,
    "boundary": boundaries, "connective": connectives, "status": statuses, "answer": answers,
    "limit": limits, "statement": statements}

HEAD = re.compile(r"^(?!namespace|using|template|\})\w.*?((?:\w+::)*~?\w+)(?:\(\))?(?= ?[({=])",
                  re.MULTILINE)


def within(code: str) -> Callable[[int], str]:
    """Finds the function or table that begins last before a place."""
    heads = list(HEAD.finditer(code))
    begins = [head.start() for head in heads]

    def find(at: int) -> str:
        position = bisect.bisect_right(begins, at)
        return heads[position - 1][1] if position else "the file"

    return find


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def mutants_of(file: str, text: str) -> Iterator[Mutant]:
    code = code_of(text)
    head_of = within(code)
    for kind, find in KINDS.items():
        for found in find(code):
            begin, end, replacement = found
            if replacement.startswith("!("):
                found = Change(begin, end, f"!({text[begin:end]})")
            first = text.rfind("\n", 0, begin) + 1
            last = text.find("\n", end)
            yield Mutant(file, text.count("\n", 0, begin) + 1, begin - first + 1, kind, head_of(begin),
                         in_one_line(text[first:last]),
                         in_one_line(text[first:begin] + found.replacement + text[end:last]), found)


def applied(text: str, mutant: Mutant) -> str:
    begin, end, replacement = mutant.change
    return text[:begin] + replacement + text[end:]


def headers(root: str) -> list[str]:
    found = []
    for at, _, names in os.walk(os.path.join(root, "oracle")):
        folder = os.path.relpath(at, root).replace(os.sep, "/")
        found += [f"{folder}/{name}" for name in names if name.endswith(".h")]
    return sorted(found)


def sources(root: str) -> list[str]:
    found = []
    for at, folders, names in os.walk(os.path.join(root, "oracle")):
        folders[:] = [name for name in folders if name != "testing"]
        folder = os.path.relpath(at, root).replace(os.sep, "/")
        found += [f"{folder}/{name}" for name in names
                  if name.endswith((".cc", *HEADERS)) and not name.endswith("_test.cc")
                  and name not in WORDING]
    return sorted(found)


def all_mutants(root: str) -> list[Mutant]:
    """All mutants, ordered by kind and then by place."""
    mutants = []
    for file in sources(root):
        with open(os.path.join(root, file), encoding="utf-8") as opened:
            mutants += mutants_of(file, opened.read())
    order = list(KINDS)
    return sorted(mutants, key=lambda each: (order.index(each.kind), each.file, each.change.begin))


def spread(mutants: list[Mutant], count: int) -> list[Mutant]:
    """`count` of the mutants, evenly spread over kinds and files; the same ones each time."""
    if count >= len(mutants):
        return mutants
    return [mutants[i * len(mutants) // count] for i in range(count)]

"""What ci/tidy reads in the text of C and C++."""

import bisect
import re
from typing import Iterator


def without_comments_and_strings(text: str) -> str:
    """The text with blanks instead of comments and literals, so that positions do not change."""
    comment = r"//[^\n]*|/\*.*?\*/|^[ \t]*#[^\n]*"
    literal = r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
    return re.sub(comment + "|" + literal, lambda match: re.sub(r"[^\n]", " ", match[0]), text,
                  flags=re.DOTALL | re.MULTILINE)


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

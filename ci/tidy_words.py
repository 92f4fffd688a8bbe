"""The checks of ci/tidy about the words of the project."""

import re
from typing import Iterator, NamedTuple

import tidy_cpp as cpp
from tidy_tree import Complaint, File, Tree


class Phrase(NamedTuple):
    pattern: str  # without regard to case; a blank stands for any white space
    remedy: str


# Turns of phrase that a reader has to read twice. Each has a plain one.
PHRASES = (
    Phrase(r"\bfor who\b|\bwho(?:m|so)?ever\b|\b(?:no|some|any)body [a-z]|\b(?:he|him|his|she)\b",
           "name the program, the call or the person"),
    Phrase(r"\bthat there (?:is|are) not\b|\b(?:is|are) not there\b", "write that it does not exist"),
    Phrase(r"\bto be had\b", "write that it is available, or not"),
    Phrase(r"\bmind(?:s|ed)\b", "write what is accepted"),
    Phrase(r"\bmend(?:s|ed|ing)?\b", "write fix"),
    Phrase(r"\bpart(?:s|ed)? ways\b|\bparted\b", "write differ"),
    Phrase(r"\b(?:laid|lays) (?:\w+ )?(?:to|at)\b", "write attribute to"),
    Phrase(r"\b(?:is|are|was|were|be|been) told\b|\btells (?:it|them|the)\b", "write notify or report"),
    Phrase(r"\b(?:goes|go|went|gone) away\b", "write disappear, or is removed"),
    Phrase(r"\bheld against\b", "write compared with"),
    Phrase(r"\bat hand\b|\bas it goes\b|\bof its own accord\b", "leave it out"),
    Phrase(r"\ba (?:word on|look at)\b", "use a verb"),
)
SAMPLES = ("ci/tidy_words.py", "ci/tidy_test")  # they contain what is refused


def prose(file: File) -> str:
    """What people read, at its position, as one text without the marks of comments and strings."""
    text = cpp.comments_and_strings(file.text) if file.is_cpp() else file.text
    marks = r'^[ \t]*(?:#+|//+|\*)|[\\/]\*|"|\\n'
    return re.sub(marks, lambda match: cpp.blanks(match[0]), text, flags=re.MULTILINE)


def phrases(tree: Tree) -> Iterator[Complaint]:
    patterns = [(re.compile(phrase.pattern.replace(" ", r"\s+"), re.IGNORECASE), phrase.remedy)
                for phrase in PHRASES]
    for file in tree.files:
        if file.path in SAMPLES or file.is_made() or file.name == "LICENSE":
            continue
        text = prose(file)
        for pattern, remedy in patterns:
            for found in pattern.finditer(text):
                yield Complaint(file.path, text.count("\n", 0, found.start()) + 1,
                                f"a quaint phrase ({' '.join(found[0].split())})", remedy)

"""The checks of ci/tidy about the words of the project: phrases, old words and names of types."""

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
# Words that the project does not use, each with the one that it uses instead. They are whole words or
# parts of an identifier between underscores.
OLD_WORDS = {
    "account_of": "finding_lines",
    "accusation": "attribution",
    "accuse": "attribute",
    "accused": "attributed",
    "asker": "encoder",
    "become_sibling": "a call of campaign",
    "blame": "attribute",
    "blamed": "attributed",
    "camp": "agreeing group",
    "circumstances": "context",
    "cliff": "guard_page",
    "collation": "divergence_fold",
    "complain": "report",
    "course": "judge or search",
    "hear_out": "receive",
    "hull": "bounding_set",
    "hunt": "search",
    "inquiry": "choice enumerator",
    "lay_open": "to_finding",
    "ledger": "evidence",
    "look_into": "examine",
    "memory_ran_out": "inputs_out_of_memory",
    "nudge": "mutate",
    "parting": "divergence",
    "partings": "divergences",
    "perishable": "expiring",
    "pin_down": "minimize",
    "quarries": "targets",
    "quarry": "target",
    "rehost": "map_links",
    "remarkable": "nonconforming",
    "retell": "repeat",
    "retelling": "repetition",
    "steer": "post_process",
    "steered": "post_processed",
    "steering": "post-processing",
    "stranger": "other_family_address",
    "trial": "test_case",
    "trials": "test_cases",
    "whereabouts": "script in progress",
}
SAMPLES = ("ci/tidying/tidy_words.py", "ci/tidy_test")  # they contain what is refused


def written(tree: Tree) -> Iterator[File]:
    """The files that people write, without the lists of what is refused."""
    for file in tree.files:
        if file.path not in SAMPLES and not file.is_made() and file.name != "LICENSE":
            yield file


def prose(file: File) -> str:
    """What people read, at its position, as one text without the marks of comments and strings."""
    text = cpp.comments_and_strings(file.text) if file.is_cpp() else file.text
    marks = r'^[ \t]*(?:#+|//+|\*)|[\\/]\*|"|\\n'
    return re.sub(marks, lambda match: cpp.blanks(match[0]), text, flags=re.MULTILINE)


def phrases(tree: Tree) -> Iterator[Complaint]:
    patterns = [(re.compile(phrase.pattern.replace(" ", r"\s+"), re.IGNORECASE), phrase.remedy)
                for phrase in PHRASES]
    for file in written(tree):
        text = prose(file)
        for pattern, remedy in patterns:
            for found in pattern.finditer(text):
                yield Complaint(file.path, text.count("\n", 0, found.start()) + 1,
                                f"a quaint phrase ({' '.join(found[0].split())})", remedy)


def old_words(tree: Tree) -> Iterator[Complaint]:
    pattern = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(OLD_WORDS)})(?![a-z0-9])")
    for file in written(tree):
        for found in pattern.finditer(file.path.lower()):
            yield old_word(file, 1, found[0])
        text = file.text.lower()
        if any(word in text for word in OLD_WORDS):
            for found in pattern.finditer(text):
                yield old_word(file, text.count("\n", 0, found.start()) + 1, found[0])


def old_word(file: File, line: int, word: str) -> Complaint:
    return Complaint(file.path, line, f"an old word ({word})", f"use {OLD_WORDS[word]}")


def types(tree: Tree) -> Iterator[Complaint]:
    """A reader who searches for the name of a type should find one definition."""
    for name, places in cpp.types_defined_twice(tree.files).items():
        first, *others = places
        for path in others:
            yield Complaint(path, places[path].line, f"{first} defines {name} too",
                            "give one of them a name that says more")

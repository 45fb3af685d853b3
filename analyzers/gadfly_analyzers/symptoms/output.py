"""How what a program prints differs from what it should print."""

from __future__ import annotations

from collections.abc import Callable

from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Family, Rank, Shown, family
from gadfly_analyzers.symptoms.sequences import (
    differing,
    has_one_more,
    is_within,
    lacks_first,
    lacks_last,
    lacks_one,
)

Lines = list[str]


def of_lines(holds: Callable[[Lines, Lines], bool]) -> Shown:
    """Ask of the lines that should be printed and those that were, if there are several of either."""

    def shown(evidence: Evidence) -> bool:
        if evidence.texts is None:
            return False
        expected, actual = ([line.rstrip() for line in text.splitlines()] for text in evidence.texts)
        return max(len(expected), len(actual)) > 1 and holds(expected, actual)

    return shown


def prints_nothing(evidence: Evidence) -> bool:
    """Nothing is printed where a text should be."""
    return is_printed(evidence) and evidence.texts is not None and not evidence.texts[1].strip()


def prints_other_text(evidence: Evidence) -> bool:
    """Other text is printed."""
    return is_printed(evidence) and evidence.texts is not None


def is_printed(evidence: Evidence) -> bool:
    """Whether a test is about what is printed: a file of input with one of output."""
    return evidence.test.name.endswith(".in") or "capsys" in evidence.test.source


def breaks_lines_elsewhere(expected: Lines, actual: Lines) -> bool:
    """The same words on other lines."""
    return expected != actual and " ".join(expected).split() == " ".join(actual).split()


def has_other_order(expected: Lines, actual: Lines) -> bool:
    """The same lines in another order."""
    return expected != actual and sorted(expected) == sorted(actual)


def lacks_lines(expected: Lines, actual: Lines) -> bool:
    """Some lines are left out."""
    return 0 < len(actual) < len(expected) and is_within(actual, expected)


def has_lines_more(expected: Lines, actual: Lines) -> bool:
    """There are lines between the right ones."""
    return lacks_lines(actual, expected)


def differs_in_one(expected: Lines, actual: Lines) -> bool:
    """One of the lines is another one."""
    return len(expected) == len(actual) and len(differing(expected, actual)) == 1


FAMILIES: tuple[Family, ...] = (
    family("prints-nothing", Rank.EXACT, "Nothing is printed.", prints_nothing, "definition-runs"),
    family("last-line-missing", Rank.EXACT, "The last line is left out.", of_lines(lacks_last), "range-includes-end"),
    family("first-line-missing", Rank.EXACT, "The first line is left out.", of_lines(lacks_first),
           "range-starts-at-one", "index-starts-at-one"),
    family("line-missing", Rank.EXACT, "One line in between is left out.", of_lines(lacks_one)),
    family("line-too-many", Rank.EXACT, "There is one line too many.", of_lines(has_one_more)),
    family("other-line-breaks", Rank.EXACT, "The words are right, but the lines end elsewhere.",
           of_lines(breaks_lines_elsewhere)),
    family("lines-in-other-order", Rank.EXACT, "The lines are right, but in another order.", of_lines(has_other_order)),
    family("lines-missing", Rank.KIND, "Some lines are left out.", of_lines(lacks_lines)),
    family("lines-too-many", Rank.KIND, "There are too many lines.", of_lines(has_lines_more)),
    family("one-line-differs", Rank.KIND, "Only one line is wrong.", of_lines(differs_in_one)),
    family("prints-other-text", Rank.DIRECTION, "Other text is printed.", prints_other_text),
)  # fmt: skip

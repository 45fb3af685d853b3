"""Of which part of a loop a text speaks: "When does it end?" is about what decides that, not about all that it does.

All of this is read off the words and the tree, whatever is wrong with the program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gadfly_analyzers.source import Source
from gadfly_server.grading.students.places import following, is_within, lines_of

_LOOPS = ("for_statement", "while_statement")
_BRANCHES = ("if_statement", "elif_clause")
_LEAVING = ("return_statement", "break_statement", "raise_statement")

_LOOP = r"(?:(?:for|while)[ -])?loops?"
_ENDS = r"(?:end(?:s|ed|ing)?|stop\w*|exit\w*|terminat\w+|finish\w*|leav\w+|return\w*|quit\w*)"
_EARLY = r"(?:early|earlier|(?:too |so )soon|prematurely)"
_GOES = r"(?:start|stop|begin|end|repeat|iterate|execute|run)(?:s|ing)?"
_NEAR = r"[^.?!]{0,40}"  # in the same sentence
_NUMBERED = {"first": 0, "1st": 0, "outer": 0, "second": 1, "2nd": 1, "inner": -1, "third": 2, "3rd": 2, "last": -1}
_NTH = re.compile(
    rf"\b({'|'.join(_NUMBERED)}) (?:(?:if|elif|for|while)[ -])?"
    r"(?:(loops?)|(?:statement|condition|comparison|branch|check)s?)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"\b(?:inside|within|in|during)(?: of)? (?:the |your |this |that |each )?(?:{_LOOP}|iteration|pass)\b",
    re.IGNORECASE,
)


def parts(text: str, source: Source) -> list[frozenset[int]]:
    """Give for each part of loops, and for each loop or condition of which the text says which one it is, its lines."""
    spoken = [frozenset(lines(source)) for words, lines in _SPOKEN if words.search(text)]
    return [lines for lines in (*_nth(text, source), *spoken) if lines]


def inside(text: str, source: Source) -> frozenset[int]:
    """Give the lines in loops, if the text speaks of what is in there."""
    bodies = (loop.child_by_field_name("body") for loop in source.nodes(*_LOOPS) if _INSIDE.search(text))
    return frozenset(line for body in bodies for line in lines_of(body))


def _nth(text: str, source: Source) -> Iterator[frozenset[int]]:
    for which, is_loop in _NTH.findall(text):
        heads = [node.start_point.row + 1 for node in source.nodes(*(_LOOPS if is_loop else _BRANCHES))]
        number = _NUMBERED[which.lower()]
        yield frozenset(heads[number:][:1])


def _heads(source: Source) -> Iterator[int]:
    yield from (loop.start_point.row + 1 for loop in source.nodes(*_LOOPS))


def _early_ends(source: Source) -> Iterator[int]:
    yield from (node.start_point.row + 1 for node in source.nodes(*_LEAVING) if is_within(node, _LOOPS))


def _after(source: Source) -> Iterator[int]:
    """Give the last line of each loop, and the first of what comes after it."""
    for loop in source.nodes(*_LOOPS):
        yield loop.end_point.row + 1
        after = following(loop)
        if after is not None:
            yield after.start_point.row + 1


def _matcher(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{each}\b" for each in words), re.IGNORECASE)


_SPOKEN: tuple[tuple[re.Pattern[str], Callable[[Source], Iterator[int]]], ...] = (
    (_matcher(rf"{_ENDS}\b{_NEAR}\b{_EARLY}", rf"{_EARLY} {_ENDS}"), _early_ends),
    (
        _matcher(
            rf"how (?:many times|often)\b{_NEAR}\b(?:{_LOOP}|iterat\w+|repeat\w*)",
            rf"(?:controls?|governs?|decides?)\b{_NEAR}\b{_LOOP}",
            rf"{_LOOP}\b{_NEAR}\b{_GOES}",
            rf"{_GOES}\b{_NEAR}\b{_LOOP}",
            r"(?:starts?|stops?|begins?) on",
            r"starts? and (?:stops?|ends?)",
        ),
        _heads,
    ),
    (
        _matcher(
            rf"(?:after|once|when|finish\w* with|done with|outside(?: of)?) (?:[\w'’]+ ){{0,4}}{_LOOP}\b"
            r"(?! (?:start|begin|run|execut))"
        ),
        _after,
    ),
)

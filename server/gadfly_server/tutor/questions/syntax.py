"""Where does Python stop reading? The tree knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import count_choices, line_choices, value_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts

KIND = "syntax"
_ALONE = later("Python cannot read {program}. At which line does it stop?")
_AMONG = later("Python cannot read {program}. Look at lines {first} to {last}. At which line does it stop?")
_DEPTH = ("indent", "outside", "clause", "handler")
_PAIRS = ("()", "[]", "{}", '""', "''")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for the line that cannot be read, then for what one can see on it."""
    if not facts.syntax:
        return
    line = facts.syntax[0].line
    text = facts.line(line)
    place = _beside(facts, line)
    yield Question(
        id=f"{KIND}:place:{text.strip()}",
        kind=KIND,
        level=3,
        text=say(
            _AMONG if place.line < place.end_line else _ALONE,
            program=code(facts.program),
            first=place.line,
            last=place.end_line,
        ),
        entry=Entry.LINE,
        oracle=Oracle(str(line), "tree", say("It stops at line {line}.", line=line)),
        points_at=place,
        choices=line_choices(line, _neighbours(facts, line)),
        topic="syntax",
        insight=say("where Python stops reading"),
    )
    yield from _seen(facts, line, text)


def _seen(facts: Facts, line: int, text: str) -> Iterator[Question]:
    """What one can see on the line that has to do with the kind of the problem."""
    kind = facts.syntax[0].kind
    if kind.startswith(_DEPTH):
        yield _spaces(line, text)
        above = next((n for n in range(line - 1, 0, -1) if facts.line(n).strip()), None)
        if above:
            yield _spaces(above, facts.line(above))
        return
    if kind == "equals":
        yield _count(line, text, "=")
        return
    for signs in _PAIRS:
        if any(text.count(sign) for sign in signs) and kind.startswith(("bracket", "quote")):
            yield from (_count(line, text, sign) for sign in dict.fromkeys(signs) if sign in text or signs[0] in text)
    last = text.rstrip()[-1:]
    if last and last.isprintable() and kind not in ("quote-open", "bracket-open", "bracket-pair"):
        yield _last_sign(line, text)


def _spaces(line: int, text: str) -> Question:
    spaces = len(text) - len(text.lstrip(" "))
    return Question(
        id=f"{KIND}:spaces:{line}:{text}",
        kind=KIND,
        level=3,
        text=say("How many spaces stand at the start of line {line}?", line=line),
        entry=Entry.NUMBER,
        oracle=Oracle(str(spaces), "tree", say("Line {line} starts with {number}.", line=line, number=spaces)),
        points_at=Place(line, line),
        choices=count_choices(spaces, (4, 8, 0)),
        topic="syntax",
        insight=say("how deep the lines stand"),
    )


def _count(line: int, text: str, sign: str) -> Question:
    number = text.count(sign)
    return Question(
        id=f"{KIND}:{sign}:{text}",
        kind=KIND,
        level=3,
        text=say("How many {sign} are on line {line}?", sign=code(sign), line=line),
        entry=Entry.NUMBER,
        oracle=Oracle(
            str(number),
            "tree",
            say_count("There is {number} on line {line}.", "There are {number} on line {line}.", number, line=line),
        ),
        points_at=Place(line, line),
        choices=count_choices(number),
        topic="syntax",
        insight=say("which brackets open and close") if sign in "()[]{}" else say("which signs stand on the line"),
    )


def _last_sign(line: int, text: str) -> Question:
    sign = text.rstrip()[-1]
    return Question(
        id=f"{KIND}:last:{text}",
        kind=KIND,
        level=3,
        text=say("Which character does line {line} end with?", line=line),
        entry=Entry.VALUE,
        oracle=Oracle(repr(sign), "tree", say("Line {line} ends with {sign}.", line=line, sign=code(repr(sign)))),
        points_at=Place(line, line),
        choices=value_choices(repr(sign), map(repr, reversed(text.strip()[:-1]))),
        topic="syntax",
        insight=say("how the line ends"),
    )


def _beside(facts: Facts, line: int) -> Place:
    """The line with those above and below it: the editor marks it already, so nothing is hidden by showing more."""
    return Place(max(1, line - 1), min(line + 1, max(line, len(facts.shape.lines))))


def _neighbours(facts: Facts, line: int) -> list[int]:
    last = max(2, len(facts.shape.lines))
    return [n for n in (line - 1, line + 1, line + 2, line - 2) if 1 <= n <= last]

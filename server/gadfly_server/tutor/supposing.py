"""What a student supposes, read from words such as ``after the second pass of line 3, total is 5``."""

from __future__ import annotations

import re
from dataclasses import dataclass

EVERY, LAST = 0, -1  # times that are no numbers
LONGEST = 300
BEFORE, AFTER = "before", "after"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ORDINALS = {
    **{word: number for number, word in enumerate(_words("first second third fourth fifth sixth"), 1)},
    **{word: number for number, word in enumerate(_words("seventh eighth ninth tenth"), 7)},
    **{word: number for number, word in enumerate(_words("ersten zweiten dritten vierten fünften sechsten"), 1)},
    "once": 1,
    "erste": 1,
    "zweite": 2,
}
_LAST = _words("last final end letzten letzte ende")
_AFTER = _words("after nach nachdem")
_BEFORE = _words("before vor bevor when wenn")
_FILLERS = _words(
    """right just directly immediately on at in of from the a an it its time times pass passes run runs ran is has line
    l loop through for during every each very always
    direkt gleich unmittelbar auf bei beim im der des dem den die das von zeile durchlauf durchgang mal zum jedes jeden
    schleife läuft lief immer"""
)
_NAME = r"(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*|\[[^\[\]]*\])*)"
_IS = (
    r"(?:\s*(?:==?|:)\s*|\s+(?:is|are|was|equals|becomes|(?:will|should|must) be|has(?: the value)?|"
    r"ist|sei|wird|hat(?: den wert)?)\s+(?:equal to\s+|gleich\s+)?)"
)
_WORD = "|".join(sorted((*_ORDINALS, *_LAST, *_AFTER, *_BEFORE, *_FILLERS), key=len, reverse=True))
_PLACE = rf"(?P<place>(?:(?:(?:{_WORD}|\d+(?:st|nd|rd|th|\.)?|[lL]\d+)(?!\w)|[@#])[\s,]*)+)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"{_PLACE}:?\s*{_NAME}{_IS}(?P<value>.+)",
        rf"{_PLACE}(?:ist|hat)\s+{_NAME}\s+(?:gleich\s+|den wert\s+)?(?P<value>.+)",
        rf"{_NAME}(?!\w)[\s,]*{_PLACE}{_IS}(?P<value>.+)",
        rf"{_NAME}{_IS}(?P<value>.+?)[\s,]+{_PLACE}",
    )
)
_LINE = re.compile(r"(?:line|zeile|\bl|@|#)\s*(\d{1,6})", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,5})(?:st|nd|rd|th|\.)(?!\w)|(?:pass|time|run|durchlauf)\s+(\d{1,5})", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:i|we) (?:suppose|think|guess|believe|expect)|suppose|say|maybe|perhaps"
    r"|ich (?:denke|glaube|vermute)|vielleicht)[,:]?\s+(?:that\s+|dass\s+)?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[\s,]+(?:i (?:suppose|think|guess|believe)|maybe|or something|(?:glaube?|denke?) ich)[\s.?!]*$"
    r"|(?<=[\d'\"\])}])[\s.?!]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Supposed:
    """A name, a 1-based line, which time that line runs, and the value as the student wrote it.

    ``time`` is ``EVERY``, ``LAST``, or counted from 1; of a loop's first line it counts passes.
    ``when`` is ``before``, ``after``, or empty: as the line has it.
    """

    name: str
    line: int
    value: str
    time: int = EVERY
    when: str = ""


def read(text: str) -> Supposed | None:
    """What the words suppose; ``None`` if they name no name, no line or no value."""
    if len(text) > LONGEST:
        return None
    plain = _CLOSING.sub("", _OPENING.sub("", text.strip().replace("`", ""))).strip()
    for form in _FORMS:
        found = form.fullmatch(plain)
        line = _LINE.search(found["place"]) if found else None
        if found and line and (value := found["value"].strip().rstrip(".;").strip()):
            return Supposed(found["name"], int(line[1]), value, _time(found["place"]), _when(found["place"]))
    return None


def _time(place: str) -> int:
    words = re.findall(r"[^\W\d]+", place.lower())
    if any(word in _LAST for word in words):
        return LAST
    numbered = _NUMBERED.search(_LINE.sub(" ", place))
    if numbered:
        return int(numbered[1] or numbered[2])
    return next((_ORDINALS[word] for word in words if word in _ORDINALS), EVERY)


def _when(place: str) -> str:
    words = place.lower().split()
    return AFTER if any(word in _AFTER for word in words) else BEFORE if any(word in _BEFORE for word in words) else ""

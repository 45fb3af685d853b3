"""Free words held against the run: whether they say what it did, in its order, and nothing that was otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# What turns the sense of words that stand beside it, in English and in German.
DENIES = re.compile(
    r"\b(?:no|not|never|nothing|nor|without|cannot|hardly|barely|doubt\w*"
    r"|(?:is|was|are|were|do|does|did|has|have|ca|wo|could|should|would)nt"
    r"|nicht|kein\w*|nichts|nie|niemals|weder|ohne|kaum|bezweif\w+)\b|n['’]t\b"
    r"|\b(?:false|wrong|untrue|lie|falsch|gelogen|lüge),?\s+(?:that|dass)\b",
    re.IGNORECASE,
)
# What tells how it is meant to be, or asks for it: that is not how it was.
WISHES = re.compile(
    r"\b(?:should|must|ought|supposed|wish\w*|whether|soll\w*|m(?:u|ü|ue)ss\w*|muß|wünsch\w*|ob)\b", re.IGNORECASE
)
# Words with which values and lines are told one after the other; any other word may turn what is told.
_TELLING_WORDS = """
    a an the it its this that i we so and then from to of at on in up for as with first last now next
    each every time times pass loop line lines value number numbers run runs ran running is are was were be goes go went
    becomes become became gets get got has had have holds starts start started begins ends end ended stays stay stayed
    grows grew rises shrinks falls changes changed increases increased decreases decreased set sets equals
    takes reaches reached gives returns because since finally always still only just again think guess believe
    ein eine der die das den dem es sein ich wir also und dann von zu zum auf in im bei am bis mit zuerst zuletzt
    jetzt jede jedes jedem jeder mal durchlauf schleife zeile zeilen wert zahl zahlen lauf läuft lief ist war wird wurde
    geht ging bekommt bekam hat hatte hält beginnt startet endet ende bleibt blieb wächst steigt sinkt fällt ändert
    erhöht gleich nimmt erreicht gibt weil immer noch nur wieder glaube denke schließlich"""
_TELLING = frozenset(_TELLING_WORDS.split())
_WORD = re.compile(r"[^\W\d_]\w*")
# Values that are told stand alone: with a sign of mathematics, also one that no keyboard has, they are others.
STRANGE_SIGN = re.compile(r"[^\x00-\x7f\w\s“”„‚‘’»«…]")
_WORKED_ON = re.compile(
    rf"[*/%^<>~!]|\+|\d\s*-\s*\d|==|{STRANGE_SIGN.pattern}|\d\s+(?:is|equals|ist|gleich)\s+\d", re.IGNORECASE
)
# Numbers that count, or that tell when: the run had the value, but not then or not so often.
_COUNTS = re.compile(
    r"\d\s*(?:times?|mal|pass|passes|loops?|runs?|numbers?|values?|zahlen|werte?)\b|\b(?:pass|durchlauf)\s+\d"
    r"|\d(?:st|nd|rd|th)\b|\d.*\b(?:start\w*|beg[ai]n\w*|first|zuerst)\b"
    r"|\b(?:last|finally|end\w*|zuletzt|schließlich)\b.*\d.*\d",
    re.IGNORECASE,
)
_STAYS = re.compile(r"\b(?:always|still|stay\w*|immer|noch|bleib\w*|blieb\w*)\b", re.IGNORECASE)
_STARTS = re.compile(r"\b(?:start\w*|beg[ai]n\w*|first|zuerst)\b", re.IGNORECASE)
_RISES = re.compile(r"\b(?:grows|grew|rises|increase\w*|wächst|steigt|erhöht)\b", re.IGNORECASE)
_FALLS = re.compile(r"\b(?:falls|shrinks|decrease\w*|sinkt|fällt)\b", re.IGNORECASE)
_LINE = re.compile(r"\b(?:lines?|zeilen?)\s+(\d{1,6})(?![\w.]\w)", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:lines?|zeilen?|pass|durchlauf)\s+\d+|\b\d+(?:st|nd|rd|th)\b|\b\d+\. (?=\w)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w]|\.\d)")


def line(number: int) -> str:
    """The line of a program as something that happened in the run."""
    return f"line {number}"


def fits_the_run(words: str, happened: Sequence[str], about: str = "") -> bool:
    """Tell whether words name what happened, up to its end: values that a name had one after another, or a line.

    Of lines, those that did not run must not be named. Beside that stand only words that tell, and those of the
    question (``about``): whatever else is said may mean anything, and is not read.
    """
    spoken, known = words.replace("`", ""), {*_WORD.findall(about), *_WORD.findall(" ".join(happened))}
    tells = all(len(word) == 1 or word in known or word.lower() in _TELLING for word in _WORD.findall(spoken))
    if not happened or not tells or _WORKED_ON.search(re.sub("->|→", " ", spoken)):
        return False
    is_line = _LINE.fullmatch(happened[-1]) is not None
    named = [line(int(each)) for each in _LINE.findall(spoken)] if is_line else list(_values(spoken, happened))
    if not named or named[-1] != happened[-1] or not _in_order(named, happened):
        return False
    return not _COUNTS.search(_LINE.sub(" ", spoken)) and _went_so(spoken, named[0], happened)


def _went_so(spoken: str, first: str, happened: Sequence[str]) -> bool:
    """Tell whether it stayed, started, rose or fell as the words have it."""
    start, end = (
        (float(each), 0) if _NUMBER.fullmatch(each) else (0, len(each)) for each in (happened[0], happened[-1])
    )
    return not (
        (_STAYS.search(spoken) and len(set(happened)) > 1)
        or (_STARTS.search(spoken) and first != happened[0])
        or (_RISES.search(spoken) and start >= end)
        or (_FALLS.search(spoken) and start <= end)
    )


def _values(spoken: str, happened: Sequence[str]) -> Iterator[str]:
    """Give the values that are named: all numbers, where the run had numbers, for any other one is wrong."""
    if all(_NUMBER.fullmatch(each) for each in happened):
        yield from _NUMBER.findall(_PLACE.sub(" ", spoken))
        return
    longest_first = "|".join(re.escape(each) for each in sorted(set(happened), key=len, reverse=True))
    yield from re.findall(rf"(?<![\w.])(?:{longest_first})(?!\w)", spoken)


def _in_order(named: Sequence[str], happened: Sequence[str]) -> bool:
    left = iter(happened)
    return all(each in left for each in named)

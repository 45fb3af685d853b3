"""Of two values in a student's words, which is said to be wanted and which to be given: "4 instead of 6".

What is said of a value is the nearest word before it that wants or gives, within its clause; else the first one after.
Any other word might turn the sense ("hardly", "it is a lie that"), and any other number make it another value: where
there is one that is not known to leave both as they are, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

from gadfly_server.tutor.in_own_words import DENIES, STRANGE_SIGN

WANTED, GIVEN = "wanted", "given"
_GIVES = (
    r"(?:says?|said|gives?|gave|gets?|got|returns?|returned|prints?|printed|outputs?|produces?|produced|comes?|came"
    r"|shows?|showed|makes?|made|is|are|was|were|be|gibt|gab|ergibt|ergab|liefert|bekomm\w*|kommt|kam|ist|war|sagt|sagte"
    r"|druckt|zeigt|macht|hat)"
)
_WANTS = (
    r"(?:(?:should|must|supposed|needs?|ha(?:s|ve)|ought|want\w*|expect\w*)\s+(?:[^\W\d]\w*\s+){0,2}?"
    + _GIVES
    + r"|want\w*"
    r"|expect\w*|should|must|supposed|needs?|needed|(?:right|correct|true|richtige\w*)\s+(?:\w+\s+)?(?:is|was|ist|war|w(?:ä|ae)re)"
    r"|(?:is|was|ist|war|wird)\s+(?:wanted|expected|needed|erwartet|gewünscht|gefordert)|soll\w*|will|erwartet\w*|möchte"
    r"|verlangt\w*|instead\s+of|rather\s+than|statt|anstatt|anstelle)"
)
_ENDS = re.compile(
    r"[,;!?]|\.(?!\w)|\b(?:but|and|while|although|whereas|aber|und|sondern|obwohl|während)\b", re.IGNORECASE
)


# What turns no sense where it stands beside a value and what is said of it.
_PLAIN_WORDS = """
    a an the it this my our your its me us i we you well so now here there then from for of by as out only just still
    always actually really currently exactly instead though in at end back to be been what which program programme
    function code test tests result output answer value number python
    ein eine einen der die das den dem es dies mein meine unser dein mir mich ich wir du also jetzt hier da dann von vom
    aus für als nur noch immer eigentlich wirklich gerade genau doch heraus raus dabei zurück am ende zu was programm
    funktion ergebnis ausgabe antwort wert zahl python ergeben geben liefern zeigen sagen kommen herauskommen rauskommen
    haben sein werden bekommen ausgeben"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_THINKING = re.compile(
    r"\b(?:(?:i|we)\s+(?:think|guess|believe|suppose|see|know)(?:\s+that\b)?"
    r"|(?:ich|wir)\s+(?:glauben?|denken?|sehen?|wei(?:ß|ss)|wissen|vermuten?)(?:,?\s+dass\b)?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d]\w*|\d[\w.]*")
_WORKED_ON_BEFORE = re.compile(r"(?:[+*/%^<>~(\[{'\"“„‚‘]\s*|[\d)\]]\s*-\s*|-)$")
_WORKED_ON_AFTER = re.compile(r"\s*(?:[+*/%^<>=~(\[{'\"]|-\s*[\d(]|:\d)")


def roles(words: str, *values: str, names: Collection[str] = ()) -> dict[str, str]:
    """Give for each of the values that is named what is said of it; one that is said to be both, or neither, is left.

    ``names`` are those of the program. In German, a comma may stand for the point of a number.
    """
    plain = re.sub(r"(?<=\d),(?=\d)", ".", normalize("NFC", words).replace("`", ""))
    found = [pair for clause in _ENDS.split(_THINKING.sub(" ", plain)) for pair in _in_clause(clause, values, names)]
    said = {value: {role for each, role in found if each == value} for value in values}
    return {value: one for value, each in said.items() if len(each) == 1 for one in each if one}


def _in_clause(clause: str, values: tuple[str, ...], names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give each value that a clause names with what is said of it: nothing where that may be meant otherwise."""
    longest_first = "|".join(re.escape(each.strip()) for each in sorted(values, key=len, reverse=True))
    pattern = (
        rf"(?P<value>(?<![\w.])(?:{longest_first})(?![\w.]\w|\w))|\b(?P<wanted>{_WANTS})\b|\b(?P<given>{_GIVES})\b"
    )
    found = list(re.finditer(pattern, clause, re.IGNORECASE))
    left = re.sub(pattern, " ", clause, flags=re.IGNORECASE)
    is_plain = not (DENIES.search(clause) or STRANGE_SIGN.search(clause)) and is_without_turn(left, names)
    for at, one in enumerate(found):
        if one.lastgroup == "value":
            said = [each.lastgroup or "" for each in (*found[:at][::-1], *found[at + 1 :]) if each.lastgroup != "value"]
            yield one[0], said[0] if is_plain and said and _stands_alone(one, clause) else ""


def is_without_turn(words: str, names: Collection[str] = ()) -> bool:
    """Tell whether words leave the sense of what they stand beside as it is."""
    return all(
        word.lower() in _PLAIN or (word in names and not word.isdigit())
        for word in _WORD.findall(_THINKING.sub(" ", words))
    )


def _stands_alone(value: re.Match[str], clause: str) -> bool:
    """Tell whether a value is what is meant, and no part of one: of "-6" and "2 * 6" the 6 is none."""
    before, after = clause[: value.start()], clause[value.end() :]
    return not _WORKED_ON_BEFORE.search(before) and not _WORKED_ON_AFTER.match(after)

"""Put what a wording asks together with when and for what our question is asked, where the guard cannot read the rest.

When and for what something is asked are facts of a run, and may be said as our question does. Of "After pass two of the
loop on line 5, what does `total` hold?" only "what does `total` hold" has to ask the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gadfly_server.models.asking import as_question
from gadfly_server.models.guard import brings_a_pivot
from gadfly_server.models.heads import OPENING, head_in
from gadfly_server.models.parts import capital, clauses_of, masked, parts_of
from gadfly_server.models.reading import SPAN, read, sentences

_POINTING_BACK = re.compile(r"\b(?:it|its|that|this)\b")
_ASKING = re.compile(
    r"\b(?:(?:on|at|after) )?(?:what|which|how|who|where|why)\b|^(?=(?:is|are|does|do|did|will)\b)", re.IGNORECASE
)
# What is told and not asked: "what `total` is".
_TOLD = re.compile(
    r"(?:(?:on|at|after) )?(?:why|where|how(?: often| many \w+)?"
    r"|(?:what|which)(?: (?!(?:is|are|was|do|does|did|has|have|will|would|should)\b)\w+)?)"
    r" (?:§|the\b|line \d|python\b|your\b|you\b)",
    re.IGNORECASE,
)
_LINKING = re.compile(r"^(?:so|and|but|then|now) ", re.IGNORECASE)
_NOW = re.compile(" (?:now|then)$", re.IGNORECASE)
_ENDING = re.compile(f"{OPENING}|$", re.IGNORECASE)
_VALUE = re.compile(r"What is §+$")
_OF_VALUES = re.compile(
    "holds?|contains?|has|have|had|got|be|is|was|what|looks?|like|equals?|stores?|says?|shows?|becomes?|become|reached"
)
_BEHIND = " – "
_ENOUGH = 3  # words and pieces of code; fewer ask nothing by themselves, as "Does it?"
# What a question may be about.
_THING = re.compile(
    r"`[^`]+` and `[^`]+`|(?<=body of )the loop on line \d+|the (?:loop|`(?:el)?if`) on line \d+|line \d+|the `\w+`"
    r"|`[^`]+`"
)
_PLAIN = re.compile("it|its|that|this|then|there|now|here|once|after|has|have|had|and|so|pass|call")


def completed(asked: str, question: str) -> Iterator[tuple[str, str]]:
    """The heads that a question may have, each with what it may lean on, and with what ours is asked for, and when.

    If what is lost of it says more than that, and the head is that of ours, ours is left.
    """
    ours, own = parts_of(question), sentences(question)[-1]
    leaning = _POINTING_BACK.search(ours.head) or brings_a_pivot(ours.before, own)
    before = f"{ours.before} " if ours.before and leaning else ""
    clauses = clauses_of(asked.removesuffix("?"))
    for head in (head for clause in reversed(clauses) for head in _heads(clause, question)):
        lost = {*_words(asked)} - {*_words(head), *_words(question)}
        is_cut = own in asked or not all(map(_PLAIN.fullmatch, lost))
        put = own if is_cut and head.lower() == ours.head.lower() else ours.around(head)
        yield f"{before}{head} {ours.given}", before + put


def placed(asked: str, question: str) -> str:
    """The question behind what it lacks of ours, as in "`x`, for `5` – what is it now?"; empty if it lacks nothing.

    What stood before it is left out: what it spoke of, our question names, and states nothing of it.
    """
    ours = parts_of(question)
    things = [each[0] for each in _THING.finditer(ours.head) if _lacks(asked, each[0])][:1]
    given = ours.given[:1].lower() + ours.given[1:] if _lacks(asked, ours.given) else ""
    moment = ours.moment.strip() if _lacks(asked, ours.moment) else ""
    lacking = ", ".join(each for each in (*things, given, moment) if each)
    told = _LINKING.sub("", asked)
    if not lacking and _lacks(asked, ours.before):
        return f"{ours.before} {capital(told)}"
    asks = len([*_words(as_question(told)), *SPAN.findall(told)]) >= _ENOUGH
    return f"{capital(lacking)}{_BEHIND}{told[:1].lower()}{told[1:]}" if lacking and asks else ""


def was_placed(shown: str, text: str) -> bool:
    """Tell whether it is by us that a question of a text stands behind something."""
    return _BEHIND in shown and _BEHIND not in text


def _lacks(asked: str, part: str) -> bool:
    """Tell whether a question leaves out a piece of a part of ours, or in which call it is asked."""
    if "this call" in part.lower():
        return "this call" not in asked.lower()
    left = [*read(asked).anchors]
    for each in read(part).anchors:
        if each not in left:
            return True
        left.remove(each)
    return False


def _heads(clause: str, question: str) -> Iterator[str]:
    """What a clause asks, without what is behind the last piece that the head of ours has, and its verb."""
    listed = head_in(clause, question)
    if listed:
        yield _NOW.sub("", listed[0])
    asking = _ASKING.search(masked(clause))
    for said in dict.fromkeys((clause[asking.start() :], _LINKING.sub("", clause)) if asking else ()):
        if not _TOLD.match(masked(said)):
            ends = (found.start() for found in _ENDING.finditer(masked(said)) if found.start())
            yield from [head for end in ends if _is_like(head := said[:end], parts_of(question).head)][:1]


def _is_like(head: str, ours: str) -> bool:
    """Tell whether nothing is lost of a head that ours has, and nothing is said of a value but that it is one."""
    pieces = read(ours).anchors
    if sorted(read(head).anchors) != sorted(pieces) or (f"{ours} ".startswith(f"{head} ") and head != ours):
        return False
    behind = masked(head).rpartition("§")[2] if _VALUE.match(masked(ours)) else ""
    return (bool(pieces) or head.endswith(_words(ours)[-1])) and all(map(_OF_VALUES.fullmatch, _words(behind)))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", SPAN.sub("§", text).lower())

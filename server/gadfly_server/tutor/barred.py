"""What may not be said, because it would give too much away: others find out, the tutor keeps to it."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue, Turn

_NOTHING = later("Let us look at what happens.")
_END = re.compile(r"(?<=[.!?]) (?=[^a-z])")


def barring(facts: Facts, texts: Collection[str]) -> Facts:
    """The same facts, with further texts that may not be said; what was worked out from them stays so."""
    fewer = copy(facts)
    object.__setattr__(fewer, "barred", facts.barred | frozenset(texts))
    object.__setattr__(fewer, "aside", barring(facts.aside, texts) if facts.aside else None)
    return fewer


def texts_of(question: Question) -> tuple[str, ...]:
    """All that is said of a question sooner or later, if it is asked; lines to put in order were shown before."""
    choices = question.choices if question.entry is not Entry.ORDER else ()
    return (question.text, *choices, question.oracle.evidence)


def may_ask(question: Question, facts: Facts) -> bool:
    """Whether its level is allowed, and nothing of a question is barred."""
    return question.level in facts.rules.levels and facts.barred.isdisjoint(texts_of(question))


def sayable(facts: Facts, text: str) -> str:
    """A text, or as much of its beginning as may be said, or a word that tells nothing."""
    return next((form for form in (text, *_beginnings(text)) if form not in facts.barred), say(_NOTHING))


def discreet(before: Dialogue, after: Dialogue, facts: Facts) -> Dialogue:
    """What came to a dialogue, without what is barred; what a question asks stays whole, or is not asked at all."""
    new = fresh(before, after)
    turns = tuple(replace(turn, text=_left_of(turn, after, facts)) if turn in new else turn for turn in after.turns)
    return after if turns == after.turns else replace(after, turns=turns)


def _left_of(turn: Turn, dialogue: Dialogue, facts: Facts) -> str:
    """What may be said of a turn; of one that asks, the bare question where words before it are what is barred."""
    asked = dialogue.question
    asks = asked is not None and turn.question == asked.id and not turn.marked
    return sayable(facts, asked.text if asked and asks and turn.text in facts.barred else turn.text)


def fresh(before: Dialogue, after: Dialogue) -> tuple[Turn, ...]:
    """The tutor's turns that came to a dialogue."""
    last = before.turns[-1].number if before.turns else 0
    return tuple(turn for turn in after.turns if turn.number > last and turn.speaker == "tutor")


def _beginnings(text: str) -> Iterator[str]:
    """The text without its last sentence, without its last two, and so on; no piece of code is cut."""
    ends = [found.start() for found in _END.finditer(text)]
    return (text[:end] for end in reversed(ends) if text.count("`", 0, end) % 2 == 0)

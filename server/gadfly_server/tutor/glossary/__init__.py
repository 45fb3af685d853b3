"""Words of Python in a sentence or two each, for students who ask what something means while a question is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.glossary import (
    classes,
    errors,
    flow,
    functions,
    lists,
    mappings,
    operators,
    testing,
    texts,
    values,
)
from gadfly_server.tutor.glossary.asked import forms_of, wordings
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_server.tutor.glossary.term import Term

TERMS: tuple[Term, ...] = (
    *values.TERMS,
    *lists.TERMS,
    *texts.TERMS,
    *mappings.TERMS,
    *flow.TERMS,
    *functions.TERMS,
    *operators.TERMS,
    *errors.TERMS,
    *testing.TERMS,
    *classes.TERMS,
)
BY_ID = {term.id: term for term in TERMS}
_BY_WORD = {word: term for term in TERMS for word in term.words}
_UNKNOWN = later("I have no short answer to that. You can ask about words of Python here, or for help.")


def reply(text: str, *, open_question: bool = True) -> str:
    """What is said to somebody who asks what a word means."""
    found = asked_for(text)
    said = explained(found) if found else say(_UNKNOWN)
    return ended(said) if open_question else said


def explained(terms: Sequence[Term]) -> str:
    """What some words mean, with their examples behind all of it: those are what may have to be left out."""
    return " ".join([in_words(terms), *(_shown(*each) for term in terms for each in term.examples)])


def in_words(terms: Sequence[Term]) -> str:
    """What some words mean, without examples."""
    return " ".join(say(term.meaning) for term in terms)


def ended(said: str) -> str:
    """What is said while a question is open."""
    return say("{meaning} My question is still open.", meaning=said)


def asked_for(text: str) -> tuple[Term, ...]:
    """The words that somebody asks for, as they are asked for; none if one of them is none of ours."""
    return tuple(dict.fromkeys(_BY_WORD[word] for word in words_asked_for(text)))


def words_asked_for(text: str) -> tuple[str, ...]:
    """The same as they stand in the glossary, in small letters."""
    for wording in wordings(text):
        found = [next((form for form in forms_of(word) if form in _BY_WORD), "") for word in wording]
        if all(found):
            return tuple(found)
    return ()


def _shown(example: str, value: str) -> str:
    return say("Example: {code} is {value}.", code=code(example), value=code(value))

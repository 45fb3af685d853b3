"""What a question is let through for that is put in other words than those that the guard's lists have.

It still holds what can be told without understanding it: each piece of ours and no other, and no word that is hardly
said but to mean something else. Whether it asks the same is weighed, from all of its words: what kind of thing it asks
for, what settles what is meant, what it leaves out. That is for questions alone: a statement is weighed never, for
whether it is true its words do not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.models.asking import as_question
from gadfly_server.models.guard import (
    Check,
    asks_about_the_same,
    brings_nothing_in,
    cleared,
    counts_the_same,
    denies_the_same,
    has_form,
    is_english,
    is_kind,
    is_new,
    is_own,
    is_plain,
    keeps_pieces,
    means_no_other,
    objection,
    says_of_what_kind,
    wishes_the_same,
)
from gadfly_server.models.likeness import AT_MOST, unlikeness
from gadfly_server.models.reading import sentences
from gadfly_server.wording import ENGLISH

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

_ALWAYS: tuple[Check, ...] = (
    is_english,
    keeps_pieces,
    brings_nothing_in,
    counts_the_same,
    asks_about_the_same,
    denies_the_same,
    is_kind,
)


def refusal(text: str, request: WordingRequest) -> str:
    """Why a wording is not shown, as words that follow "it"; empty if it may be, for its words or for its likeness."""
    reason = objection(text, request)
    return "" if reason and is_vouched(text, request) else reason


def is_vouched(text: str, request: WordingRequest) -> bool:
    """Tell whether a question is like those that ask the same; before it may stand only what states nothing."""
    if not may_be_vouched(text, request):
        return False
    return unlikeness(as_question(sentences(text)[-1]), request.question) <= AT_MOST


def may_be_vouched(text: str, request: WordingRequest) -> bool:
    """Tell whether a wording holds all that no likeness makes up for."""
    if request.language != ENGLISH or has_form(text, request) or is_new(text, request):
        return False
    *before, asked = sentences(text)
    if not all(is_plain(each, request) for each in before) or wishes_the_same(text, request):
        return False
    if means_no_other(as_question(asked), request):
        return False
    if says_of_what_kind(asked, request):
        return False
    own = [each for each in before if is_own(each, request.question)]  # a question may point back at these
    said = cleared(" ".join([*own, asked]), request)
    return not any(check(said, request) for check in _ALWAYS)

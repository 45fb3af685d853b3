"""What a question is let through for that is put in other words than those that the guard's lists have.

It still holds what can be told without understanding it: each piece of ours and no other, the same kind of thing asked
for, no word that settles what is meant. Whether the rest of it asks the same is weighed. That is for questions alone: a
statement is weighed never, for whether it is true its words do not tell.
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
    has_form,
    is_english,
    is_kind,
    is_new,
    is_plain,
    keeps_pieces,
    means_no_other,
    objection,
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
    means_no_other,
    is_kind,
)


def refusal(text: str, request: WordingRequest) -> str:
    """Why a wording is not shown, as words that follow "it"; empty if it may be, for its words or for its likeness."""
    reason = objection(text, request)
    return "" if reason and is_vouched(text, request) else reason


def is_vouched(text: str, request: WordingRequest) -> bool:
    """Tell whether a question is like those that ask the same; before it may stand only what states nothing."""
    if request.language != ENGLISH or has_form(text, request) or is_new(text, request):
        return False
    *before, asked = sentences(text)
    if not all(is_plain(each, request) for each in before) or not may_be_weighed(asked, request):
        return False
    if wishes_the_same(text, request):
        return False
    return unlikeness(as_question(asked), request.question) <= AT_MOST


def may_be_weighed(asked: str, request: WordingRequest) -> bool:
    """Tell whether a question holds all that no likeness makes up for."""
    said = cleared(asked, request)
    return not any(check(said, request) for check in _ALWAYS)

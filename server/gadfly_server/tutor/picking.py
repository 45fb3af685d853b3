"""Which of the choices an answer means: by its text, by its value, by its letter, by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gadfly_server.tutor import reading
from gadfly_server.tutor.choices import is_agreement
from gadfly_server.tutor.equality import same
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.vocabulary import understood

if TYPE_CHECKING:
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.reading import Meant


def chosen(question: Question, answer: str) -> str | None:
    """The choice that the answer names; where none is to be picked, only one that is repeated sign for sign."""
    plain = answer.strip()
    if plain in question.choices:
        return plain
    if question.entry is not Entry.CHOICE:
        return None
    choices = question.choices
    return (
        _by_value(choices, plain)
        or _by_text(choices, plain)
        or _by_place(choices, plain)
        or (None if is_agreement(choices) else _by_mention(choices, plain))
    )


def meets(expected: Any, meant: Meant) -> bool:
    """Whether what the student meant is the expected value."""
    if same(expected, meant.value):
        return True
    if isinstance(expected, (list, set)) and meant.bare and isinstance(meant.value, tuple):
        try:
            return same(expected, type(expected)(meant.value))
        except TypeError:  # what it holds cannot be in a set
            return False
    if meant.bare and not expected and isinstance(expected, (str, list, tuple, dict, set)):
        return any(meant.written.lower() == words.empty for words in understood())
    return isinstance(expected, str) and meant.bare and meant.written.replace("\\n", "\n").strip() == expected.strip()


def _by_value(choices: tuple[str, ...], answer: str) -> str | None:
    """The one choice with the value that was written; one in quotes or brackets is never another's text."""
    values = {choice: reading.literal(choice) for choice in choices}
    for meant in reading.values(answer):
        found = [choice for choice, value in values.items() if value is not None and meets(value.value, meant)]
        if len(found) == 1:
            return found[0]
    return None


def _by_text(choices: tuple[str, ...], answer: str) -> str | None:
    """The one choice that says the same in small letters, if it is no value."""
    said = " ".join(answer.casefold().split())
    found = [c for c in choices if " ".join(c.casefold().split()) == said and not _in_quotes(c)]
    return found[0] if len(found) == 1 else None


def _by_mention(choices: tuple[str, ...], answer: str) -> str | None:
    """The one choice that a sentence names, such as "I think `total` has no value", unless it says anything else."""
    said = answer.casefold()
    named = [c for c in choices if _names(c, answer)] or [c for c in choices if _names(c.casefold(), said)]
    longest = max(named, key=len, default="")
    if not re.search(r"[^\W\d_]{2}", longest) or not _is_only_named(longest.casefold(), answer):
        return None
    return longest if all(each in longest for each in named) and named.count(longest) == 1 else None


def _names(choice: str, answer: str) -> bool:
    """Whether an answer has a choice in it, sign for sign."""
    return re.search(rf"(?<!\w){re.escape(choice)}(?!\w)", answer) is not None


def _is_only_named(choice: str, answer: str) -> bool:
    """Whether nothing is said of a choice that could mean it is not the one, as in "all but `total`"."""
    known = "|".join(words.naming for words in understood())
    around = re.compile(rf"(?:[\s`'\",.:;!?]|\b(?:{known})\b)*")
    before, named, after = reading.plain(answer).partition(choice)
    return bool(named) and all(around.fullmatch(each) for each in (before, after))


def _by_place(choices: tuple[str, ...], answer: str) -> str | None:
    digits = any(re.search(r"\d", choice) for choice in choices)
    named = "|".join(words.choice for words in understood())
    counted = "|".join(words.option if digits else words.choice for words in understood())
    letter = re.fullmatch(rf"(?:(?:{named}) )?\(?([a-d])[).]?", answer, re.IGNORECASE)
    position = ord(letter[1].lower()) - ord("a") if letter else _ranked(choices, answer) - 1
    number = re.fullmatch(rf"((?:{counted}) )?([1-4])[).]?", answer, re.IGNORECASE)
    if number and (number[1] or not digits):
        position = int(number[2]) - 1
    return choices[position] if 0 <= position < len(choices) else None


def _ranked(choices: tuple[str, ...], answer: str) -> int:
    """The place in "the third one"; none where the choices are numbers, for it may speak of what they count."""
    numbers = any(re.fullmatch(r"-?\d[\d.-]*", choice) for choice in choices)
    return 0 if numbers else reading.rank(answer)


def _in_quotes(choice: str) -> bool:
    value = reading.literal(choice)
    return value is not None and not value.bare

"""What a model read in an answer, and what the run says to that: a model points, the tutor decides."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gadfly_server.tutor import reading, replies
from gadfly_server.tutor.marking import Mark, mark
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.understanding import Understanding, prime_suspects, shown_by, words
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

# What turns the sense of words that stand beside it, in English and in German.
_DENIES = re.compile(
    r"\b(?:no|not|never|nothing|nor|without|cannot|nicht|kein\w*|nichts|nie|niemals|weder|ohne)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.!?;,](?!\w)|\b(?:but|aber|sondern)\b")
FEWEST_WORDS = 4  # of an answer in which something may have to be read
READABLE = (
    Understanding.EXPECTED,
    Understanding.SYMPTOM,
    Understanding.REGION,
    Understanding.MECHANISM,
    Understanding.CAUSE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """Which understanding a model sees in an answer, and in which of its words."""

    understanding: str
    quote: str


def is_unread(question: Question | None, text: str) -> bool:
    """Whether words may answer a question, or say something else of the program, and marking cannot tell."""
    if question is None or len(text.split()) < FEWEST_WORDS or text.strip() in question.choices:
        return False
    if not may_be_read(question):
        return False
    return reading.request(text) is None and mark(question, text).verdict == "unclear"


def may_be_read(question: Question) -> bool:
    """Whether there are answers to a question that somebody has to read."""
    return question.kind != "hypothesis" and question.entry is not Entry.ORDER


def marked(question: Question, given: Mark, heard: Heard | None, facts: Facts, text: str) -> Mark:
    """The mark of an answer in free words, where a model saw what offline reading did not.

    Words are never wrong, and what has one right answer is not marked by a model at all.
    """
    if heard is None or given.verdict != "unclear" or question.entry is not Entry.TEXT:
        return given
    answers = heard.understanding in {each.value for each in shown_by(question, facts)}
    spoken = heard.quote.casefold().replace("`", "")
    mentions = any(
        re.search(rf"(?<![\w.]){re.escape(each.casefold())}(?!\w)", spoken) for each in question.oracle.mentions
    )
    return replace(given, verdict="right") if answers and mentions and _is_true(heard, facts, text) else given


def understood(heard: Heard | None, facts: Facts, text: str) -> frozenset[Understanding]:
    """What the quoted words show once they are held against the run; an idea of the cause is for a run to show."""
    if heard is None or not _is_true(heard, facts, text):
        return frozenset()
    return frozenset(each for each in _borne_out(heard.quote, facts) if each.value == heard.understanding)


def reply(question: Question, heard: Heard, shown: frozenset[Understanding]) -> str:
    """What is said to words that answered something else."""
    what = "; ".join(words(each) for each in Understanding if each in shown)
    how = replies.how(question)
    return say("You say “{quote}”: that is {what}, and the run agrees. {how}", quote=heard.quote, what=what, how=how)


def _borne_out(quote: str, facts: Facts) -> Iterator[Understanding]:
    compared = facts.focus.comparison if facts.focus else None
    named = [_names(quote, value.text) for value in (compared.expected, compared.actual)] if compared else [False]
    if named[0]:
        yield Understanding.EXPECTED
    if all(named):
        yield Understanding.SYMPTOM
    lines = {int(number) for number in re.findall(r"\b(?:line|Zeile) (\d{1,5})\b", quote, re.IGNORECASE)}
    if any(suspect.line <= line <= suspect.end_line for suspect in prime_suspects(facts) for line in lines):
        yield Understanding.REGION


def _is_true(heard: Heard, facts: Facts, text: str) -> bool:
    """Whether the quote stands in the answer word for word, and its numbers in the program or the test."""
    if not quotes(heard.quote, text):
        return False
    known = set(re.findall(r"\d+", facts.text)) | {str(number) for number in range(1, len(facts.shape.lines) + 1)}
    known |= set(re.findall(r"\d+", repr(facts.focus.comparison))) if facts.focus else set()
    return set(re.findall(r"\d+", heard.quote)) <= known


def quotes(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, letter for letter, with no word or number cut, and no "not" left out beside it.

    "ü" is one whether it is written as one sign or as two.
    """
    quoted, whole = (unicodedata.normalize("NFC", each) for each in (quote.strip(), text))
    found = re.search(rf"(?<![\w.]){re.escape(quoted)}(?!\w|\.\w)", whole) if quoted else None
    if found is None:
        return False
    before, after = _CLAUSE.split(whole[: found.start()])[-1], _CLAUSE.split(whole[found.end() :])[0]
    return not _DENIES.search(before) and not _DENIES.search(after)


def _names(quote: str, value: str) -> bool:
    """Whether a value stands in a quote, in German with a comma for the point."""
    written = (quote, re.sub(r"(?<=\d),(?=\d)", ".", quote))
    return any(re.search(rf"(?<![\w.]){re.escape(value.strip())}(?![\w.]\w)", each) for each in written)

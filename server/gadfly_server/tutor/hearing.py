"""What a model read in an answer, and what the run says to that: a model points, the tutor decides."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.tutor import experiment, reading, replies, supposing
from gadfly_server.tutor.in_own_words import DENIES, WISHES
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.understanding import Understanding, prime_suspects
from gadfly_server.tutor.wanted_and_given import GIVEN, WANTED, is_without_turn, roles
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

_CLAUSE = re.compile(r"[.!?;,](?!\w)|\b(?:but|aber|sondern)\b")
_SENTENCE = re.compile(r"[.!?;](?!\w)|\b(?:but|aber|sondern)\b")
_SUPPOSING = re.compile(r"\b(?:that|dass|maybe|perhaps|vielleicht)\b", re.IGNORECASE)  # behind "I guess"
_LINE = re.compile(r"\b(?:line|zeile) (\d{1,5})\b", re.IGNORECASE)
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


def understood(heard: Heard | None, facts: Facts, text: str) -> frozenset[Understanding]:
    """What the quoted words show once they are held against the run; an idea of the cause is for a run to show."""
    if heard is None or not quotes(heard.quote, text):
        return frozenset()
    shown = (each for each, _ in _borne_out(heard.quote, facts) if each.value == heard.understanding)
    return frozenset(each for each in shown if _is_meant(each, heard.quote, facts, text))


def reply(question: Question, heard: Heard, shown: frozenset[Understanding], facts: Facts) -> str:
    """What is said to words that answered something else: what is so, in words of ours, whatever else was said."""
    so = next(said for each, said in _borne_out(heard.quote, facts) if each in shown)
    return say("You say “{quote}”. {fact} {how}", quote=heard.quote, fact=so, how=replies.how(question))


def _borne_out(quote: str, facts: Facts) -> Iterator[tuple[Understanding, str]]:
    """Give what a quote says of the test and the run that is so, each with the fact in words."""
    compared = facts.focus.comparison if facts.focus else None
    if compared and compared.expected.text != compared.actual.text:
        wanted, gave = compared.expected.text, compared.actual.text
        said = roles(quote, wanted, gave, names=_names(facts))
        if said.get(wanted) == WANTED and said.get(gave, GIVEN) == GIVEN:
            yield Understanding.EXPECTED, say("That is so: the test wants {value}.", value=code(wanted))
        if (said.get(wanted), said.get(gave)) == (WANTED, GIVEN):
            so = say("That is so: the test wants {wanted} and gets {gave}.", wanted=code(wanted), gave=code(gave))
            yield Understanding.SYMPTOM, so
    for line in (int(number) for number in _LINE.findall(quote)):
        ran = facts.focus is not None and line in facts.focus.lines
        if ran and not DENIES.search(quote) and _is_suspect(line, facts):
            yield Understanding.REGION, say("Line {line} runs in this test.", line=line)
    supposed = supposing.read(quote)
    about = supposed is not None and _is_suspect(supposed.line, facts) and not WISHES.search(quote)
    if supposed and about and experiment.try_out(supposed, facts).verdict == experiment.CONFIRMED:
        yield Understanding.MECHANISM, say("The run has it the same way.")


def _is_meant(shown: Understanding, quote: str, facts: Facts, text: str) -> bool:
    """Tell whether the sentence around a quote lets it stand: "it is a lie that" before it does not."""
    if shown is Understanding.REGION:
        return True
    before, after = _around(quote, text, _SENTENCE) or ("", "")
    if shown is Understanding.MECHANISM:
        return is_without_turn(_SUPPOSING.sub(" ", before), _names(facts)) and is_without_turn(after, _names(facts))
    return any(each is shown for each, _ in _borne_out(before + quote + after, facts))


def _names(facts: Facts) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d]\w*", facts.text))


def _is_suspect(line: int, facts: Facts) -> bool:
    return any(suspect.line <= line <= suspect.end_line for suspect in prime_suspects(facts))


def quotes(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, letter for letter, with no word or number cut, and no "not" left out beside it.

    "ü" is one whether it is written as one sign or as two.
    """
    found = _around(quote, text, _CLAUSE)
    return found is not None and not any(map(DENIES.search, found))


def _around(quote: str, text: str, end: re.Pattern[str]) -> tuple[str, str] | None:
    """Give what stands before and behind a quote, as far as the next end; ``None`` where it is none."""
    quoted, whole = (unicodedata.normalize("NFC", each) for each in (quote.strip(), text))
    found = re.search(rf"(?<![\w.]){re.escape(quoted)}(?!\w|\.\w)", whole) if quoted else None
    return (end.split(whole[: found.start()])[-1], end.split(whole[found.end() :])[0]) if found else None

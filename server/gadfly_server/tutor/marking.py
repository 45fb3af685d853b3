"""Mark an answer against the evidence of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gadfly_server.tutor import items, ordering, picking, reading
from gadfly_server.tutor.choices import is_agreement
from gadfly_server.tutor.equality import same, same_kind
from gadfly_server.tutor.in_own_words import fits_the_run
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.vocabulary import understood
from gadfly_server.tutor.words import THEN
from gadfly_server.wording import LANGUAGES, say, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.reading import Meant

OF_LINES = ("point-at", "compare-runs")  # kinds of questions that lines answer
LONGEST_SAID = 60
LONGEST_READ = 10_000
MOST_WORDS = 3  # of a text that the student may have meant word for word


@dataclass(frozen=True, slots=True)
class Mark:
    """``right``, ``wrong`` or ``unclear``, and the answer as the tutor would repeat it.

    ``misconception`` is the belief that leads to just this wrong answer; empty if none is known.
    """

    verdict: str
    said: str
    misconception: str = ""


def mark(question: Question, answer: str) -> Mark:
    """Compare the student's words with the one right answer; what cannot be read as an answer is unclear."""
    given = _marked(question, answer)
    return replace(given, misconception=_belief(question, answer)) if given.verdict == "wrong" else given


def _belief(question: Question, answer: str) -> str:
    """The misconception by which the answer would be right."""
    for believed, misconception in question.beliefs:
        oracle = replace(question.oracle, answer=believed, written="", truth=False)
        if _marked(replace(question, oracle=oracle), answer).verdict == "right":
            return misconception
    return ""


def _marked(question: Question, answer: str) -> Mark:
    if not answer.strip() or len(answer) > LONGEST_READ:
        return _unclear(answer)
    if question.entry is Entry.ORDER:
        return _mark_order(question, answer)
    if question.oracle.truth:
        return _mark_truth(question, answer)
    answer = _without_echo(question, answer)
    if question.kind == "predict-output":  # what is printed has no quotes, whatever the student writes
        answer = re.sub(r"^(['\"])(.*)\1$", r"\2", answer.strip())
    chosen = picking.chosen(question, answer) or _chosen_by_items(question, answer)
    if chosen is not None:
        return (
            _mark_line(question, chosen) if _is_line(question) else _verdict(chosen == question.oracle.answer, chosen)
        )
    return _marking_of(question)(question, answer)


def _chosen_by_items(question: Question, answer: str) -> str | None:
    """The one choice whose items are told, such as "a and b" for ``['a', 'b']``."""
    if question.entry is not Entry.CHOICE:
        return None
    values = [(choice, reading.literal(choice)) for choice in question.choices]
    meant = reading.values(answer)
    found = [choice for choice, value in values if value is not None and items.told(value.value, answer, meant)]
    return found[0] if len(found) == 1 else None


def _marking_of(question: Question) -> Callable[[Question, str], Mark]:
    if question.kind == "hypothesis":
        return _mark_supposed
    if question.entry is Entry.TEXT:
        return _mark_words
    if question.kind == "concept":
        return _mark_printed
    if is_agreement(question.choices):
        return _mark_agreement
    if _is_line(question):
        return _mark_line
    return _mark_number if question.entry is Entry.NUMBER else _mark_value


def _mark_supposed(question: Question, answer: str) -> Mark:
    """What the run confirmed is the answer then; where the words were no hypothesis, the question still takes text."""
    return (
        _verdict(question.oracle.answer == answer.strip(), answer)
        if question.entry is Entry.VALUE
        else _unclear(answer)
    )


def _is_line(question: Question) -> bool:
    """Whether lines answer the question, also where they are offered as choices."""
    return question.entry is Entry.LINE or (
        question.kind in OF_LINES and re.fullmatch(r"\d+(-\d+)?", question.oracle.answer) is not None
    )


def _verdict(right: bool, said: str) -> Mark:
    return Mark("right" if right else "wrong", _short(said))


def _unclear(answer: str) -> Mark:
    return Mark("unclear", _short(answer[:LONGEST_READ]))


def _short(said: str) -> str:
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return shown if len(shown) <= LONGEST_SAID else shown[:LONGEST_SAID] + "…"


def _mark_order(question: Question, answer: str) -> Mark:
    said = ordering.read(question, answer)
    return _unclear(answer) if said is None else _verdict(said in ordering.right_orders(question), said)


def _mark_truth(question: Question, answer: str) -> Mark:
    """Only true or false counts: any value is as good as what it counts as."""
    found = [one for one in reading.values(answer) if not (one.bare and isinstance(one.value, str))]
    agreed = reading.agreement(answer)
    counted = bool(found[0].value) if found else agreed
    if counted is None:
        return _unclear(answer)
    return _verdict(str(counted) == question.oracle.answer, answer.strip() if found else str(counted))


def _mark_agreement(question: Question, answer: str) -> Mark:
    said = reading.agreement(answer)
    if said is None:
        return _unclear(answer)
    word = question.choices[not said]
    return _verdict(word == question.oracle.answer, word)


def _mark_line(question: Question, answer: str) -> Mark:
    said = reading.line(answer)
    if said is None or (question.entry is Entry.CHOICE and not _is_offered(question, said, answer)):
        return _unclear(answer)
    first, _, last = question.oracle.answer.partition("-")
    return _verdict(int(first) <= said <= int(last or first), say("line {line}", line=said))


def _is_offered(question: Question, line: int, answer: str) -> bool:
    """Whether a line is among the choices, and not meant as the rank of one, as "the second" may be."""
    spans = [(choice.split("-")[0], choice.split("-")[-1]) for choice in question.choices]
    within = any(first.isdigit() and int(first) <= line <= int(last) for first, last in spans if last.isdigit())
    return within and not reading.rank(answer)


def _mark_words(question: Question, answer: str) -> Mark:
    """Words are never wrong: they say what the run did, or nothing that could be marked."""
    return _verdict(True, answer) if fits_the_run(answer, question.oracle.mentions, question.text) else _unclear(answer)


def _mark_printed(question: Question, answer: str) -> Mark:
    """What somebody types who does not pick: the lines of a program's output, however they are set off."""
    said = _printed(answer)
    found = next((choice for choice in question.choices if said and _printed(choice) == said), None)
    return _unclear(answer) if found is None else _verdict(found == question.oracle.answer, found)


def _printed(text: str) -> str:
    told = text.casefold()
    for language in LANGUAGES:  # also where it is marked once more in another than that of the choices
        with speaking(language):
            told = told.replace(say(THEN), " ")
    between = "|".join(words.between for words in understood())
    return re.sub(rf"(?:[\s,;'\"`]|\b(?:{between})\b)+", " ", told).strip()


def _mark_number(question: Question, answer: str) -> Mark:
    said = reading.number(answer)
    if said is None or not said.is_integer():
        return _unclear(answer)
    return _verdict(said == float(question.oracle.answer), f"{said:g}")


def _mark_value(question: Question, answer: str) -> Mark:
    plain = answer.strip().strip("`").strip()
    if question.oracle.written and _same_text(question.oracle.written, plain):
        return _verdict(True, plain)
    expected = reading.literal(question.oracle.answer)
    if expected is None:
        return _mark_text(question, answer, plain)
    meant = reading.values(answer)
    found = [one for one in meant if picking.meets(expected.value, one)]
    if found or items.told(expected.value, answer, meant):
        may_be_cut = isinstance(expected.value, str) and not _as_a_whole(found, answer)
        return _unclear(answer) if may_be_cut else _verdict(True, plain)
    if _is_number(expected.value):
        return _mark_worded_number(question, answer, plain, meant)
    if isinstance(expected.value, bool) and (said := _agreed(answer, meant)) is not None:
        return _verdict(said == expected.value, plain)
    return _verdict(False, plain) if _readable(question, expected.value, answer, meant) else _unclear(answer)


def _as_a_whole(found: list[Meant], answer: str) -> bool:
    """Whether a text was written without a reason cut off, for what looks like one may be part of the text."""
    return any(not one.bare for one in found) or any(
        one.written in reading.wordings(answer, whole=True) or one.worded for one in found
    )


def _agreed(answer: str, meant: list[Meant]) -> bool | None:
    """Yes or no, where no value was said."""
    return reading.plain_agreement(answer) if all(one.bare and isinstance(one.value, str) for one in meant) else None


def _may_mean_empty(expected: Any, meant: list[Meant]) -> bool:
    """Whether "nothing" was said where the answer is empty: it may mean that, or no value at all."""
    empty = isinstance(expected, (str, list, tuple, dict, set)) and not expected
    return empty and {one.worded for one in meant if one.value is None} == {True}


def _without_echo(question: Question, answer: str) -> str:
    """An answer without what it repeats of the question: "`f(2)` gives 3" says "it gives 3"."""
    plain = answer.strip()
    if question.entry not in (Entry.VALUE, Entry.NUMBER, Entry.CHOICE) or plain in question.choices:
        return answer
    expected = reading.literal(question.oracle.answer)
    if expected is not None and expected.value == plain:
        return answer
    for asked in re.findall(r"`([^`\n]+)`", question.text):
        start = re.match(rf"`?{re.escape(asked)}`?\s*", plain, re.IGNORECASE)
        rest = plain[start.end() :] if start else ""
        if rest and any(words.opening.sub("", f"it {rest}", count=1) != rest for words in understood()):
            return f"it {rest}"
    return answer


def _mark_text(question: Question, answer: str, plain: str) -> Mark:
    """Of a right answer that is no literal, such as an error's name, only the text can be compared."""
    expected = question.oracle.answer
    printed = question.kind == "predict-output"
    wordings = reading.wordings(answer, whole=printed)
    if any(_same_text(_bare_name(expected), _bare_name(wording)) for wording in wordings):
        return _verdict(True, plain)
    worded = len(plain.split()) > max(MOST_WORDS, len(expected.split())) and not re.search(r"[\[({'\"]", plain)
    prose = worded or question.entry is Entry.CHOICE
    return _unclear(answer) if prose or not re.search(r"\w|[\[({'\"]", plain) else _verdict(False, plain)


def _mark_worded_number(question: Question, answer: str, plain: str, meant: list[Meant]) -> Mark:
    """A number that Python would not read; other values are an answer to open questions only."""
    other = [one for one in meant if not (one.bare and isinstance(one.value, (str, tuple)))]
    if other:
        kept = _is_number(other[0].value) or (question.entry is not Entry.CHOICE and not other[0].worded)
        return _verdict(False, plain) if kept else _unclear(answer)
    expected = reading.literal(question.oracle.answer)
    found = None if reading.has_signs(answer) else reading.number(answer)
    if found is None or expected is None:
        return _unclear(answer)
    return _verdict(same(expected.value, found), f"{found:.12g}")


def _readable(question: Question, expected: Any, answer: str, meant: list[Meant]) -> bool:
    """Whether the words are a value at all; where choices are given, one of the right kind."""
    if _may_mean_empty(expected, meant):
        return False
    values = [one for one in meant if not (one.bare and isinstance(one.value, str))]
    if question.entry is Entry.CHOICE:
        return any(same_kind(expected, one.value) for one in values)
    if values:
        return True
    return isinstance(expected, str) and len(answer.split()) <= max(MOST_WORDS, len(expected.split()))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _bare_name(text: str) -> str:
    """A name as people write it: ``a ValueError`` and ``valueerror()`` name the same error."""
    article = "|".join(words.article for words in understood())
    return re.sub(rf"^(?:{article}) (?=\w+$)", "", re.sub(r"\(\)$", "", text.strip().casefold()))


def _same_text(expected: str, said: str) -> bool:
    plain = [re.sub(r"[\s'\"]", "", text) for text in (expected, said)]
    return plain[0] == plain[1]

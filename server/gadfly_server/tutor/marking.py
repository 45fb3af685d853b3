"""Mark an answer against the evidence of a question."""

from __future__ import annotations

import ast
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gadfly_server.tutor import reading
from gadfly_server.tutor.question import Entry

if TYPE_CHECKING:
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.reading import Meant

LONGEST_SAID = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """``right``, ``wrong`` or ``unclear``, and the answer as the tutor would repeat it."""

    verdict: str
    said: str


def mark(question: Question, answer: str) -> Mark:
    """Compare the student's words with the one right answer; what cannot be read as an answer is unclear."""
    if not answer.strip():
        return Mark("unclear", "")
    chosen = _chosen(question, answer)
    if chosen is not None:
        return _verdict(chosen == question.oracle.answer, chosen)
    if set(question.choices) == {"Yes", "No"}:
        return _mark_agreement(question, answer)
    if question.entry is Entry.LINE:
        return _mark_line(question, answer)
    if question.entry is Entry.NUMBER:
        return _mark_number(question, answer)
    return _mark_value(question, answer)


def same(expected: Any, said: Any) -> bool:
    """Whether two values are equal for a person: 3 and 3.0, or 0.33 for 0.333…"""
    if isinstance(expected, bool) or isinstance(said, bool):
        return expected is said
    if isinstance(expected, (int, float)) and isinstance(said, (int, float)):
        return _same_number(expected, said)
    if type(expected) is not type(said):
        return False
    if isinstance(expected, (list, tuple)):
        return len(expected) == len(said) and all(map(same, expected, said))
    if isinstance(expected, dict):
        return expected.keys() == said.keys() and all(same(expected[key], said[key]) for key in expected)
    return bool(expected == said)


def _verdict(right: bool, said: str) -> Mark:
    shown = " ".join(said.split())
    return Mark("right" if right else "wrong", shown if len(shown) <= LONGEST_SAID else shown[:LONGEST_SAID] + "…")


def _chosen(question: Question, answer: str) -> str | None:
    """The choice that the answer names: by its text, by its letter, or by its number where that is no choice itself."""
    plain = " ".join(answer.split())
    for choice in question.choices:
        if plain.casefold() == " ".join(choice.split()).casefold() and question.entry is Entry.CHOICE:
            return choice
    if question.entry is not Entry.CHOICE:
        return None
    letter = re.fullmatch(r"\(?([a-d])[).]?", plain, re.IGNORECASE)
    position = ord(letter[1].lower()) - ord("a") if letter else -1
    if not letter and re.fullmatch(r"\d[).]?", plain) and not any(c.strip().isdigit() for c in question.choices):
        position = int(plain[0]) - 1
    return question.choices[position] if 0 <= position < len(question.choices) else None


def _mark_agreement(question: Question, answer: str) -> Mark:
    said = reading.agreement(answer)
    if said is None:
        return Mark("unclear", answer.strip())
    word = "Yes" if said else "No"
    return _verdict(word == question.oracle.answer, word)


def _mark_line(question: Question, answer: str) -> Mark:
    said = reading.line(answer)
    if said is None:
        return Mark("unclear", answer.strip())
    first, _, last = question.oracle.answer.partition("-")
    return _verdict(int(first) <= said <= int(last or first), f"line {said}")


def _mark_number(question: Question, answer: str) -> Mark:
    said = reading.number(answer)
    if said is None:
        return Mark("unclear", answer.strip())
    return _verdict(said == float(question.oracle.answer), f"{said:g}")


def _mark_value(question: Question, answer: str) -> Mark:
    plain = answer.strip().strip("`").strip()
    if question.oracle.written and _same_text(question.oracle.written, plain):
        return _verdict(True, plain)
    try:
        expected = ast.literal_eval(question.oracle.answer)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return _verdict(_same_text(question.oracle.answer, plain), plain)
    meant = reading.values(answer)
    if any(_meets(expected, one) for one in meant):
        return _verdict(True, plain)
    sentence = len(plain.split()) > 1 and not re.search("['\"\\[({]", answer)
    number = reading.number(answer) if sentence else None
    if number is not None and isinstance(expected, (int, float)) and not isinstance(expected, bool):
        return _verdict(same(expected, number), f"{number:g}")
    if isinstance(expected, str) or any(not isinstance(one.value, str) or not one.bare for one in meant):
        return _verdict(False, plain)
    return Mark("wrong" if len(plain.split()) == 1 else "unclear", plain)


def _meets(expected: Any, meant: Meant) -> bool:
    if same(expected, meant.value):
        return True
    if isinstance(expected, (list, set)) and meant.bare and isinstance(meant.value, tuple):
        return same(expected, type(expected)(meant.value))
    if isinstance(expected, str) and meant.bare:
        return expected.strip() == str(meant.value).strip()
    return False


def _same_number(expected: float, said: float) -> bool:
    if math.isclose(expected, said, rel_tol=1e-6, abs_tol=1e-9):
        return True
    if not (math.isfinite(expected) and math.isfinite(said)):
        return False
    digits = len(repr(said).partition(".")[2])
    return digits >= 2 and round(expected, digits) == said


def _same_text(expected: str, said: str) -> bool:
    plain = [re.sub(r"[\s'\"]", "", text) for text in (expected, said)]
    return plain[0] == plain[1]

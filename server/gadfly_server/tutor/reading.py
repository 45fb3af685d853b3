"""What a student's words mean: values, numbers, lines, and requests such as "I don't know"."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import Any

from gadfly_analyzers.python_text import literal_of
from gadfly_server.tutor.vocabulary import understood

_MINUS = re.compile(r"(?:[\u2212\uff0d]|\bminus\b) *(?=[\d.])", re.IGNORECASE)
_SUM = re.compile(r"\d\s*[-+*/]\s*\d")
_THOUSANDS = re.compile(r"(?<![\w.,])-?\d{1,3}(?:,\d{3})+(?![\w,])")
_STRAIGHT = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")
_DIGITS = re.compile(r"(?<![\w.])-?(?:\d{1,300}(?:\.\d{1,300})?|\.\d{1,300})(?![\w])")


@dataclass(frozen=True, slots=True)
class Meant:
    """A value that the student's words stand for, and those words.

    ``bare`` tells that it was written without quotes or brackets, ``worded`` that it was said in English.
    """

    value: Any
    bare: bool
    written: str
    worded: bool = False


def request(text: str) -> str | None:
    """What the student asks for or says instead of answering: the name of a kind of request, such as ``unknown``."""
    said = text.strip().strip(".!").strip().lower()
    for words in understood():
        plain = words.around.sub("", said)
        for name, pattern in words.requests.items():
            if pattern.fullmatch(plain):
                return name
    return None


def values(text: str) -> list[Meant]:
    """All values that the words may stand for, the likeliest first; the words themselves, as text, come last."""
    found: list[Meant] = []
    for wording in wordings(text):
        read, word = literal(wording), wording.lower()
        if read is not None:
            found.append(read)
        tables = [table for words in understood() for table in (words.values, words.numbers)]
        found.extend(Meant(known[word], True, wording, True) for known in tables if word in known)
    found.extend(Meant(wording, True, wording) for wording in wordings(text))
    return found


MOST_WORDS_OF_NONE = 2  # by which somebody says "none at all" without a word on running
_RUNS = re.compile(r"\b(?:runs?|ran|taken|times?|pass(?:es)?|loops?|executes?|l(?:ä|ie)uft|lief|mal|durchl\w+)\b")


def number(text: str) -> float | None:
    """The one number in the words, in digits or as a word; ``None`` for none, for several, and for "more than 2"."""
    said = _unhedged(_unplaced(text))
    plain = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), _MINUS.sub("-", said))
    plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    read = literal(plain)
    if read is not None and isinstance(read.value, (int, float)) and not isinstance(read.value, bool):
        return _as_float(read.value)
    digits = [float(found) for found in _DIGITS.findall(plain)]
    words = re.findall(r"[^\W\d_]+", plain)
    signed = re.findall(r"\b(minus\s+)?([^\W\d_]+)", plain)
    known = {
        float(-table.numbers[word] if minus else table.numbers[word])
        for table in understood()
        for minus, word in signed
        if word in table.numbers
    }
    known |= set(digits)
    if not known and not re.search(r"\d", plain):
        known = {float(table.nothing[word]) for table in understood() for word in words if word in table.nothing}
    elif _SUM.search(plain) or any(table.beyond.search(plain) for table in understood()):
        return None
    if known == {0.0} and not digits and len(words) > MOST_WORDS_OF_NONE and not _RUNS.search(plain):
        return None  # "none of your business" is no answer
    whole = len(digits) == len(re.findall(r"\d+(?:\.\d+)?", plain))
    return known.pop() if len(known) == 1 and whole else None


def line(text: str) -> int | None:
    """The line number in the words; "4", "line 4", "4th line", "L4" and "4: total = 0" all mean 4."""
    named = "|".join(words.line for words in understood())
    joined = "|".join(words.joined for words in understood())
    another = rf"(?!\s*(?:,|/|-|\u2013|{joined})\s*(?:(?:{named})\s*)?\d)"
    match = re.match(rf"^\s*(?:{named})\s*(\d{{1,9}})\b{another}", _unhedged(_with_numbers(text)), re.IGNORECASE)
    return int(match[1]) if match else None


def agreement(text: str) -> bool | None:
    """Yes or no; ``None`` if the words say neither."""
    plain = _unhedged(text)
    for words in understood():
        both = all(re.search(rf"\b{word}\b", plain) for word in words.agreement)
        found = None if both else words.agreed.match(plain)
        if found:
            return found.lastgroup == "yes"
    return None


def wordings(text: str) -> list[str]:
    """The words as they are, without signs around them, without what opens them, with plain quotes and minus signs."""
    plain = text.strip()
    shorter = plain.strip("`").rstrip(".!;").strip("` ")
    opened = [
        words.closing.sub("", words.opening.sub("", shorter, count=1), count=1).strip("` ") for words in understood()
    ]
    known = [plain, shorter, *opened]
    return [w for w in dict.fromkeys([*known, *(_MINUS.sub("-", w.translate(_STRAIGHT)) for w in known)]) if w]


def literal(text: str) -> Meant | None:
    """The value that Python reads in a text; ``None`` if it reads none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = literal_of(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None
    return Meant(value, text[:1] not in "([{'\"", text.strip())


def _unplaced(text: str) -> str:
    """The words in small letters, without the lines that they name."""
    plain = _with_numbers(text)
    for words in understood():
        plain = words.place.sub(" ", plain)
    return plain


def _with_numbers(text: str) -> str:
    """The words in small letters, with "line 4" for "4th line"."""
    plain = text.strip().lower()
    for words in understood():
        plain = words.counted.sub(r"line \1", plain)
    return plain


def _unhedged(text: str) -> str:
    """The words in small letters, without what weakens them at their start."""
    plain = text.strip().lower()
    for words in understood():
        plain = words.hedge.sub("", plain)
    return plain


def _as_float(value: float) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None

"""What a student's words mean: values, numbers, lines, and requests such as "I don't know"."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import Any

from gadfly_analyzers.python_text import literal_of
from gadfly_server.tutor.sums import comes_out_otherwise
from gadfly_server.tutor.vocabulary import understood

_MINUS = re.compile(r"(?:[\u2212\uff0d]|\b(?:minus|negative|negativ)\b) *(?=[\d.])", re.IGNORECASE)
_WORKED_OUT = re.compile(r"^([\d\s.+*/()-]{0,99}\d\s*[-+*/][\d\s.+*/()-]{0,99})=\s*(?=(-?[\d.]{1,300}))")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SUM = re.compile(r"\d\s*[-+*/]\s*\d")
_THOUSANDS = re.compile(r"(?<![\w.,])-?\d{1,3}(?:,\d{3})+(?![\w,])")
_STRAIGHT = str.maketrans("\u201e\u201c\u201d\u00bb\u00ab\u201a\u2018\u2019", '"' * 5 + "'" * 3)
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
            if pattern.fullmatch(plain) or pattern.fullmatch(plain.rstrip("?! ") or plain):
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
_EVER = frozenset({"any", "ever", "jemals"})  # which add nothing to that there is none
_RUNS = re.compile(r"\b(?:runs?|ran|taken|times?|pass(?:es)?|loops?|executes?|l(?:ä|ie)uft|lief|mal|durchl\w+)\b")


def number(text: str) -> float | None:
    """The one number in the words, in digits or as a word; ``None`` for none, for several, and for "more than 2"."""
    said = _without_reason(_unhedged(_unplaced(text)))
    if any(words.never.fullmatch(" ".join(said.strip(" .!").split())) for words in understood()):
        return 0.0
    plain = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), _MINUS.sub("-", said))
    plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    plain = re.sub(r"(?<=\d)x\b", " ", _WORKED_OUT.sub(_without_sum, plain))  # "3x" is three times
    read = literal(plain)
    if read is not None and isinstance(read.value, (int, float)) and not isinstance(read.value, bool):
        return _as_float(read.value)
    digits = [float(found) for found in _DIGITS.findall(plain)]
    words = re.findall(r"[^\W\d_]+", plain)
    signed = re.findall(r"\b((?:minus|negativ|negative)\s+)?([^\W\d_]+)", plain)
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
    if known == {0.0} and not digits and _says_more(text, words) and not _RUNS.search(plain):
        return None  # "none of your business" is no answer, and "not really" is an answer to something else
    whole = len(digits) == len(re.findall(r"\d+(?:\.\d+)?", plain))
    return known.pop() if len(known) == 1 and whole else None


def _says_more(text: str, words: list[str]) -> bool:
    """Whether words say more than that there is none, or rather that something is not so."""
    none = _EVER.union(*(table.nothing.keys() | table.numbers.keys() for table in understood()))
    return len(words) > MOST_WORDS_OF_NONE or (agreement(text) is False and not none.issuperset(words[1:]))


def _without_sum(found: re.Match[str]) -> str:
    """Nothing; but where a sum comes out otherwise than is said, it stays: nobody knows which number is meant."""
    return found[0] if comes_out_otherwise(found[1], found[2]) else ""


def line(text: str) -> int | None:
    """The line number in the words; "4", "line 4", "4th line", "L4" and "4: total = 0" all mean 4."""
    named = "|".join(words.line for words in understood())
    joined = "|".join(words.joined for words in understood())
    another = rf"(?!\s*(?:,|/|-|\u2013|{joined})\s*(?:(?:{named})\s*)?\d)"
    plain = _unhedged(_with_numbers(text))
    match = re.match(rf"^\s*(?:{named})\s*(\d{{1,9}})\b{another}", plain, re.IGNORECASE)
    if match:
        return int(match[1])
    return _line_in_words(re.sub(rf"^\s*(?:{named})\s*", "", plain.rstrip(" .!?"))) or None


def _line_in_words(said: str) -> int:
    """The line of "four", "fourth", "fourth line" and "4th"; 0 for none, such as "once"."""
    word = re.sub(r" (?:line|one|zeile)$", "", said)
    for words in understood():
        if ordinal := words.ordinal.fullmatch(word):
            return int(ordinal[1])
        if word in words.ranks:
            return words.ranks[word]
        if said in words.numbers and not words.times.fullmatch(said):
            return words.numbers[said]
    return 0


def agreement(text: str) -> bool | None:
    """Yes or no; ``None`` if the words say neither, or something that could be either."""
    plain = _unhedged(text)
    for words in understood():
        if found := words.agreed.match(plain):
            rest = _without_reason(plain)[found.end() :]
            return None if _contradicts(found.lastgroup or "", rest) else found.lastgroup == "yes"
    return None


def _contradicts(said: str, rest: str) -> bool:
    """Whether what follows a yes or a no may turn it around, as in "of course not" or "not false"."""
    negated = any(re.search(words.negated, rest) for words in understood())
    denied = any(re.search(rf"\b(?:{words.denies})\b", rest) for words in understood())
    affirmed = any(re.search(rf"\b(?:{words.affirms})\b", rest) for words in understood())
    if said == "yes":
        return negated or denied
    if said == "no":
        return (negated and denied) or (affirmed and not negated)
    return negated or denied or (affirmed and re.search(r"[,.;:!?]|\b(?:but|so|aber|also)\b", rest) is not None)


def plain_agreement(text: str) -> bool | None:
    """Yes or no in so many words; "it is odd" is neither, for it says something of its own."""
    own = any(words.stated.match(_unhedged(text)) for words in understood())
    return None if own else agreement(text)


def wordings(text: str, whole: bool = False) -> list[str]:
    """The words as they are, without signs around them, without what opens them, with plain quotes and minus signs.

    Unless they are read as a whole, also without the reason that they may give at their end.
    """
    plain = text.strip()
    shorter = plain.strip("`").rstrip(".!;").strip("` ")
    opened = [
        words.closing.sub("", words.opening.sub("", shorter, count=1), count=1).strip("` ") for words in understood()
    ]
    known = [plain, shorter, *opened, *((each if whole else _without_reason(each)).rstrip("?") for each in opened)]
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


def has_signs(text: str) -> bool:
    """Whether quotes or brackets set a value off, which an apostrophe in a word does not."""
    return re.search("['\"\\[({]", _APOSTROPHE.sub("", text)) is not None


def rank(text: str) -> int:
    """The number in "the third one"; 0 for none."""
    word = _unhedged(text).rstrip(" .!)")
    ranks = {each: number for words in understood() for each, number in words.ranks.items()}
    plain = re.fullmatch(
        r"(?:(?:the|der|die|das|den) )?(\w+)(?: (?:one|option|choice|answer|antwort|möglichkeit))?", word
    )
    return ranks.get(plain[1], 0) if plain else 0


def plain(text: str) -> str:
    """The words in small letters, without what weakens them and without a reason."""
    return _without_reason(_unhedged(text))


def _without_reason(text: str) -> str:
    """The words without what tells at their end why it should be so."""
    for words in understood():
        text = words.reason.sub("", text)
    return text


def _unplaced(text: str) -> str:
    """The words in small letters, without the lines that they name."""
    plain = _with_numbers(text)
    for words in understood():
        plain = words.ordinal.sub(" ", words.place.sub(" ", plain))
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

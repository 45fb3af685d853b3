"""What a student's words mean: values, numbers, lines, and requests such as "I don't know"."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"never": 0, "once": 1, "twice": 2, "thrice": 3}
_NONE_AT_ALL = {"none": 0, "no": 0, "not": 0}
_WORDS: dict[str, Any] = {
    "true": True, "yes": True, "false": False, "no": False,
    "none": None, "null": None, "nothing": None, "nil": None,
    "inf": float("inf"), "infinity": float("inf"), "empty list": [], "an empty list": [],
    "empty string": "", "an empty string": "", "empty text": "",
}  # fmt: skip
_OPENING = re.compile(
    r"^(?:(?:i (?:think|guess|believe|expect)|maybe|probably|perhaps|well|so|um+|hm+)[,: ]+(?:that )?)*"
    r"(?:(?:it|this|that|the (?:answer|value|result|call)|`[^`]*`)\s+)?"
    r"(?:should (?:be|give|return)|would (?:be|give|return)|gives(?: back)?|returns|runs|is|was|equals|=+|->|=>)?\s*",
    re.IGNORECASE,
)
_REQUESTS = {
    "unknown": r"\?+|(i )?(really )?(do not|don[\'’]?t|dont) know( it| that| this)?|i?dk|dunno|(i have )?no (idea|clue)"
    r"|(i[\'’]?m |i am )?(not sure|unsure|stuck|lost)|help( me)?( please)?|(a |give me a )?hint|easier|pass",
    "skip": r"skip( it| this)?|next( question| one)?|another( one| question)?",
    "why": r"why\?*|why do you ask( that| this)?\??|what do you mean\??|how so\??|huh\??",
}


@dataclass(frozen=True, slots=True)
class Meant:
    """A value that the student's words stand for; ``bare`` tells that it was written without quotes or brackets."""

    value: Any
    bare: bool


def request(text: str) -> str | None:
    """``unknown``, ``skip`` or ``why`` if the student asks for that instead of answering."""
    plain = text.strip().strip(".!").strip().lower()
    for name, pattern in _REQUESTS.items():
        if re.fullmatch(pattern, plain):
            return name
    return None


def values(text: str) -> list[Meant]:
    """All values that the words may stand for, the likeliest first; the words themselves, as text, come last."""
    found: list[Meant] = []
    for wording in _wordings(text):
        literal = _literal(wording)
        if literal is not None:
            found.append(literal)
        if wording.lower() in _WORDS:
            found.append(Meant(_WORDS[wording.lower()], True))
        if wording.lower() in _NUMBERS:
            found.append(Meant(_NUMBERS[wording.lower()], True))
    found.extend(Meant(wording, True) for wording in _wordings(text))
    return found


def number(text: str) -> float | None:
    """The one number in the words, in digits or as a word; ``None`` if there is none or more than one."""
    plain = text.strip().lower().replace(",", ".")
    digits = re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w])", plain)
    if len(digits) == 1:
        return float(digits[0])
    known = _NUMBERS | _NONE_AT_ALL
    words = [known[word] for word in re.findall(r"[a-z]+", plain) if word in known]
    distinct = set(words)
    return float(words[0]) if not digits and len(distinct) == 1 else None


def line(text: str) -> int | None:
    """The line number in the words; "4", "line 4", "L4" and "4: total = 0" all mean 4."""
    match = re.match(r"^\s*(?:the |on |in |it'?s |it is )*(?:line|l|row|#)?\s*(\d+)\b", text.strip(), re.IGNORECASE)
    return int(match[1]) if match else None


def agreement(text: str) -> bool | None:
    """Yes or no; ``None`` if the words say neither."""
    first = re.match(
        r"\s*(yes|y|yeah|yep|true|taken|no|n|nope|not|false|never|it does not|it doesn't|it does)\b", text.lower()
    )
    if not first:
        return None
    return first[1] in ("yes", "y", "yeah", "yep", "true", "taken", "it does")


def _wordings(text: str) -> list[str]:
    plain = text.strip()
    shorter = plain.strip("`").rstrip(".!;").strip("` ")
    opened = _OPENING.sub("", shorter, count=1).strip("` ")
    return [w for w in dict.fromkeys([plain, shorter, opened]) if w]


def _literal(text: str) -> Meant | None:
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None
    return Meant(value, text[:1] not in "([{'\"")

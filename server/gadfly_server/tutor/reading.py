"""What a student's words mean: values, numbers, lines, and requests such as "I don't know"."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import Any

from gadfly_analyzers.python_text import literal_of

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
    r"(?:should (?:be|give|return)|would (?:be|give|return)|(?:should )?counts? as|as|gives(?: back)?"
    r"|returns|runs|is|was|equals|=+|->|=>)?\s*",
    re.IGNORECASE,
)
_UNSURE = (
    r"(?:i['’]?m |i am )?(?:not (?:really |quite |so |very )?(?:sure|certain)|unsure)|(?:i have )?no (?:idea|clue)"
)
_HEDGE = re.compile(
    rf"^(?:(?:{_UNSURE}|i (?:think|guess|believe|expect|suppose)|maybe|perhaps|probably|well|so|um+|hm+)\b"
    r"[,.;: ]*(?:but\b|that\b)?[,.;: ]*)+"
)
_AGREED = re.compile(
    r"(?P<no>no|nope|i (?:do not|don['’]?t) think so|(?:it |this |that )?(?:is not|isn['’]?t|does not|doesn['’]?t)"
    r"|false|never|not|n(?=\W*$))(?!\w)|(?P<yes>yes|yeah|yep|true|taken|(?:it |this |that )(?:is|does)|y(?=\W*$))(?!\w)"
)
_REQUESTS = {
    "unknown": r"\?+|(i )?(really )?(do not|don['’]?t|dont) know( it| that| this)?|i?dk|dunno|(i have )?no (idea|clue)"
    r"|(i['’]?m |i am )?(not (really |quite )?sure|unsure)|pass",
    "stuck": r"(i['’]?m |i am )?(still |really |totally )?(stuck|lost|confused)|help( me)?( please)?"
    r"|(a |give me a )?hint|easier|i (do not|don['’]?t) (understand|get)( it| this| that| the question)?"
    r"|(this is )?too hard",
    "skip": r"skip( it| this)?|next( question| one)?|(ask me )?another( one| question)?|something else",
    "why": r"why\?*|why do you ask( me)?( that| this)?\??|why (does|should) (that|this|it) matter\??|how so\??|huh\??"
    r"|what do you mean\??|what (is|has) (that|this) (for|to do with (it|my program))\??",
    "more": r"more( help| please)*|(tell|say|show)( me)? more|i (want|need) more( help)?|go on|next (level|step)",
    "solution": r"(just |please |can you |could you )*(tell|give|show) me the (answer|solution|fix|bug|repair|code)"
    r"( please)?|(what|where)(['’]?s| is) the (answer|solution|fix|bug|mistake|error|problem)\??"
    r"|what( is|['’]?s) wrong( here| with (it|this|that|my (program|code)))?\??"
    r"|how (do|can|should) i (fix|solve|repair|change) (it|this|that|the bug)\??|fix (it|this)( for me)?|solve it",
    "done": r"(i (think i )?(have )?|i['’]?ve )?(fixed|solved|changed|done|got)( it| this| that)?|it works( now)?|done",
    "off": r"hi+|hello|hey|thanks?( you)?|thx|ok(ay)?|lol|who are you\??|are you (an? )?(ai|bot|robot|human)\??",
}
_AROUND = re.compile(
    r"^(?:(?:sorry|um+|hm+|well|honestly|oh)[,. ]+)*|(?:[,. ]+(?:sorry|at all|yet|really|honestly|here|either|tbh))+$"
)
_MINUS = re.compile(r"(?:[\u2212\uff0d]|\bminus\b) *(?=[\d.])", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\w.,])-?\d{1,3}(?:,\d{3})+(?![\w,])")
_BEYOND = re.compile(r"\b(?:not|no|more|less|fewer|least|most|between|than|over|under|almost|nearly)\b|n['’]t\b")
_STRAIGHT = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")
_LINE_NUMBER = re.compile(r"\b(?:(?:on|in|of) )?lines? \d+\b")
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
    plain = _AROUND.sub("", text.strip().strip(".!").strip().lower())
    for name, pattern in _REQUESTS.items():
        if re.fullmatch(pattern, plain):
            return name
    return None


def values(text: str) -> list[Meant]:
    """All values that the words may stand for, the likeliest first; the words themselves, as text, come last."""
    found: list[Meant] = []
    for wording in wordings(text):
        read, word = literal(wording), wording.lower()
        if read is not None:
            found.append(read)
        found.extend(Meant(known[word], True, wording, True) for known in (_WORDS, _NUMBERS) if word in known)
    found.extend(Meant(wording, True, wording) for wording in wordings(text))
    return found


def number(text: str) -> float | None:
    """The one number in the words, in digits or as a word; ``None`` for none, for several, and for "more than 2"."""
    said = _HEDGE.sub("", _LINE_NUMBER.sub(" ", text.strip().lower()))
    plain = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), _MINUS.sub("-", said))
    plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    read = literal(plain)
    if read is not None and isinstance(read.value, (int, float)) and not isinstance(read.value, bool):
        return _as_float(read.value)
    digits = [float(found) for found in _DIGITS.findall(plain)]
    words = re.findall(r"[a-z]+", plain)
    known = {float(_NUMBERS[word]) for word in words if word in _NUMBERS} | set(digits)
    if not known and not re.search(r"\d", plain):
        known = {float(_NONE_AT_ALL[word]) for word in words if word in _NONE_AT_ALL}
    elif _BEYOND.search(plain):
        return None
    whole = len(digits) == len(re.findall(r"\d+(?:\.\d+)?", plain))
    return known.pop() if len(known) == 1 and whole else None


def line(text: str) -> int | None:
    """The line number in the words; "4", "line 4", "L4" and "4: total = 0" all mean 4."""
    opened = r"^\s*(?:the |on |in |it'?s |it is )*(?:line|l|row|#)?\s*"
    another = r"(?!\s*(?:,|/|-|\u2013|or|and|to)\s*(?:line\s*)?\d)"
    match = re.match(rf"{opened}(\d{{1,9}})\b{another}", text.strip(), re.IGNORECASE)
    return int(match[1]) if match else None


def agreement(text: str) -> bool | None:
    """Yes or no; ``None`` if the words say neither."""
    plain = _HEDGE.sub("", text.strip().lower())
    both = re.search(r"\byes\b", plain) and re.search(r"\bno\b", plain)
    found = None if both else _AGREED.match(plain)
    return None if found is None else found.lastgroup == "yes"


def wordings(text: str) -> list[str]:
    """The words as they are, without signs around them, without what opens them, with plain quotes and minus signs."""
    plain = text.strip()
    shorter = plain.strip("`").rstrip(".!;").strip("` ")
    opened = _OPENING.sub("", shorter, count=1).strip("` ")
    known = [plain, shorter, opened]
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


def _as_float(value: float) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None

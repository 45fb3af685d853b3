"""What has a sentence to do with what known repairs do, in words or in code?"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gadfly_analyzers.leaks.changes import Change
from gadfly_analyzers.leaks.denoting import comes, goes, is_spoken_of
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Sentence
from gadfly_analyzers.leaks.tokens import is_name, telling
from gadfly_analyzers.leaks.vocabulary import MEANINGS, Meaning

_SHORTEST = 3
_SAID_AS = {
    "len": r"lengths?|size",
    "int": r"integers?|whole numbers?|ints?",
    "str": r"strings?",
    "abs": r"absolute",
    "max": r"maximum|largest|max",
    "min": r"minimum|smallest|min",
    "set": r"unique|duplicates?",
    "isinstance": r"type",
    "lower": r"lower ?case|lower",
    "upper": r"upper ?case|upper|capital\w*",
    "strip": r"strip\w*|white ?space",
    "copy": r"cop(?:y|ies|ied|ying)",
    "sorted": r"sort\w*",
    "sort": r"sort\w*",
    "reversed": r"revers\w*",
    "range": r"range",
    "enumerate": r"enumerate|index and",
    "get": r"\.get|default value",
    "break": r"break\w*|leave the loop|exit the loop|stop the loop",
    "continue": r"continue|skip",
    "global": r"global",
    "self": r"self|instance variable|attribute of the",
    "None": r"none",
    "all": r"all of them|every one|each one",
    "any": r"any of them|at least one",
    "True": r"true",
    "False": r"false",
}
_SMALL = ("a", "i", "in", "is", "for", "if", "and", "or", "not")  # words that every sentence may have
_ORDINARY = frozenset(
    [
        "number",
        "numbers",
        "value",
        "values",
        "result",
        "results",
        "list",
        "item",
        "items",
        "name",
        "names",
        "text",
        "word",
        "words",
        "line",
    ]
)
_OF_VALUES = re.compile(r"^is \d+ [^?]*\d\?$")  # "Is 18 greater than 18?" asks nothing of the program

SAYS, SPEAKS, NAMES = "says what a repair does", "has a word for a repair", "names what is new"
GOES, COMES = "says what goes", "says what comes"
TELLING = frozenset({SAYS, SPEAKS, NAMES})
NO_REPAIR = "no repair is known"


def bearings_of(sentence: Sentence, known: Known) -> frozenset[str]:
    """Give the names of all that a sentence has to do with known repairs."""
    found = {name for change in known.changes for name in _bearings(sentence, change, known)}
    return frozenset(found or (() if known.changes else (NO_REPAIR,)))


def _bearings(sentence: Sentence, change: Change, known: Known) -> Iterator[str]:
    prose = sentence.prose
    meanings = _meanings(change)
    if any(meaning.plain is not None and meaning.plain.search(prose) for meaning in meanings):
        yield SAYS
    spoken = sum(meaning.norm is not None and meaning.norm.search(prose) is not None for meaning in meanings)
    if spoken:
        yield SPEAKS
    if spoken > 1:
        yield "has words for a repair"
    if _speaks_of(change, sentence):
        yield "speaks of what changes"
    if not _OF_VALUES.search(prose):
        yield from (
            name for name, of in ((GOES, goes), (COMES, comes)) if is_spoken_of(of(change), prose, known.put_in)
        )
    if any(_names(token, sentence) for token in _fresh_names(change, known)):
        yield NAMES
    quoted = {token for piece in sentence.pieces for token in piece.tokens}
    if quoted.intersection(telling(change.new)):
        yield "quotes what is new"


@lru_cache(maxsize=256)
def _meanings(change: Change) -> tuple[Meaning, ...]:
    """Give what a repair means in words, worked out once for all that is judged."""
    return tuple(meaning for meaning in MEANINGS if meaning.applies(change))


def _speaks_of(change: Change, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of what a repair takes away or puts in, be it by its name."""
    spoken = set(re.findall(r"\w+", sentence.prose)) | {token for piece in sentence.pieces for token in piece.tokens}
    named = [token for token in (*change.gone, *change.new) if token.isalnum() and token not in _SMALL]
    return any(token in spoken or token.lower() in spoken for token in named)


def _fresh_names(change: Change, known: Known) -> Sequence[str]:
    """Give the names and keywords that a repair brings, without those that the student has at hand."""
    return [
        token
        for token in dict.fromkeys(change.new)
        if token not in known.given and len(token) >= _SHORTEST and (is_name(token) or keyword.iskeyword(token))
        if token not in ("and", "not", "for", "return", "else", "pass", "elif")
    ]


def _names(token: str, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of a function or a name in words that are not those of everybody."""
    return token not in _ORDINARY and _spoken(token).search(sentence.prose) is not None


@lru_cache(maxsize=512)
def _spoken(token: str) -> re.Pattern[str]:
    said = _SAID_AS.get(token)
    if said is None:
        parts = [part for part in token.lower().split("_") if part]
        said = r"[\s_]".join(map(re.escape, parts)) + (r"\w{0,4}" if len(parts) == 1 else "")
    return re.compile(rf"(?<![\w.])(?:{said})(?!\w)")

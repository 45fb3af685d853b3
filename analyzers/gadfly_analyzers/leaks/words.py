"""Does a text say in words what a known repair does?"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gadfly_analyzers.leaks.changes import Change
from gadfly_analyzers.leaks.frames import is_about_code, is_norm, is_of_result
from gadfly_analyzers.leaks.instructions import is_experiment
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.leading import is_leading
from gadfly_analyzers.leaks.reading import Reading, Sentence
from gadfly_analyzers.leaks.tokens import is_name
from gadfly_analyzers.leaks.verdict import Kind, Reason
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


def words(reading: Reading, known: Known) -> Iterator[Reason]:
    """Give one reason if some sentence does."""
    if any(_says(sentence, change, known) for sentence in reading.sentences for change in known.changes):
        yield Reason(Kind.WORD, "says in words what a repair does")


def _says(sentence: Sentence, change: Change, known: Known) -> bool:
    if is_experiment(sentence) or is_of_result(sentence.prose):
        return False
    norm = is_leading(sentence.prose) or (is_norm(sentence.prose) and is_about_code(sentence.prose))
    if any(_means(meaning, sentence.prose, norm=norm) for meaning in MEANINGS if meaning.applies(change)):
        return True
    if is_leading(sentence.prose) and _speaks_of(change, sentence):
        return True
    return any(_names(token, sentence, norm=norm) for token in _fresh_names(change, known))


def _speaks_of(change: Change, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of what a repair takes away or puts in, be it by its name."""
    spoken = set(re.findall(r"\w+", sentence.prose)) | {token for piece in sentence.pieces for token in piece.tokens}
    named = [token for token in (*change.gone, *change.new) if token.isalnum() and token not in _SMALL]
    return any(token in spoken or token.lower() in spoken for token in named)


def _means(meaning: Meaning, prose: str, *, norm: bool) -> bool:
    if meaning.plain is not None and meaning.plain.search(prose):
        return True
    return norm and meaning.norm is not None and meaning.norm.search(prose) is not None


def _fresh_names(change: Change, known: Known) -> Sequence[str]:
    """Give the names and keywords that a repair brings, without those that the student has at hand."""
    return [
        token
        for token in dict.fromkeys(change.new)
        if token not in known.given and len(token) >= _SHORTEST and (is_name(token) or keyword.iskeyword(token))
        if token not in ("and", "not", "for", "return", "else", "pass", "elif")
    ]


def _names(token: str, sentence: Sentence, *, norm: bool) -> bool:
    """Tell whether a sentence speaks of a function or a name in words; of ordinary words only if it is about code."""
    if token in _ORDINARY and not norm:
        return False
    return _spoken(token).search(sentence.prose) is not None


@lru_cache(maxsize=512)
def _spoken(token: str) -> re.Pattern[str]:
    said = _SAID_AS.get(token)
    if said is None:
        parts = [part for part in token.lower().split("_") if part]
        said = r"[\s_]".join(map(re.escape, parts)) + (r"\w{0,4}" if len(parts) == 1 else "")
    return re.compile(rf"(?<![\w.])(?:{said})(?!\w)")

"""What a model's wording must be like before a student sees it; each check is a function that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from gadfly_server.models import reading, signs
from gadfly_server.models.reading import SPAN, read, sentences

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

Check = Callable[[str, "WordingRequest"], str]

_STEM = 5  # letters by which forms of one word are known


def objection(text: str, request: WordingRequest) -> str:
    """Why a wording is refused, as words that follow "it"; empty if nothing speaks against it."""
    return next((reason for check in ALL if (reason := check(text, request))), "")


def has_form(text: str, request: WordingRequest) -> str:
    """One paragraph of plain text with one question, at its end, and not too long."""
    if not text.isprintable() or text.count("`") % 2 or re.search(r"```|https?:|www\.|<\w+|\*\*|^#|\[.*\]\(", text):
        return "is not one paragraph of plain text"
    outside = SPAN.sub("", text)
    if outside.count("?") != 1 or not outside.rstrip().endswith("?"):
        return "is not exactly one question"
    return "" if len(text.split()) <= request.words else f"has more than {request.words} words"


def is_english(text: str, _: WordingRequest) -> str:
    """In the language that is spoken, as its small words tell."""
    prose = read(text).prose
    words = re.findall(r"[^\W\d_]+", prose.lower())
    small, foreign = (len(some.findall(prose)) for some in (signs.ENGLISH, signs.FOREIGN))
    odd = any(not letter.isascii() and letter.isalpha() for letter in prose)
    return "is not in English" if odd or foreign > 1 or small * 4 < len(words) else ""


def keeps_pieces(text: str, request: WordingRequest) -> str:
    """All pieces of code, numbers and names of the question are in it; with fewer, the answer might be another."""
    ours, said = read(request.question), read(text)
    here = _Counted(said.anchors)
    missing = [each for each in ours.anchors if not here.take(each)]
    return "leaves out a piece of code, a number or a name" if missing else ""


def brings_nothing_in(text: str, request: WordingRequest) -> str:
    """No value, line, name or count in it that is not in evidence."""
    ours, said = read(request.question), read(text)
    code = [" ".join(reading.tokens(line)) for _, line in request.code]
    known = [" ".join(span) for span in ours.spans]
    for span in said.spans:
        piece = " ".join(span)
        if piece not in known and not _within(piece, (*known, *code), span):
            return "brings in a piece of code or a value"
    if not set(said.numbers) <= set(ours.numbers) | _bare(ours):
        return "brings in a number"
    if not set(said.quoted) <= {*ours.quoted, *(token.strip("'") for span in ours.spans for token in span)}:
        return "brings in a text in quotes"
    names = {*ours.names, *(token for span in ours.spans for token in span)}
    return "" if set(said.names) <= names else "brings in a name"


def counts_the_same(text: str, request: WordingRequest) -> str:
    """A line stays a line, and a pass a pass; what has a value keeps it."""
    ours, said = read(request.question), read(text)
    if not said.labels <= ours.labels:
        return "says of a number that it is of something else"
    if not _bindings(text) <= _bindings(request.question):
        return "says that something has a value"
    return ""


def asks_the_same(text: str, request: WordingRequest) -> str:
    """It asks for a thing of the same kind, at the same moment."""
    if _asked(text) != _asked(request.question):
        return "asks for something else"
    here, there = read(_core(text, request.question)).prose, read(request.question).prose
    for words in signs.PIVOTS:
        times, ours = len(words.findall(here)), len(words.findall(there))
        if times > ours or bool(times) != bool(ours):
            return "leaves out or brings in a word that settles what is meant"
    return ""


def claims_nothing(text: str, request: WordingRequest) -> str:
    """Each sentence before the question invites to look, or is one of the question's own; none judges."""
    ours = {_plain(sentence) for sentence in sentences(request.question)}
    text = signs.OPENING.sub("", text)
    for sentence in (signs.OPENING.sub("", each) for each in sentences(text)[:-1]):
        if _plain(sentence) not in ours and not _invites(sentence, request.question):
            return "states something"
    here, there = read(_core(text, request.question)).prose, read(request.question).prose
    for words in signs.JUDGEMENTS:
        if words.search(here) and not words.search(there):
            return "judges, explains or tells what to do"
    return ""


def says_no_more(text: str, request: WordingRequest) -> str:
    """No word in the question that is neither in ours nor one with which anybody asks."""
    ours = {word[:_STEM] for word in _words(request.question)}
    said = _words(sentences(text)[-1])
    own = [word for word in said if not signs.ENGLISH.fullmatch(word) and not signs.NEUTRAL.fullmatch(word)]
    return "says more than the question does" if any(word[:_STEM] not in ours for word in own) else ""


def is_kind(text: str, _: WordingRequest) -> str:
    """No word that blames or belittles, or praises what nobody knows to be good."""
    return "does not sound kind" if signs.UNKIND.search(read(text).prose) else ""


def is_new(text: str, request: WordingRequest) -> str:
    """No turn that the student has read already."""
    return "was said before" if _plain(text) in {_plain(said) for _, said in request.said} else ""


ALL: tuple[Check, ...] = (
    has_form,
    is_english,
    keeps_pieces,
    brings_nothing_in,
    counts_the_same,
    asks_the_same,
    claims_nothing,
    says_no_more,
    is_kind,
    is_new,
)


class _Counted:
    """Pieces that can be taken out one by one."""

    def __init__(self, pieces: tuple[str, ...]) -> None:
        self._left = list(pieces)

    def take(self, piece: str) -> bool:
        """Take a piece out, if it is there."""
        if piece in self._left:
            self._left.remove(piece)
            return True
        return False


def _bare(ours: reading.Reading) -> set[str]:
    """Numbers that are whole pieces of code in the question: outside of backticks they are the same."""
    return {" ".join(span).replace("- ", "-") for span in ours.spans if re.fullmatch(r"(- )?\d\S*", " ".join(span))}


def _within(piece: str, known: tuple[str, ...], span: tuple[str, ...]) -> bool:
    """Tell whether a piece of code is part of another, and no bare value."""
    if span[0] in ("True", "False", "None") or not any(token.isidentifier() for token in span):
        return False
    return any(f" {piece} " in f" {each} " for each in known)


def _core(text: str, question: str) -> str:
    """The text without what only invites."""
    *before, last = sentences(signs.OPENING.sub("", text)) or [""]
    return " ".join([*(each for each in before if not _invites(each, question)), last])


def _invites(sentence: str, question: str) -> bool:
    """Tell whether a sentence only invites to look and to think; what it looks at may be of the question."""
    told, looks = read(sentence), bool(signs.LOOKING.match(sentence))
    ours = set(_words(question)) if looks else set()
    known = all(
        signs.INVITING.fullmatch(word) or signs.ENGLISH.fullmatch(word) or word in ours for word in _words(sentence)
    )
    return known and not signs.STATEMENT.search(told.prose) and (looks or not told.anchors)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z][a-z'’]*", read(text).prose.lower())


def _bindings(text: str) -> set[tuple[str, str]]:
    return {(found[1], found[2].strip("`")) for found in signs.BINDING.finditer(text)}


def _asked(text: str) -> str:
    last = read(sentences(text)[-1]).prose if sentences(text) else ""
    return next((kind for kind, words in signs.ASKED if words.search(last)), "yes or no")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()

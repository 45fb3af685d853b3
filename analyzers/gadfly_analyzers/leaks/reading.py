"""A text for a student as a leak check reads it: sentences of prose, and the pieces of code in them."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from gadfly_analyzers.leaks.tokens import Tokens, is_name, is_operator, split, tokens

CODE = "çode"
_FENCED = r"```(?:[a-zA-Z]*\n)?(?P<fenced>.*?)```"
_TICKED = r"(?P<ticks>`+)\s?(?P<ticked>.+?)\s?(?P=ticks)"
_ATOM = r"(?:[\w.]{1,80}(?:\[[^\]\n]{0,200}\]|\([^()\n]*\))*|\([^()\n]*\)|'[^'\n]*'|\"[^\"\n]*\")"
_SIGN = r"(?:<=|>=|==|!=|=!|\+=|-=|\*=|/=|//|\*\*|%|<|>|\+|\*|/|=)"
_NUMBERED = r"\b\w{1,80}(?:[-+*]| [-+*] )\d+\b|\b[a-z]\s?-\s?[a-z]\b(?!-)|\b\w+ - \w+\b"
_BARE = "|".join(
    (
        rf"(?P<sum>(?<![\w.]){_ATOM}(?:\s?{_SIGN}\s?{_ATOM})+|{_NUMBERED})",
        r"(?P<call>(?:\b[\w.]{1,80}|\.\w{1,80})\((?:[^()\n]|\([^()\n]*\))*\))",
        r"(?P<item>\b\w{1,80}\[[^\]\n]{0,200}\])",
        r"(?P<sign><=|>=|==|!=|=!|\+=|-=|\*=|//(?!\w)|\*\*(?!\w)|(?<=\s)[<>%](?=[\s,.?!]))",
        r"(?P<snake>\b[a-z0-9]{1,80}_\w+\b)",
        r"(?P<attribute>(?<![\w.])\.[a-z]\w+\b(?!\.))",
    )
)
_QUOTED = r"(?P<quote>[\"'])(?P<quoted>[^\"'\n]{1,40})(?P=quote)(?!\w)"
_CODE = re.compile(rf"{_FENCED}|{_TICKED}|(?<![\w]){_QUOTED}|{_BARE}", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+|\b[\w.]{1,80}\.(?:py|org|com|html)\b")
_END = re.compile(r"(?<=[.!?])[\"')]*\s+|\n+")
_CHUNK = re.compile(r".{1,400}(?:\s|$)|.{400}", re.DOTALL)  # nobody's sentence is longer
_MARK = re.compile(r"⟨(\d+)⟩")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of code in a text, and the ``whole`` of which it is one; ``set_off`` tells that this stands in quotes."""

    text: str
    tokens: Tokens
    set_off: bool
    whole: str


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words in small letters, with ``CODE`` for each piece that is no keyword, and the pieces."""

    prose: str
    pieces: tuple[Piece, ...]

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.prose.rstrip("\"') ").endswith("?")

    @cached_property
    def lines(self) -> frozenset[int]:
        """The numbers of lines that it speaks of."""
        return frozenset(
            int(number)
            for found in re.finditer(r"\blines? ((?:\d+(?:, | and |, and | or |-| to )?)+)", self.prose)
            for number in re.findall(r"\d+", found[1])
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, sentence by sentence."""

    sentences: tuple[Sentence, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces of code."""
        return tuple(piece for sentence in self.sentences for piece in sentence.pieces)


@lru_cache(256)
def reading_of(text: str) -> Reading:
    """Read a text."""
    found: list[Piece] = []

    def keep(match: re.Match[str]) -> str:
        code = match["fenced"] or match["ticked"]
        if code is None and match["quote"]:
            code = match["quoted"]
            if not _is_code(code):
                return match.group()
        set_off = code is not None
        code = match.group() if code is None else code
        lines = [line for line in code.split("\n") if line.strip()]
        found.extend(Piece(line.strip(), tokens(line), set_off, code) for line in lines)
        return " ".join(f"⟨{len(found) - len(lines) + number}⟩" for number in range(len(lines)))

    marked = _CODE.sub(keep, _ADDRESS.sub("a page", text.translate(_STRAIGHT)))
    parts = (part for sentence in _END.split(marked) for part in _CHUNK.findall(sentence))
    return Reading(tuple(_sentence(part, found) for part in parts if part.strip()))


def _sentence(part: str, found: list[Piece]) -> Sentence:
    pieces = tuple(found[int(number)] for number in _MARK.findall(part))
    prose = _MARK.sub(lambda mark: _spoken(found[int(mark[1])]), part)
    return Sentence(re.sub(r"\s+", " ", prose).strip().lower(), pieces)


def _spoken(piece: Piece) -> str:
    """Give what stands for a piece among the words: keywords are words themselves."""
    return piece.text if keyword.iskeyword(piece.text) and piece.text.islower() else CODE


def _is_code(quoted: str) -> bool:
    """Tell whether what stands in quotes is code, not words."""
    parts = split(quoted)
    if len(parts) == 1:
        return is_operator(parts[0]) or keyword.iskeyword(parts[0])
    if any(is_name(one) and is_name(other) for one, other in pairwise(parts)):
        return False
    return any((is_operator(part) and not part.isalpha()) or part == "(" for part in parts)

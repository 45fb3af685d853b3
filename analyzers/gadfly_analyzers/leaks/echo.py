"""How much of a sentence has the student just said? Who asks about that examines an answer, and leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gadfly_analyzers.leaks.reading import CODE, Sentence, reading_of

LATELY = 3  # messages of the student's
PARTLY, MOSTLY = 0.3, 0.6  # of a sentence's words
_SHORTEST = 3
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_COMMON = (
    "the a an is are was were be been being do does did has have had will would should can could may might must to "
    "of in on at for from with by and or but not no it its this that these those there here you your we our i my "
    "me what which who how why where when if then so as than also any some all each every one ok okay yes yeah "
    "right good great well just only very really think see say look want know try make get let now first about "
    "into out up down over go goes code program function line lines value values"
)
_EMPTY = frozenset(_COMMON.split())
_MARKS = frozenset("(),.:[]")


def words_of(heard: Sequence[str]) -> frozenset[str]:
    """Give the words of what the student has said lately; programs that they sent are none."""
    said = (each for each in heard[-LATELY:] if not each.startswith("```"))
    return frozenset(word for each in said for sentence in reading_of(each).sentences for word in _words(sentence))


def echoes(sentence: Sentence, said: frozenset[str]) -> Iterator[str]:
    """Tell how much of a sentence is in the student's words."""
    words = frozenset(_words(sentence))
    share = len(words & said) / len(words) if words else 0.0
    if share >= PARTLY:
        yield "partly said"
    if share >= MOSTLY:
        yield "mostly said"
    if share == 1:
        yield "all said"


def _words(sentence: Sentence) -> Iterator[str]:
    """Give the words and the pieces of code that tell one sentence from another, without their endings."""
    for word in re.findall(r"[^\W\d]\w*|\d+", sentence.prose):
        if word not in _EMPTY and word != CODE and (len(word) >= _SHORTEST or word.isdigit()):
            yield _stem(word)
    for piece in sentence.pieces:
        yield from (_stem(token.lower()) for token in piece.tokens if token not in _MARKS)


def _stem(word: str) -> str:
    return next(
        (word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + _SHORTEST), word
    )

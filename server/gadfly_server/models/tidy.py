"""What models put around a sentence that is not part of it: signs of Markdown, a heading, quotes, a new line."""

from __future__ import annotations

import re
import unicodedata

from gadfly_server.models.reading import HELD, sentences
from gadfly_server.models.signs import BIDDING

_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)(?P<told>[^*\n]+?)(?<=\S)\1(?![\w*])")
_AT_START = re.compile(r"^\s*(?:>|#{1,6}|[-*•]|\d\.)\s+")
_HEADING = re.compile(
    r"^(?:the\s+)?(?:your\s+|next\s+)?(?:question|step \d|task)(?: for you)?\s*:\s*(?=\S)", re.IGNORECASE
)
_QUOTES = re.compile(r"^(?:“(?P<curly>[^“”]+)”|\"(?P<straight>[^\"]+)\")$")

_SPACED = re.compile(r"(?<=\S) +(?=\s|$)|(?<=\s) +")
_DRAWN = "\ufffc"  # a picture
_ENDING = re.compile(rf"(?<=[a-z]) *{_DRAWN}+ *(?=[A-Z])")  # a picture in the place of a full stop
_BEFORE_MARK = re.compile(r"(?<=\w) +(?=[.!?](?:\s|$))")  # where a picture stood
_IN_OTHER_WORDS = re.compile(r"\?\s+(In other words|That is|So),?\s+(?=[^?§]*\?$)")  # what is asked, once more
_MEANT = re.compile(
    r"\?\s+(?:I mean|That['’]s|That is|That means|Meaning|Namely),?\s+(?P<told>[^?.!]+)[.!]?$"
)  # which one
_BEHIND = re.compile(r"^(?P<asked>[^?]*\?)\s+(?P<told>[^?]*[.!])$")  # what is said after the only question


def _is_picture(sign: str) -> bool:
    """Tell whether a character is an emoji, or part of one."""
    return unicodedata.category(sign) in ("So", "Sk") or sign in "\ufe0f\u200d"


def tidied(text: str) -> str:
    """The text as plain text in one line, where nothing but its looks is lost; a list and code in a block stay."""
    text = _AT_START.sub("", text.strip())
    if "\n" in text and not re.search(r"```|\n\s*(?:[-*•>#]|\d\.)\s", text):
        text = re.sub(r"\s*\n\s*", " ", text)
    kept = iter(HELD.findall(text))
    drawn = "".join(_DRAWN if _is_picture(sign) else sign for sign in HELD.sub("§", text))
    bare = _SPACED.sub(" ", _ENDING.sub(". ", drawn).replace(_DRAWN, ""))
    bare = _BEFORE_MARK.sub("", bare)
    bare = _MEANT.sub(r", that is, \g<told>?", _IN_OTHER_WORDS.sub(lambda found: f", {found[1].lower()}, ", bare))
    for _ in range(2):
        bare = _EMPHASIS.sub(lambda found: found["told"], bare)
    bare = _HEADING.sub("", bare.strip())
    quoted = _QUOTES.match(bare)
    bare = (quoted["curly"] or quoted["straight"]) if quoted else bare
    return _question_last(re.sub("§", lambda _: next(kept), bare).strip())


def _question_last(text: str) -> str:
    """The text with what stands behind its only question before it: "Take your time." is said as well there."""
    pieces = iter(HELD.findall(text))
    behind = _BEHIND.match(HELD.sub("§", text))
    if behind is None or BIDDING.search(behind["told"]):
        return text
    asked, told = (re.sub("§", lambda _: next(pieces), behind[name]) for name in ("asked", "told"))
    *before, question = sentences(asked)
    return " ".join([*before, told, question])

"""What models put around a sentence that is not part of it: signs of Markdown, a heading, quotes, a new line."""

from __future__ import annotations

import re

from gadfly_server.models.reading import HELD

_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)(?P<told>[^*\n]+?)(?<=\S)\1(?![\w*])")
_AT_START = re.compile(r"^\s*(?:>|#{1,6}|[-*•]|\d\.)\s+")
_HEADING = re.compile(
    r"^(?:the\s+)?(?:your\s+|next\s+)?(?:question|step \d|task)(?: for you)?\s*:\s*(?=\S)", re.IGNORECASE
)
_QUOTES = re.compile(r"^(?:“(?P<curly>[^“”]+)”|\"(?P<straight>[^\"]+)\")$")


def tidied(text: str) -> str:
    """The text as plain text in one line, where nothing but its looks is lost; a list and code in a block stay."""
    text = _AT_START.sub("", text.strip())
    if "\n" in text and not re.search(r"```|\n\s*(?:[-*•>#]|\d\.)\s", text):
        text = re.sub(r"\s*\n\s*", " ", text)
    kept = iter(HELD.findall(text))
    bare = HELD.sub("§", text)
    for _ in range(2):
        bare = _EMPHASIS.sub(lambda found: found["told"], bare)
    bare = _HEADING.sub("", bare.strip())
    quoted = _QUOTES.match(bare)
    bare = (quoted["curly"] or quoted["straight"]) if quoted else bare
    return re.sub("§", lambda _: next(kept), bare).strip()

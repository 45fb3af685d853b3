"""An independent look for what a turn gives away: it shares nothing with the tutor's own leak check.

A turn below level 5 must not show a token of the repair that stands neither in the program nor in its tests, and must
ask for no edit.  Plain numbers and texts are no such tokens where they stand alone: values of runs look like them.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from difflib import SequenceMatcher

BELOW = 5
VERBS = re.compile(
    r"\b((?<!no )(?<!not )(?<!your )chang(?:e|ing)|replac(?:e|ing)|remov(?:e|ing)|delet(?:e|ing)|mov(?:e|ing)|insert"
    r"|add(?:ing)? (?:a|an|one|the|to|line)|swap|rename|fix|correct (?:it|this|the)|rewrite|indent|instead of"
    r"|needs? to be|ought to|must be|forgot|you should)\b",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"[\w.]+ is (.*) after line \d+ runs the last time", re.DOTALL)  # beside a value
PIECE = re.compile(r"`` (.+?) ``|`([^`]*)`", re.DOTALL)
PROSE = re.compile(r"[A-Za-z_][\w.]*_\w+|\w+\(|[<>=!+*/%-]=|//|\*\*")  # what looks like code outside of backticks


def new_tokens(program: str, fixed: str, known: str) -> frozenset[str]:
    """The names and signs in the lines that a repair changes, that stand nowhere in what the student can see."""
    old, new = program.splitlines(), fixed.splitlines()
    changed = [
        line
        for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind in ("replace", "insert")
        for line in new[start:end]
    ]
    return frozenset(tokens_of("\n".join(changed))) - frozenset(tokens_of(f"{program}\n{known}"))


def tokens_of(text: str) -> Iterator[str]:
    """The names and signs of a text, as far as Python can read it; numbers, texts and remarks are left out."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.NAME, tokenize.OP):
                yield token.string
    except (tokenize.TokenError, IndentationError, SyntaxError):
        bare = re.sub(r"'[^'\n]*'|\"[^\"\n]*\"|#.*", "", text)
        yield from re.findall(r"[A-Za-z_]\w*|[<>=!+*/%-]=|//|\*\*|[^\w\s]", bare)


def is_value(text: str) -> bool:
    """Whether a text is a plain value, as a run shows it."""
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True


def leaks_in(text: str, choices: tuple[str, ...], level: int, new: frozenset[str]) -> Iterator[str]:
    """Name what a turn gives away."""
    if level >= BELOW:
        return
    pieces = [found[1] or found[2] or "" for found in PIECE.finditer(text)]
    said = (SUPPOSED.sub(r"\1", each) for each in (*pieces, *choices))
    shown = [*(each for each in said if not is_value(each)), *PROSE.findall(PIECE.sub(" ", text))]
    for token in dict.fromkeys(token for each in shown for token in tokens_of(each)):
        if token in new:
            yield f"shows `{token}`, which only the repair has"
    if found := VERBS.search(PIECE.sub(" ", text)):
        yield f"speaks of an edit: {found[0]}"

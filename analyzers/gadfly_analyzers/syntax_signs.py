"""How to tell from a line and from Python's complaint what kind of thing is missing, and what to ask about it."""

from __future__ import annotations

import keyword
import re

QUESTIONS = {
    "arguments": "In which order does Python match these arguments with their names?",
    "assign-to": "What would Python store the value in here?",
    "bracket-open": "Where does this bracket meet its partner?",
    "bracket-pair": "Which bracket does this one belong to?",
    "character": "Which character here is not part of Python?",
    "clause": "Which line above does this part belong to?",
    "colon": "How does Python know where the header on this line ends?",
    "else-if": 'How does Python spell "otherwise, if"?',
    "equals": "Does a single `=` ask something, or store something?",
    "handler": "What did the `try` above expect after its block?",
    "increment": "What does Python expect after these two signs?",
    "indent-extra": "Which line above does this indented line belong to?",
    "indent-missing": "Which lines belong inside the line above?",
    "indent-uneven": "Which line above starts at the same depth as this one?",
    "keyword": "Which word on this line does Python keep for itself?",
    "number": "How does Python read the digits here?",
    "operator": "Which signs on this line does Python not know?",
    "outside-function": "Which function does this line belong to?",
    "outside-loop": "Which loop does this line belong to?",
    "parameters": "How does Python see which inputs this function takes?",
    "print": "How are other functions called in Python?",
    "quote-mark": "Are these quote marks the same as the ones on your keyboard?",
    "quote-open": "Where does the text that starts with this quote end?",
    "too-deep": "How many brackets or blocks are open inside each other here?",
    "unknown": "What did Python expect to read here?",
    "unreadable": "Which character here can no keyboard type?",
    "values": "Where does one value end here, and where does the next begin?",
}

_KEYWORDS = "|".join(word for word in keyword.kwlist if word not in ("True", "False", "None"))

# Kind, what Python says, what the line looks like; the first that fits counts.
# The order matters: what a line shows by itself comes before what follows from it.
_SIGNS = tuple(
    (kind, re.compile(said), re.compile(line))
    for kind, said, line in (
        ("quote-mark", "invalid character", "[‘’‚“”„«»]"),
        ("character", "invalid (non-printable )?character", ""),
        ("indent-missing", "expected an indented block", ""),
        ("indent-extra", "unexpected indent", ""),
        ("indent-uneven", "unindent does not match|inconsistent use of tabs", ""),
        ("quote-open", "unterminated|EOL while|EOF while scanning", ""),
        ("bracket-open", "never closed", ""),
        ("bracket-pair", "unmatched|does not match opening", ""),
        ("too-deep", "too many nested", ""),
        ("handler", "expected 'except' or 'finally'", ""),
        ("else-if", "", r"^\s*(else\s+if|elseif|elsif)\b"),
        ("print", "Missing parentheses in call", ""),
        ("increment", "", r"[\w\])]\s*(\+\+|--)\s*([;:)\]#]|$)"),
        ("operator", "", r"&&|\|\||=<|=>|=!|<>|(?<![=!<>'\"])!(?![=ras])"),
        ("equals", "", r"^\s*(if|elif|while)\b.*[^=!<>:]=(?!=)"),
        ("arguments", "argument|parameter", ""),
        ("keyword", "", rf"^\s*((def|class)\s+)?({_KEYWORDS})\s*=(?!=)|^\s*(def|class)\s+({_KEYWORDS})\b"),
        ("assign-to", "cannot (assign|delete)", ""),
        ("parameters", "", r"^\s*def\s+\w+\s*(:|$)"),
        ("colon", "expected ':'", ""),
        ("clause", "invalid syntax", r"^\s*(else|elif|except|finally)\b[^:]*:"),
        ("colon", "invalid syntax", r"^\s*(if|elif|else|for|while|def|class|try|except|finally|with)\b[^:]*$"),
        ("values", "forgot a comma", ""),
        ("number", "invalid (decimal|octal|hexadecimal|binary) literal|leading zeros|invalid digit", ""),
    )
)
_CERTAIN = re.compile(
    "argument|cannot (assign|delete)|expected an indented block|expected 'except' or 'finally'|inconsistent use of tabs"
    "|invalid character|invalid decimal literal|leading zeros|Missing parentheses|never closed|null bytes"
    "|too many nested|unexpected indent|unindent|unmatched"
)


def kind_of(error: SyntaxError, line: str) -> str:
    """Name the kind of a complaint."""
    fits = (kind for kind, said, looks in _SIGNS if said.search(error.msg) and looks.search(line))
    return next(fits, "unknown")


def is_certain(error: SyntaxError) -> bool:
    """Tell whether every version of Python would complain."""
    return _CERTAIN.search(error.msg) is not None

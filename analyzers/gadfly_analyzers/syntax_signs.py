"""How to tell from a line and from Python's complaint what kind of thing is missing, and what to ask about it."""

from __future__ import annotations

import keyword
import re

QUESTIONS = {
    "arguments": "In which order does Python match these arguments with their names?",
    "assign-to": "What would Python store the value in here?",
    "bracket-open": "Where does this bracket meet its partner?",
    "bracket-pair": "Which bracket does this one belong to?",
    "braces": "How does Python see which lines belong inside this one?",
    "character": "Which character here is not part of Python?",
    "clause": "Which line above does this part belong to?",
    "colon": "How does Python know where the header on this line ends?",
    "comment": "How does Python see that words are meant for people only?",
    "dict-pair": "How does Python see which value belongs to which key?",
    "else-asks": "Does an `else` ask a question of its own?",
    "else-if": 'How does Python spell "otherwise, if"?',
    "equals": "Does a single `=` ask something, or store something?",
    "foreign-word": "Which word on this line has no meaning to Python?",
    "handler": "What did the `try` above expect after its block?",
    "import": "What is imported here, and where does it come from?",
    "increment": "What does Python expect after these two signs?",
    "indent-extra": "Which line above does this indented line belong to?",
    "indent-missing": "Which lines belong inside the line above?",
    "indent-mixed": "Are the gaps before these lines made of the same characters?",
    "indent-uneven": "Which line above starts at the same depth as this one?",
    "keyword": "Which word on this line does Python keep for itself?",
    "loop-head": "What does this loop go through, and what is each item called?",
    "name-apart": "Where does the name on this line begin, and where does it end?",
    "no-name": "What is this function or class called?",
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

# The belief behind a kind; many have none, and are slips of the hand.
MISCONCEPTIONS = {
    "equals": "equals-sign-compares",
    "increment": "plus-plus-increments",
    "print": "call-without-parentheses",
}

_LONGEST_LINE = 400
_RESERVED = "|".join(keyword.kwlist)
_KEYWORDS = "|".join(word for word in keyword.kwlist if word not in ("True", "False", "None"))
_STATEMENTS = "class|def|del|from|global|import|pass|raise|return|while|with|try|except|finally|is|in|as"
_FOREIGN = (
    "int|float|str|string|String|double|char|bool|boolean|void|var|let|const|function|func|fn|public|private|static"
)
# Texts and remarks, which show nothing of the kind.
_QUOTED = re.compile(r"""\"(?:\\.|[^"\\])*\"|'(?:\\.|[^'\\])*'|\#.*""")
_CALL = re.compile(r"\b(\w+)\([^()]*\)")

# Kind, what Python says, what the line looks like; the first that fits counts.
# The order matters: what a line shows by itself comes before what follows from it.
_SIGNS = tuple(
    (kind, re.compile(said), re.compile(line))
    for kind, said, line in (
        ("quote-mark", "invalid character", "[‘’‚“”„«»]"),
        ("quote-mark", "unterminated|EOL while", r"[‘’“”]\s*[)\]:,]*\s*$"),
        ("character", "invalid (non-printable )?character", ""),
        ("comment", "", r"^\s*(//|/\*)|//\s*[A-Za-z]\w*\s+[A-Za-z]\w*"),
        ("indent-missing", "expected an indented block", ""),
        ("indent-extra", "unexpected indent", ""),
        ("indent-mixed", "inconsistent use of tabs", ""),
        ("indent-uneven", "unindent does not match", ""),
        ("quote-open", "unterminated|EOL while|EOF while scanning", ""),
        ("bracket-open", "never closed", ""),
        ("bracket-pair", "unmatched|does not match opening", ""),
        ("too-deep", "too many nested", ""),
        ("handler", "expected 'except' or 'finally'", ""),
        ("else-if", "", r"^\s*(else\s+if|elseif|elsif)\b"),
        ("else-asks", "", r"^\s*else\s+[^:\s]"),
        ("print", "Missing parentheses in call", ""),
        ("braces", "", r"^\s*(if|elif|else|for|while|def|class)\b[^{]*\{\s*$"),
        ("keyword", "", rf"^\s*((def|class|for)\s+)?({_RESERVED})\s*[-+*/]?=(?!=)|^\s*(def|class)\s+({_RESERVED})\b"),
        ("keyword", "", rf"^\s*for\s+({_RESERVED})\b|[(,]\s*(\w+\s*,\s*)*({_KEYWORDS})\s*[=,)](?!=)"),
        ("keyword", "", r"^\s*def\s+\w+\s*\((.*,\s*)?(True|False|None)\s*[=,)]"),
        ("keyword", "", rf"[=+*/-]\s*({_STATEMENTS})\s*([-+*/,)]|$)"),
        ("loop-head", "", r"^\s*(foreach|for\s+each)\b|^\s*for\b(?!.*\bin\b)|^\s*for\b.*\bin\s*:"),
        ("increment", "", r"[\w\])]\s*(\+\+|--)\s*([;:)\]<>=!,]|$)"),
        ("operator", "", r"&&|\|\||===|!==|=<|=>|=!|<>|[<>!]\s+=|(?<![=!<>])!(?!=)|\b(AND|OR|NOT)\b"),
        ("character", "invalid syntax", r"[$?]"),
        ("foreign-word", "", rf"^\s*({_FOREIGN})\s+\w+|^\s*(if|elif|while)\b.*\b(then|do)\s*:?\s*$"),
        ("dict-pair", "':' expected after dictionary key|expression expected after dictionary key", ""),
        ("dict-pair", "", r"\{[^:{}]*[\w\"]\s*=(?!=)|\{[^:{}]*,[^{}]*:"),
        ("equals", "cannot contain assignment", ""),
        ("equals", "", r"(^\s*(if|elif|while|assert|return)\b|\bif\s).*[^=!<>:+*/%-]=(?!=)"),
        ("name-apart", "", rf"^\s*(?!({_RESERVED})\b)\w+(\s+|-)(?!({_RESERVED})\b)[A-Za-z_]\w*\s*=(?!=)"),
        ("arguments", "argument|parameter", ""),
        ("keyword", "cannot (assign to|delete) (True|False|None)", ""),
        ("assign-to", "cannot (assign|delete)|illegal expression for augmented", ""),
        ("no-name", "", r"^\s*(def|class)\s*[(:]"),
        ("parameters", "", r"^\s*def\s+\w+\b\s*([:\w\[{]|$)|^\s*def\s+\w+\s*\((.*,\s*)?[\"'\d]"),
        ("values", "invalid syntax", r"^\s*def\s+\w+\s*\([^)]*\w\s+\w"),
        ("colon", "expected ':'", ""),
        ("clause", "invalid syntax", r"^\s*(else|elif|except|finally)\b[^:]*:"),
        ("colon", "invalid syntax", r"^\s*(if|elif|else|for|while|def|class|try|except|finally|with)\b[^:]*$"),
        ("import", "", r"^\s*(from|import)\b"),
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
    """Name the kind of a complaint; of a line that nobody would write, by how it begins."""
    line = line[:_LONGEST_LINE]
    fits = (kind for kind, said, looks in _SIGNS if said.search(error.msg) and looks.search(_seen_by(kind, line)))
    return next(fits, "unknown")


def _seen_by(kind: str, line: str) -> str:
    """Give the line for a sign: an equals sign between a call's brackets names an argument, and shows nothing else."""
    if kind == "quote-mark":
        return line
    bare = _bare(line)
    return _CALL.sub(_without_arguments, bare) if kind == "equals" else bare


def _bare(line: str) -> str:
    """Leave out what texts and remarks say."""
    return _QUOTED.sub(lambda found: "" if found[0].startswith("#") else '""', line)


def _without_arguments(call: re.Match[str]) -> str:
    return call[0] if keyword.iskeyword(call[1]) else f"{call[1]}()"


def is_certain(error: SyntaxError) -> bool:
    """Tell whether every version of Python would complain."""
    return _CERTAIN.search(error.msg) is not None

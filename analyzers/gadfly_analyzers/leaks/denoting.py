"""By what words people speak of a token of code: "smaller" of ``<``, "twice" of 2, "blank" of a string with one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from gadfly_analyzers.leaks.changes import Change
from gadfly_analyzers.leaks.tokens import is_name

MOST = 12  # tokens of a repair; a longer one is another program
_SHORT = 3
_LAYOUT = frozenset("()[]{}:,=") | {"in", "if", "for", "and", "or", "not"}
_WORDS = {
    "-": r"subtract\w*|minus|difference|take away|takes? off|negat\w+|less",
    "+": r"add(?:s|ed|ing|ition)?|plus|sum\w*|concatenat\w+|join\w*|together|more",
    "*": r"multipl\w+|times|product|doubl\w+|twice",
    "/": r"divi[ds]\w+|quotient|half|halv\w+|fraction\w*|slash",
    "//": r"divi[ds]\w+|floor\w*|whole|integer|round\w*|slash\w*",
    "%": r"remainders?|modul\w+|mod|divi[ds]\w+|percent|even|odd|multiples?",
    "**": r"powers?|exponent\w*|squar\w+|cub\w+|raised?",
    "<": r"less|smaller|below|under|lower|fewer|strict\w*|before|beneath",
    "<=": r"less|smaller|below|at most|equal\w*|same|inclu\w+|up to|not (?:more|greater|larger)|reach\w*|exactly",
    ">": r"greater|larger|bigger|above|over|more|higher|exceed\w*|strict\w*|positive|beyond",
    ">=": r"greater|larger|bigger|above|at least|equal\w*|same|inclu\w+|not (?:less|smaller)|reach\w*|exactly",
    "==": r"equal\w*|same|exact\w*|match\w*|compar\w+|identical",
    "!=": r"unequal|differ\w*|equal\w*|not the same|exclamation",
    "+=": r"add(?:s|ed|ing)?|increment\w*|increas\w+|accumulat\w+|plus|grow\w*|overwrit\w+",
    "-=": r"subtract\w*|decrement\w*|decreas\w+|lower\w*|minus|smaller|shrink\w*",
    "return": r"return\w*|giv\w+ (?:\w+ )?back|hand\w* (?:\w+ )?back|leave|answer\w*|result",
    "print": r"print\w*|show\w*|display\w*",
    "elif": r"elif|check\w*|condition\w*|case|otherwise",
    "else": r"else|otherwise|other case",
    "while": r"while|loop\w*|repeat\w*|again",
    "break": r"break\w*|stop\w*|leave\w*|exit\w*|end\w*",
    "continue": r"continu\w+|skip\w*|go(?:es)? on",
    "True": r"true|yes",
    "False": r"false|no",
    "None": r"none|nothing",
    "append": r"append\w*|add(?:s|ed|ing)?|put|insert\w*|collect\w*",
    "extend": r"extend\w*|add\w*|concatenat\w+",
    "insert": r"insert\w*|put|front",
    "remove": r"remov\w+|delet\w+|tak\w+ out|get rid|drop\w*",
    "pop": r"pop\w*|remov\w+|tak\w+ (?:off|out)|delet\w+",
    "del": r"delet\w+|remov\w+",
    "sorted": r"sort\w*|order\w*|ascending|descending",
    "sort": r"sort\w*|order\w*|ascending|descending",
    "reverse": r"revers\w+|backwards?|descending|largest to smallest|other way|order",
    "reversed": r"revers\w+|backwards?|descending|other way|order",
    "key": r"key|by",
    "range": (
        r"range|loop\w*|count\w*|go(?:es)? (?:up )?to|iterat\w+|start\w*|stop\w*|begin\w*|end\w*|last|skip\w*|reach\w*"
    ),
    "len": r"lengths?|size|long|how many|number of",
    "max": r"max\w*|largest|biggest|greatest|highest",
    "min": r"min\w*|smallest|lowest|least",
    "sum": r"sum\w*|total|add\w* up|all",
    "abs": r"absolute|negative|sign",
    "int": r"integers?|whole|ints?",
    "str": r"strings?|text",
    "float": r"floats?|decimals?|fraction\w*",
    "list": r"lists?",
    "set": r"sets?|duplicates?|unique|distinct|different|twice",
    "tuple": r"tuples?",
    "dict": r"dictionar(?:y|ies)|dicts?",
    "isinstance": r"type|kind",
    "lower": r"lower\w*|small|case",
    "upper": r"upper\w*|capital\w*|case",
    "swapcase": r"case|capital\w*|upper\w*|lower\w*",
    "strip": r"strip\w*|white ?space|blanks?|spaces?",
    "split": r"split\w*|cut\w*|separat\w+|words?",
    "join": r"join\w*|concatenat\w+|together",
    "copy": r"cop(?:y|ies|ied|ying)",
    "round": r"round\w*",
    "ceil": r"round\w*|ceil\w*|up",
    "floor": r"round\w*|floor|down",
    "enumerate": r"index|position|enumerate",
    "zip": r"pair\w*|zip|together",
    "''": r"empty|nothing",
    "' '": r"blanks?|spaces?",
    "','": r"commas?",
    "0": r"0|zero|nothing|none|empty|no",
    "1": r"1|one|once|single|first",
    "2": r"2|two|twice|doubl\w+|half|halv\w+|second",
    "3": r"3|three|third|cube\w*",
    "4": r"4|four",
    "5": r"5|five",
}


def is_spoken_of(tokens: Sequence[str], prose: str, put_in: Collection[str] = ()) -> bool:
    """Tell whether words of a sentence, in small letters, denote one of some tokens.

    What is ``put_in`` by tests is no token of the program when it is called by its value.
    """
    told = (token for token in tokens if token in _WORDS or token not in put_in)
    return any((pattern := _spoken(token)) is not None and pattern.search(prose) for token in told)


def goes(change: Change) -> list[str]:
    """Give the tokens that a repair takes away."""
    return [token for token in _said(change.gone) if token not in change.new]


def comes(change: Change) -> list[str]:
    """Give the tokens that a repair brings."""
    return [token for token in _said(change.new)[:MOST] if token not in change.gone]


def _said(tokens: Sequence[str]) -> list[str]:
    return [token for token in dict.fromkeys(tokens) if token not in _LAYOUT]


@lru_cache(maxsize=1024)
def _spoken(token: str) -> re.Pattern[str] | None:
    said = _WORDS.get(token.replace('"', "'")) or _as_written(token)
    return re.compile(rf"(?<![\w.])(?:{said})(?!\w)") if said else None


def _as_written(token: str) -> str:
    """Give the pattern of a name, a number or a text that people call what it is called in the program."""
    if token[:1].isdigit():
        return re.escape(token)
    if token[:1] in ("'", '"'):
        return re.escape(token.strip("'\"").lower())
    if not is_name(token) or token in ("a", "i"):
        return ""
    parts = [re.escape(part.lower()) for part in re.split(r"_|(?<=[a-z])(?=[A-Z])", token) if part]
    return r"[\s_]?".join(parts) + (r"\w{0,3}" if len(token) >= _SHORT else "")

"""Where questions about a bug lead away to: one theme a line, with the words that show it.

A theme is none where the program, its tests, the task or the student have the matter themselves.
"""

from __future__ import annotations

import re

_THEMES: tuple[tuple[str, str], ...] = (
    ("style", r"\b(?:pep ?8|naming convention|style guide|camel ?case|snake ?case|readab\w+|docstrings?|type hints?)\b"),
    ("names", r"\b(?:descriptive|meaningful|better|different|other|shorter|longer) (?:\w+ )?(?:variable |function |parameter )?names?\b|\brenam\w+"),
    ("comments", r"\b(?:add(?:ing|ed)?|writ\w+|more|any) (?:\w+ )?comments?\b|\bcomments? (?:in|to) your (?:code|function)\b"),
    ("speed", r"\b(?:efficien\w+|performance|faster|optimi[sz]\w+|(?:time|space) complexity|big[- ]o|scal(?:e|able|ability)|memory usage|speed)\b"),
    ("length", r"\b(?:fewer lines|shorter|more concise|one[- ]liner|how many lines)\b"),
    ("other languages", r"\b(?:java|javascript|c\+\+|c#|ruby|rust|golang|other (?:programming )?languages?|different (?:programming )?language)\b"),
    ("other libraries", r"\b(?:numpy|pandas|matplotlib|external (?:library|libraries|packages?)|third[- ]party|librar(?:y|ies)|packages?)\b"),
    ("the tools", r"\b(?:ide|editor|vs ?code|pycharm|jupyter|operating system|version of python|python version|keyboard|computer|install\w*|git(?:hub)?|version control)\b"),
    ("other constructs", r"\b(?:list comprehensions?|lambdas?|decorators?|generators?|recursi\w+|class(?:es)?|object[- ]oriented|inheritance|while loop instead|for loop instead|ternary|built[- ]in function instead|regular expressions?)\b"),
    ("other inputs", r"\b(?:invalid inputs?|user inputs?|input validation|validat\w+|edge cases?|non[- ]?(?:integer|numeric|number|string)s?|floats?|decimals?|negative (?:numbers?|values?|integers?|inputs?)|very large|huge|millions?|empty (?:list|string|input)|wrong type|of a different type|type of (?:the )?(?:input|argument|parameter)s?)\b"),
    ("handling errors", r"\b(?:try[ -/]?(?:and )?except|exception handling|error handling|raise an? (?:error|exception)|handle (?:errors?|exceptions?))\b"),
    ("the world", r"\b(?:history|invented|real[- ](?:life|world)|applications?|famous|favou?rite|weather|hobb\w+|career|homework due|deadline|mathematicians?|everyday life|golden ratio|nature)\b"),
    ("the student", r"\b(?:how long have you|when did you (?:start|learn)|do you (?:like|enjoy)|your (?:teacher|professor|instructor|classmates?|background|experience)|what course|how do you feel|other (?:projects?|assignments?|courses?))\b"),
    ("the shape of output", r"\b(?:user[- ]friendly|user interface|gui|colou?r|format(?:ted|ting)? (?:the )?output|prettier|f-strings?|display the (?:result|output) (?:nicely|differently))\b"),
    ("other tasks", r"\b(?:extend (?:your|the|this) (?:program|function|code)|additional (?:features?|functionality)|new features?|another (?:problem|function|program)|similar (?:function|program|problem)s?|different (?:problem|algorithm|data structure|approach)|alternative (?:approach|algorithm|data structure|method|way)s?|reus(?:e|able)|data structures?)\b"),
)  # fmt: skip
THEMES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _THEMES)


def digression(text: str, known: str) -> str:
    """Name what a text leads away to, with the words that show it; empty if it stays with the matter."""
    for name, pattern in THEMES:
        for found in pattern.finditer(text):
            if not _is_known(found[0], known):
                return f"{name} (“{found[0]}”)"
    return ""


def _is_known(words: str, known: str) -> bool:
    """Tell whether the matter itself stands in what is known: the longest of the words decides."""
    longest = max(re.findall(r"\w+", words), key=len)
    return re.search(rf"\b{re.escape(longest[:6])}", known, re.IGNORECASE) is not None

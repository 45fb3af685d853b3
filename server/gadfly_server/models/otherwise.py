"""What makes a question ask for another thing than ours, whatever else its words are.

It is said of another call, of the last of something, of what does not happen, of what is only checked, of what is
wrong, or it counts other things; or it has a value that is told and not asked.
"""

from __future__ import annotations

import re

from gadfly_server.models.signs import IDIOMS, word_list

# What nobody says who asks the same as a question that has none of it.
_OTHERWISE = (
    re.compile(r"\b(?:other|another|next|previous)\s+(?:call|run|input|test|pass|round)\b", re.IGNORECASE),
    re.compile(
        r"(?<!one )\b(?:last|final)\s+(?:time|call|pass|round|iteration|execution)\b"
        r"|\b(?:runs?|executed?|comes?)\s+last\b",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|[,:;–—]\s+)(?:is|are|does|do|did|wo|would|ca)n['’]t\b", re.IGNORECASE),
    word_list(r"skip\w* ignor\w* jump\w*\s+over leav\w+\s+out avoid\w* fail\w* refus\w* both not never too\s+\w+"),
    re.compile(
        r"\b(?:is|are|be|being|gets?)\s+(?:\w+\s+)?(?:checked|tested|examined|compared|evaluated(?!\s+(?:to|as))|needed"
        r"|written)\b|\bcaught\b|\b(?:long|well|shortly)\s+(?:after|before)\b|\bchecks?\s+(?:its|the)\s+condition\b",
        re.IGNORECASE,
    ),
    word_list(r"wrong\w* mistak\w+ incorrect\w* bugs? buggy faulty broken"),
    word_list(r"must largest biggest highest smallest lowest longest shortest greatest at\s+most at\s+least"),
    re.compile(r"\bdo(?:es)?\s+(?:with|to)\s+§", re.IGNORECASE),
    re.compile(r"\b(?:what|which)\s+(?:data\s+)?(?:types?|class|length|size|colou?r)\b", re.IGNORECASE),
    re.compile(r"\bwhere\s+(?:should|must|would)\b|\bwho\s+(?:is|was)\s+§", re.IGNORECASE),
    re.compile(
        r"\b(?:add|insert|append)(?:s|ed)?\s+(?:in)?to\s+§|\brounded\b|§\s+next\s*\?$"
        r"|\bmessage\s+should\b|\bthe\s+(?:base|last|first|length|sum|types?|half|double|message|beginning|start|items?|elements?)"
        r"\s+(?:of|in)\s+§",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:(?!\b(?:what|which|how|where|why|when|who)\b)[^?])*?(?:^|,\s+)"
        r"(?:is|are|does|do|did|will|would|has|have)\s+(?!you\b|we\b|i\b|an?\b)",
        re.IGNORECASE,
    ),
)
# What is counted, if it is no times.
_COUNTED = re.compile(r"\bhow many (?:different )?(?!times\b)(?P<stem>[a-z]{2,4})[a-z]*\b", re.IGNORECASE)
# That something has a value that is a number.
_CLAIMED = re.compile(
    r"\b(?:is|was|are|were|equals?|being|becomes?|already|still|holds|reach(?:es|ed)?|namely|say)\s+"
    r"(?:only\s+|just\s+|already\s+|still\s+|exactly\s+|now\s+)*"
    r"(?:-?\d+|zero|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


def otherwise(whole: str, there: str) -> str:
    """Why the prose of a wording asks for another thing than that of our question; empty if nothing tells."""
    said = IDIOMS.sub(" ", whole)
    if any(words.search(said) and not words.search(there) for words in _OTHERWISE):
        return "brings in a word that settles what is meant"
    return "counts something else" if _counts_other_things(whole, there) else ""


def claims_a_number(whole: str, there: str) -> bool:
    """Tell whether a wording says that something is so and so many, and our question does not."""
    return _CLAIMED.search(whole) is not None and _CLAIMED.search(there) is None


def _counts_other_things(whole: str, there: str) -> bool:
    counted = _COUNTED.search(there)
    known = rf"\b{counted['stem']}\w*(?!\s+\d)\b|\b(?:them|they|ones?)\b" if counted else ""
    return re.search(known, whole, re.IGNORECASE) is None

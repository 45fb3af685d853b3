"""The words by which it is told what a question asks for, for which input and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gadfly_server.grading.words import stem


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


_ROUNDS = r"(?:times|often|iterations?|passes|rounds|repetitions?)"
_RUN = r"(?:run|reach|execut|enter|tak)\w*"
KINDS: Mapping[str, re.Pattern[str]] = {  # the first that fits
    "order": _any_of(r"\b(?:which|what) order\b", r"\bwhich\b.*\b(?:comes|happens|runs|is done) (?:first|last)\b"),
    "where": _any_of(r"\bwhere\b", r"\b(?:which|what) (?:line|place|part|spot)\b"),
    "why": _any_of(
        r"\bwhy\b",
        r"\bhow come\b",
        r"\breasons?\b",
        r"\bpurpose\b",
        r"\bpoint of\b",
        r"\bwhat\b.*\b(?<!stand )for\?",
        r"\bwrong without\b",
    ),
    "type": _any_of(r"\btypes?\b(?! of\b)", r"\btypes? of (?:data|value)"),
    "count": _any_of(rf"\bhow (?:many )?{_ROUNDS}\b", rf"\bnumber of {_ROUNDS}\b"),
    "when": _any_of(
        r"\bwhen (?:is|are|does|do|will|would)\b",
        r"\b(?:under|on) (?:what|which) conditions?\b",
        r"\bin (?:what|which) cases?\b",
        rf"\b(?:what|which) (?:kinds?|sorts?) of\b.*\b{_RUN}",
        r"\bmakes?\b.*\b(?:true|false|run|stop|end)\b",
        r"\b(?:has|have|needs?) to (?:be|hold|happen)\b",
        r"\bmust\b.*\b(?:be|hold|happen)\b",
        rf"\bfor (?:which|what)\b.*\b(?:{_RUN}|stops?|ends?|left|true|false)\b",
        r"\bat what point\b",
        r"\bknows? when\b",
    ),
    "compares": _any_of(r"\bcompar(?:e|es|ed)\b", r"\bagainst (?:each other|one another|what)\b"),
    "what happens": _any_of(r"\bwhat (?:happens|happened|(?:will|would) happen)\b(?! to)"),
    "what it does": _any_of(
        r"\bwhat (?:do|does|is|are)\b.*\b(?:do|mean|check|test|ask|decide)(?:s|ing)?\b",
        r"\bstands? for\b",
        r"\bmeaning\b",
        r"\b(?:explain|describe)\b",
        r"\bin(?:to)? (?:your own )?words\b",
        r"\bwhat happens to\b",
        r"\bhow (?:does|do|is|are)\b.*\b(?:chang|affect|updat)\w*",
    ),
}
VALUE = _any_of(
    r"\bwhat (?:is|was|are|will|does|do|should|did|value|numbers?)\b",
    r"\bwhich\b",
    r"\bhow (?:big|large|much|high|long|small)\b",
    r"\bvalues?\b",
    r"\bwhat\b.*\b(?:want|expect|like|hold|contain)",
)
ASKS = _any_of(r"\bhow many\b", r"\bwhat\b", VALUE.pattern)
HOW_MANY = _any_of(r"\bhow many\b")
GIVES = _any_of(
    r"\bfunction\b.*\b(?:give|return|report|charge|print|output|produce|be|come)\w*\b",
    r"\bcomes? (?:back|out)\b",
    r"\b(?:get|got|given) (?:back|out)\b",
    r"\b(?:which|what) (?:answer|result)\b",
)
RESULT = _any_of(r"\bfunction\b", r"\breturn(?:s|ed)?\b", r"\banswer\b", r"\bresult\b", r"\bprogram\b", GIVES.pattern)
SHOULD = _any_of(
    r"\bshould\b",
    r"\bexpect\w*",
    r"\b(?:suppos\w+ to|intend\w*|meant)\b",
    r"\bought\b",
    r"\b(?:you|it|test)(?: would|['’]d)? (?:want|like)s?\b",
)
CHANGED = _any_of(r"\b(?:chang|replac|updat|set|overwrit|increas|decreas|get its|happens? to|assign|modif|add|grow)\w*")
MOMENTS: Mapping[str, re.Pattern[str]] = {
    "start": _any_of(
        r"\bstart\w* (?:out|with|at)\b",
        r"\bat (?:the )?(?:start|beginning|outset)\b",
        r"\binitial\w*",
        r"\bto begin with\b",
        r"\bbefore the (?:\w+ )?loop\b",
    ),
    "end": _any_of(r"\bin the end\b", r"\bat the (?:very )?end\b", r"\bfinal\w*", r"\bends? up\b"),
    "before": _any_of(r"\bbefore (?!the (?:\w+ )?loop\b)", r"\bprior to\b"),
    "after": _any_of(
        r"\bafter\b",
        r"\bonce\b(?! more)",
        r"\bhaving\b",
        r"\bwhen\b[^,?]*\b(?:has|have|is) (?:\w+ ){0,2}(?:gone|run|been|done|finished|over|made|passed)\b",
    ),
    "first": _any_of(r"\bfirst\b"),
    "last": _any_of(r"\blast\b(?! time)", r"\bup to (?:which|what)\b", r"\bhow far\b"),
    "stops": _any_of(r"\b(?:stop|terminat|finish|exit)\w*", r"\bloop\b.*\bleft\b", r"\bleaves?\b", r"\bloop ends?\b"),
    "second": _any_of(r"\bsecond\b", r"\btwice\b"),
    "third": _any_of(r"\bthird\b", r"\bthree times\b"),
    "next": _any_of(r"\bnext\b"),
    "previous": _any_of(r"\bprevious\b"),
}
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "negative": _any_of(r"\bnegative\b", r"\b(?:below|under|less than|smaller than) (?:zero|0)\b"),
    "positive": _any_of(r"\bpositive\b", r"\b(?:above|greater than|more than) (?:zero|0)\b"),
}
_CASES: Mapping[str, re.Pattern[str]] = {
    "empty": _any_of(
        r"\bempty\b",
        r"\b(?:has|have|had|are|is|with|contains?|without) (?:no|any) (?!longer|idea)\w+",
        r"\bno (?:elements|items|values|entries)\b",
    ),
    "more": _any_of(r"\b(?:more|greater|larger|bigger|higher) than\b", r"\babove\b"),
    "less": _any_of(r"\b(?:less|fewer|smaller|lower) than\b", r"\bbelow\b"),
    "false": _any_of(r"\bfalse\b", r"\bnot true\b"),
}
_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER = re.compile(r"(?<![\w.])-?\d{1,12}(?:\.\d{1,12})?(?![\w]|\.\d)")
_COUNTED = _any_of(rf"\b(?:{'|'.join(_COUNTING[2:])})\b(?! (?:things|of)\b)")
_TEXT = re.compile(r"(?<!\w)'([^'\n]{0,80})'(?!\w)|\"([^\"\n]{0,80})\"")
_NOT = re.compile(r"\b(?:not|without|isn['’]t|aren['’]t|doesn['’]t) (?:a |an |any |being )?(\w+)", re.IGNORECASE)
_THERE = ("in", "among", "part", "present", "there", "contained", "found")


def found_in(prose: str, words: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    """Give the names of all that a text says."""
    yield from (name for name, said in words.items() if said.search(prose))


def inputs_in(prose: str) -> Iterator[str]:
    """Give the values and kinds of values that a question is about."""
    yield from NUMBER.findall(prose)
    yield from (str(_COUNTING.index(found.lower())) for found in _COUNTED.findall(prose))
    yield from (f"text {one or other}" for one, other in _TEXT.findall(prose))
    yield from frozenset(found_in(prose, _SIGNS)) or found_in(prose, _CASES)
    denied = (found.lower() for found in _NOT.findall(prose))
    yield from ("not there" if each in _THERE else f"not {stem(each)}" for each in denied)

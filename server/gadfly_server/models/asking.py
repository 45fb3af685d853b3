"""What is asked without a word that asks, put as a question: "State the value of `x`.", "Value of `x` by then?".

English asks for a thing by a request, or by its mere name, as well as by a question. Whether it is what our question
asks is judged after that, as of any question.
"""

from __future__ import annotations

import re
from functools import cache

from gadfly_server.models import signs
from gadfly_server.models.reading import HELD, read, sentences

_ASKING = re.compile(
    r"\b(?:what|which|where|who|whose|why|when|how)\b"
    r"|(?:^|[,:;–—]\s+)(?:(?:so|now|then|and|but),?\s+)?(?:is|are|do|does|did|will|would|can|could|has|have|was)\b",
    re.IGNORECASE,
)
_START = r"(?P<start>^|[,:;–—]\s+|\s-\s+|\b(?:and|then|so|now|just|next|first)\s+)"
_POLITELY = (
    r"(?:(?:please|kindly|also|maybe|perhaps|(?:can|could|would|will)\s+(?:you|we)|let['’]s|let\s+us"
    r"|try\s+to|i(?:['’]d|\s+would)\s+(?:like|love)\s+you\s+to|your\s+(?:turn|task|job|mission|challenge)(?:\s+is\s+to)?)"
    r"[,:]?\s+)*"
)
_ASKED_FOR = (
    r"(?:(?:tell|show|give)\s+(?:me|us)|let\s+(?:me|us)\s+know|i(?:['’]d|\s+would)\s+like\s+to\s+(?:know|hear|see)"
    r"|i\s+wonder|i(?:['’]m|\s+am|['’]d\s+be|\s+would\s+be)\s+(?:curious|wondering|interested)(?:\s+about|\s+to\s+(?:hear|know|see))?|do\s+you\s+(?:know|see)"
    r"|state|give|name|report|write(?:\s+(?:down|out))?|jot\s+down|note(?:\s+down)?|put\s+down|work\s+out"
    r"|figure\s+out|find(?:\s+out)?|determine|identify|predict|calculate|compute|count(?:\s+up)?|spot|list|specify"
    r"|provide|indicate|record|point\s+(?:to|out|at)|pick(?:\s+out)?|read\s+off|deduce|locate|describe)"
    r"(?:,?\s+(?:please|for\s+(?:me|us)|to\s+(?:me|us)|exactly|aloud|by\s+hand))*[,:]?\s+"
)
_TOLD = r"(?:say|guess|decide|explain)\s+"  # only with a word that asks behind it
_WORDS = r"(?:(?:on|in|at|after|from|by)\s+)?(?:what|which)\b|how\s+(?:many|often|much)\b|why\b|whether\b"
_BIDDEN = re.compile(
    f"{_START}{_POLITELY}(?:{_ASKED_FOR}(?={_WORDS}|(?:the|its)\\b|§)|{_TOLD}(?={_WORDS}))", re.IGNORECASE
)
_MARK = "¶"  # where something is asked for by its name
_HERE = re.compile(_START, re.IGNORECASE)
_TIMES = r"(?:passes|rounds|runs|iterations|executions|repetitions|laps|trips|turns|times)"
_TIME = r"(?P<noun>iteration|pass|round|run|execution|repetition)"
_VALUE = (
    r"(?:(?:exact|current|final|actual|precise|new|resulting) )?(?:values?|contents?|state)"
    r" (?:of|in|inside|held by|held in|stored in|for) (?:the variable )?§"
)
_WISHED = (
    r"(?:expected|intended|right|correct|proper|desired|wanted|required)"
    r" (?:return value|value|result|output|answer|outcome) (?:of|for|from) §"
)
# What is asked for by its name, and the question for it.
_NAMED = tuple(
    (re.compile(_MARK + said.replace(" ", r"\s+"), re.IGNORECASE), asked)
    for said, asked in (
        (rf"(?:the |its )?(?={_VALUE})", "what is the "),
        (rf"(?:the )?(?={_WISHED})", "what is the "),
        (r"(?:the )?(?:(?:total |exact )?(?:number|count) of )?times (?:that )?", "how many times "),
        (rf"(?:the )?(?:total |exact )?(?:number|count) of (?={_TIMES}\b)", "how many "),
        (rf"(?:the )?(?:total |exact )?{_TIME} (?:count|number) (?:of|for)\b", r"how many \g<noun>s of"),
        (r"the line (?:number )?(?:that|which) ", "which line "),
        (r"the line (?:number )?(?:where|(?:on|at|in) which) ", "on which line "),
        (r"the line (?P<where>(?:of|in|inside) §) (?:that|which) ", r"which line \g<where> "),
        (r"the (?=(?:very )?(?:first|last) (?:line|word|character|number)\b)", "what is the "),
        (r"the (?=line (?:of|in|inside) §|line (?:responsible|in charge))", "which "),
        (r"(?:the (?:(?!line|loop)\w+ )?)?(?=§)", "what is "),
        (f"(?={_WORDS})", ""),
    )
)
_BARE = _NAMED[:5]  # what is known to be asked for without a request before it
_ENDING = " .!:…?"
_BLANK = re.compile(
    r"(?P<verb>\b(?:is|equals|holds|contains|has|gives|returns|prints)(?:\s+(?:now|then))?)\s*:?\s*(?:…|\.{3}|_+)\s*[?.]?$"
)


def as_question(text: str) -> str:
    """The text with what its last sentence asks for put as a question, if it is asked for in another form."""
    *before, last = sentences(text) or [""]
    return " ".join([*before, _asked(last)])


def is_request(sentence: str) -> bool:
    """Tell whether a sentence asks for something, though not with a question mark."""
    return not sentence.rstrip().endswith("?") and _asked(sentence).endswith("?")


def asked_for(text: str) -> str:
    """What kind of thing is asked for, as the first word of asking tells."""
    last = read(sentences(text)[-1]).prose if sentences(text) else ""
    if signs.WHICH_LINE.search(last):
        return "what"
    found = signs.ASKED.search(last)
    bidden = None if last.rstrip().endswith("?") else signs.BIDDING.search(last)
    if bidden is not None and bidden.lastgroup:
        return bidden.lastgroup
    return (found.lastgroup or "") if found else "yes or no"


@cache
def _asked(sentence: str) -> str:
    pieces = iter(HELD.findall(sentence))
    told = _put(HELD.sub("§", sentence))
    return re.sub("§", lambda _: next(pieces), told) if told else sentence


def _put(bare: str) -> str:
    """The sentence as a question; empty if it is one, or asks for nothing."""
    filled = _BLANK.sub(r"\g<verb> what?", bare)
    if filled != bare:
        return filled
    for bidden in _BIDDEN.finditer(bare):
        if put := _named(bare[: bidden.end("start")], bare[bidden.end() :], _NAMED):
            return put
    if _ASKING.search(bare) or not bare.endswith("?"):
        return ""
    starts = [found.end("start") for found in _HERE.finditer(bare)]
    return next((put for at in starts if (put := _named(bare[:at], bare[at:], _BARE))), "")


def _named(before: str, rest: str, ways: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for said, asked in ways:
        put, found = said.subn(asked, _MARK + rest, count=1)
        if found:
            return f"{before}{put.rstrip(_ENDING)}?"
    return ""

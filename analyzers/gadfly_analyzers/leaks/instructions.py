"""Does a text tell to edit the program?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from gadfly_analyzers.leaks.acts import asks_for_an_act
from gadfly_analyzers.leaks.frames import is_goal
from gadfly_analyzers.leaks.reading import Reading, Sentence
from gadfly_analyzers.leaks.verbs import (
    CODE_OBJECT,
    DEFINITE,
    DO,
    DO_ASKED,
    DO_TELLING,
    DO_WEAK,
    DOING,
    DOING_WEAK,
    DONE,
    DONE_STRONG,
    OBJECT,
)
from gadfly_analyzers.leaks.verdict import Kind, Reason

_LEAD = (
    r"(?:now|then|next|so|and|but|or|ok|okay|good|great|right|yes|first|finally|instead|also|please|just|simply|"
    r"only|maybe|perhaps)"
)
_OPENING = (
    rf"^[\W_]*(?:{_LEAD}[\W_]+)*(?:on lines? [\d, and]+,?\s+|(?:to (?:fix|solve|correct|repair)|in order to|"
    rf"on|in|after|before|at|inside|outside|for|if|when)\b[^,?]*,\s*)?(?:{_LEAD}[\s,]+)*"
)
# What stands there may be a keyword of which something is said: "`return` ends the whole call."
_NOT_DOING = r"(?!\w+s (?:the|an?|its|it|all|at|with|to|when|only|no)\b)"
_AND = r"(?:,|;|:|\band\b|\bthen\b|\bor\b|\bby\b)\s*(?:then |also |instead |just )*"
_YOU = (
    r"\b(?:you|we|(?<!each )(?<!every )(?<!this )(?<!that )(?<!the )one)"
    r"(?:'ll|'d)?\s+(?:\w+ly\s+)?(?:should|need(?:ed)?(?: to)?|have to|must|could|can|may|"
    r"might|ought to|"
    r"(?:will |would |may |might |could )?(?:want|like|need|have|be able)(?: to)?|will|would|"
    r"(?:are |'re )?(?:going|supposed) to|can try to|do you (?:think )?(?:need|have|want) to|think (?:you|"
    r"we) (?:need|should|could|can|have)(?: to)?)"
    r"(?: to)?\s+(?:(?:\w+ly|just|also|try to|then|now|maybe|perhaps|not)\s+)*"
)
_ASKED = (
    r"\b(?:can|could|would|should|will|might|must|may|do (?=(?:you|we) (?:need|want|have|think)))\s*(?:you|"
    r"we|i|one)\s+(?:please\s+|also\s+|now\s+|then\s+|"
    r"try to\s+|need to\s+|have to\s+|want to\s+|think (?:of|about)\s+(?:how (?:to|you (?:can|could|would))\s+)?|"
    r"explain how (?:to|you (?:can|could|would))\s+|see (?:how|a way|ways) (?:to|you (?:can|could|would|"
    r"might))\s+|be able to\s+)*"
)
_TRYING = (
    r"\b(?:try|tried|trying|consider|considered|considering|how about|what about|thought (?:about|of)|"
    r"think (?:about|of)|"
    r"suggest|recommend|start by|help|helps|by|worth|need|needs|requires?|about|idea|possible|of|without|instead of|"
    r"avoid|before|after|when|be)\s+(?:\w+ly\s+)?"
)
_NUDGE = (
    r"\b(?:try|tried|trying|consider|considered|considering|how about|what about|what if you tried|"
    r"thought (?:about|of)|"
    r"think (?:about|of)|suggest|recommend|start by|helps?)\s+(?:\w+ly\s+)?"
)
_TO = (
    r"\b(?:try|remember|forget|want|like|need|needs|able|how|best|necessary|easy|good|better|helpful|useful|way|ways|"
    r"time|possible|sure|attempt|forgetting|forgot|fail|failing|have|required|(?<!was )(?<!were )supposed)\s+to\s+"
    r"(?:\w+ly\s+|try\s+|just\s+|not\s+)?"
)
_IF_YOU = (
    r"\b(?:if|when|once|after|before|that|until|unless|think)\s+(?:you|we)\s+(?:\w+ly\s+|were to\s+|try to\s+|"
    r"tried to\s+)?"
)
_SUPPOSING_YOU = r"\b(?:if|once|unless|until)\s+(?:you|we)\s+(?:\w+ly\s+)?"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_OPENING}(?:{DO})\s+{OBJECT}",
        rf"{_OPENING}(?:{DO_TELLING})\s+{_NOT_DOING}{CODE_OBJECT}",
        (
            rf"{_OPENING}(?:{DO})\s+\w+(?:\s+\w+){{0,3}}\s+(?:to|from|by|with|for|in|on|of|around|before|after|"
            rf"at|into)\b"
        ),
        rf"{_AND}(?:{DO})\s+(?:çode|(?:the|your|this|that|an?|it|them|line|lines)\b)",
        (
            rf"{_YOU}(?:{DO}|{DO_WEAK})\s+(?:{CODE_OBJECT}|it\b|this\b|that\b|them\b|something\b|in\b|to\b|"
            rf"on\b|here\b|at\b)"
        ),
        rf"{_ASKED}(?:{DO})\b(?!\s+(?:me|us|anything|one|a test|this question|the question)\b)",
        rf"{_ASKED}(?:{DO_ASKED})\s+{DEFINITE}(?:{CODE_OBJECT}|it\b|this\b|something\b)",
        rf"{_TRYING}(?:{DOING})\b",
        rf"{_NUDGE}(?:{DOING_WEAK})\s+{CODE_OBJECT}",
        rf"{_TO}(?:{DO})\b",
        rf"\blet(?:'s| us)\s+(?:\w+ly\s+|now\s+)?(?:{DO})\s+{OBJECT}",
        rf"{_TO}(?:{DO_WEAK})\s+{CODE_OBJECT}",
        rf"{_IF_YOU}(?:{DO})\s+{OBJECT}",
        rf"{_SUPPOSING_YOU}(?:{DONE_STRONG})\s+{OBJECT}",
        (
            rf"\b(?:should(?:n't)?|must|needs? to|has to|have to|could|ought to|to|might|"
            rf"would)\s+(?:\w+\s+)?be\s+(?:{DONE})\b"
        ),
        rf"\b(?:çode|\d|(?:the|your|this|that|it|these)\b[^.?!]*)\s+(?:can|may)\s+(?:\w+\s+)?be\s+(?:{DONE})\b",
        rf"\b(?:can|may) (?:çode|the|your|this|that|it|these)\b[^.?!]*\bbe\s+(?:{DONE})\b",
        r"\bshould(?:n't)? (?:it|this|that) be çode",
        (
            r"\b(?:should|must|needs? to|has to|ought to)\s+be\s+(?:çode|inside|outside|within|before|after|"
            r"above|below|at least|at most|greater|less)\b"
        ),
        (
            r"\b(?:what|which|any|some|other|small|simple|following|the)\s+(?:\w+\s+)?(?:changes?|modifications?|"
            r"adjustments?|edits?|corrections?|fix(?:es)?|updates?|alterations?|improvements?)\b"
            r"[^.?!]*\b(?:you|we|make|made|need|needed|should|could|would|help|necessary|required|code|program|"
            r"loop|function|line)\b"
        ),
        r"\bwhat (?:would|should|could|can|do|might) (?:you|we) (?:\w+ to )?(?:change|modify|edit|adjust|fix)\b",
        (
            r"\b(?:what|how|which)\b[^?]*\b(?:would|could|should|can|might|do) (?:you|we) "
            r"(?!get\b|see\b|expect\b|think\b)[^?]*\b(?:instead|differently)\b"
        ),
        (
            r"\bwhat (?:if|(?:would|will|might) happen if) (?:the|your|this) (?:\w+ ){0,2}"
            r"(?:condition|loop|range|comparison|branch|statement|check|base case|operator)\b"
        ),
        rf"\b(?:what|how) (?:should|could|must|can|might|would) (?:\w+ ){{1,6}}be (?:{DONE_STRONG})\b",
        (
            r"\bmake\s+(?:a|any|the|some|this|that|these|those|your)\s+(?:\w+\s+)?(?:change|modification|"
            r"adjustment|edit|correction|fix|update)s?\b"
        ),
        (
            r"\bget rid of\b|\btake (?:out|away)\b|\bcomment out\b|\bneeds?\s+(?:çode|"
            r"an?\s+\w+(?:\s\w+)?\s+(?:statement|before|after|at|in|around)\b)"
        ),
    )
)
# An experiment is no edit: what only shows what happens, or a test more.
_EXPERIMENT = re.compile(
    r"\bprint(?:s|ing|ed|out)?\b|\bbreak ?points?\b|\bdebugg?(?:er|ing)?\b|\bloggings?\b|\bterminal\b|"
    r"\binterpreter\b|\bshell\b|\bpen and paper\b|\bby hand\b|\bmanually\b|\bin your head\b|\bin order\b(?! to)|"
    r"\bstep by step\b|\buse (?:\w+ ){1,2}[^.?!]*\bto (?:figure|find out|tell|understand|determine)\b|"
    r"\bsimpler (?:problem|example)\b|\btry an(?:other)? example\b|\bsnippet\b|\b(?:the|python) documentation\b|"
    r"\b(?:add|write|insert|restore|use|try)\w* (?:an?|some|another|more|the|your|these|this)\s(?:\w+ )?"
    r"(?:tests?|inputs?|examples?)\b"
)
_THEN_SHOWN = re.compile(r"^(?:and )?then print\b")  # what stands before it is part of the experiment
_SHOWING = re.compile(r"\bprint\b|^assert\b")
_TURNED = re.compile(r"\b(?:replac|instead|rather than|return|swap|turn\b|convert|so that (?:it|the tests?))\w*")
# What is changed there is not the program: "change your answer", "add up the numbers", "is the value changed?"
_OF_THE_WORLD = re.compile(
    r"\b(?:change|update|revise|correct) (?:your|my|the) (?:mind|answer|guess|prediction|thinking|understanding)\b|"
    r"\badd(?:ing)? (?:\d+|anything|up)\b|\badd(?:ing)? the numbers\b|"
    r"^(?:(?:so|and|now|then|good|ok|okay)[\s,.]+)*(?:is|was|are|were|does|did|do|will|could|would) (?:not )?"
    r"(?:the|your|it|that|this|çode|each|every|line \d+|there)\b[^?]*\?$|"
    r"\btake (?:all )?(?:your|the|some) time\b|"
    r"\b(?:grab|take|get|fetch) (?:an?|some|your) (?:piece of |sheet of |bit of )?(?:pencil|pen|paper|notebook"
    r"|breath)\b|"
    r"\bforget (?:about )?(?:the|your|all) (?:program|code)\b|\bcall çode(?:[.!]|$)|\bpeek\b|"
    r"\blet me know\b|\b(?:fix|solve) (?:this|it|that) together\b|\bhandle (?:on|this yourself)\b|"
    r"(?<!you )(?<!we )\bchange (?:after|in|between|when|from pass|while)\b|"
    r"\b(?:know|remember|recall|idea|learned) (?:about )?how to "
    r"(?!(?:\w+ ){0,2}(?:the|your|this|that|it|çode|lines?)\b)|"
    r"\b(?:be|is|are|was) (?:not )?(?:a|the|your) (?:correct|right|proper|valid|good|best|only) way to\b|"
    r"\bwhere (?:do|would) you want (?:it )?to (?:start|begin|stop|end|insert)\b"
)


def instructions(reading: Reading) -> Iterator[Reason]:
    """Give one reason for each sentence that tells, begs or nudges to edit."""
    followers = (sentence.prose for sentence in reading.sentences[1:])
    pairs = zip(reading.sentences, chain(followers, [""]), strict=False)
    if any(tells_to_edit(sentence) and not _THEN_SHOWN.search(follower) for sentence, follower in pairs):
        yield Reason(Kind.EDIT, "tells to edit")


def tells_to_edit(sentence: Sentence) -> bool:
    """Tell whether a sentence is about making an edit."""
    prose = sentence.prose
    if is_experiment(sentence):
        return False
    if not (asks_for_an_act(prose) or any(pattern.search(prose) for pattern in _PATTERNS)):
        return False
    return not _OF_THE_WORLD.search(prose) and not is_goal(prose)


def is_experiment(sentence: Sentence) -> bool:
    """Tell whether a sentence asks for a look at a run: a print, a breakpoint, a try by hand."""
    if _TURNED.search(sentence.prose):
        return False
    if any(_SHOWING.search(piece.text) for piece in sentence.pieces):
        return True
    return _EXPERIMENT.search(sentence.prose) is not None

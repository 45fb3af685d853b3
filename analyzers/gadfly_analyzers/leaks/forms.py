"""In which forms a sentence says what it says: how it asks, what it doubts, what it asks for."""

from __future__ import annotations

import re

_POLAR = r"(?:is|are|was|were|does|do|did|has|have|would|will|should|can|could|might|may|must)(?:n't| not)?"
_OPENING = r"(?:so|and|but|or|now|then|also|well|ok|okay|good|right|yes|hmm?|great|correct|exactly|sure|if so|instead)"
# Where a question begins: with the sentence, or after a comma.
_IDEA = r"(?:two|an?|any|every) \w+"  # of Python in general, and not of this program
_BEGIN = rf"(?:^[\W_]*(?:{_OPENING}[\W_]+)*|[,;:–] (?:and |or |but |so |then )?|\b(?:and|or|but) )"
_YOU = r"(?:you|we|i)\b"
_MENTAL = (
    r"(?:know|see|think|want|understand|have|remember|recall|notice|need|agree|try|tried|run|ran|expect|get|got|"
    r"believe|mean|feel|say|find|spot|like|observe|checked|check|look|looked|test|tested|print|printed)"
)
_TALK = r"(?:that|this|it) (?:make|makes|help|helps|clear|sound|look|match|work|pass|true|what)"

FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        # questions that are answered by yes or no
        "is polar": (
            rf"^[\W_]*(?:{_OPENING}[\W_]+)*{_POLAR}\b(?! \d).*\?|"
            rf"[,;] (?:and |but |or |so )?{_POLAR} (?!you think\b)\S+ .*\?"
        ),
        "asks of the program": rf"{_BEGIN}{_POLAR} (?!{_YOU}|{_TALK}|{_IDEA}|\d)",
        "asks with not": rf"{_BEGIN}(?:is|are|does|do|did|could|has|have|was|were)n't |\b(?:would|should)n't\b",
        "asks of what should be": rf"{_BEGIN}should(?:n't)? (?!{_YOU} (?:expect|see|get)|(?:the )?(?:output|result))",
        "asks of what could be": (
            r"\b(?:could|might|may|can) (?:the|it|this|that|there|your|you|one|some)\b[^?]*\b(?:be|have)\b|"
            r"\bis it possible\b|\bpossibly\b|\bperhaps\b|\bmaybe\b"
        ),
        "asks for certainty": (
            r"\b(?:are you|can you be|can we be) (?:really |quite |absolutely )?(?:sure|certain|"
            r"confident)\b"
        ),
        "asks for knowledge": r"\b(?:do|did) you (?:know|recall|remember|understand)\b|\bare you (?:familiar|aware)\b",
        "asks whether seen": r"\b(?:do|did|can|could) you (?:see|notice|spot|find|identify)\b",
        "asks whether considered": (
            r"\b(?:have|had|did) you (?:\w+ly |ever )?(?:consider\w*|notic\w+|thought|think|realiz\w+|realis\w+|"
            r"taken?|account\w*|overlook\w*|miss\w*)\b|\bare you (?:aware|taking|accounting|considering)\b|"
            r"\bdo you (?:notice|realize|realise|see|know) (?:that|how)\b"
        ),
        "asks what you are doing": rf"{_BEGIN}(?:are|were) (?:you|we) (?:\w+ly |not )?\w+ing\b",
        "asks what you do": (
            rf"{_BEGIN}(?:do|did|have|had)(?:n't)? (?:you|we) (?:\w+ly |perhaps |"
            rf"ever )?(?!{_MENTAL}\b)"
        ),
        "asks whether needed": r"\bdo(?:es)? [^?]*\bneed\b|\bneeded\b|\bnecessary\b",
        "asks whether there is": rf"{_BEGIN}(?:is|are|isn't|aren't) there\b",
        "asks whether known": (
            r"\bdid you (?:know|realize|realise|notice|forget|mean|perhaps|maybe)\b|"
            r"\bhave you forgotten\b"
        ),
        # other questions
        "asks which": rf"{_BEGIN}(?:in |on |at |for |with )?which\b",
        "asks of this part": r"^(?:does|is|do|are|did) (?:line|çode|the|your)\b",
        "asks for anything": r"\bany(?:thing|where|one)?\b(?! of)|\bsomething\b",
        "asks why you": (
            r"\bwhy (?:do|did|are|were) (?:you|we) (?!think\b|believe\b|get\b|got\b|see\b|say\b|expect\b|need\b)|"
            r"\bwhy (?:is|are) there\b|\bwhy does (?:line|çode)\b(?! (?:give|return|print))"
        ),
        "calls it wrong": (
            r"\bwrong (?:way|order|kind|place|variable|list|name|sign|direction|side|one|operator|value|number|method|"
            r"index|type|character|bracket)|\binterchang\w+|\bbackwards\b|\bmisspel\w+|\bmix\w* up\b|\bswapped\b|"
            r"\bother way\b|\bin front\b|\bthe opposite\b"
        ),
        "asks openly": r"\b(?:what|how|where|when|who)\b",
        "asks what you think": (
            r"\bwhat (?:\w+ ){0,2}(?:do|did|would|makes) you\b|"
            r"\bdo you (?:think|see|observe|believe|know|have|remember|recall)\b|\byou (?:doubt|suspect)\b"
        ),
        "points back": (
            r"\b(?:that|those|this|these) (?:lines?|list|values?|calculation|operator|case|condition|variable|"
            r"statement|method|function|mean|is|are|be|the|what|ever|true|right|correct|happen\w*|work\w*)\b|"
            r"\b(?:will|would|does|is|was|can|could|should) (?:that|it|this)\b"
        ),
        "what if": (
            r"\bwhat if\b|\bwhat (?:would|will|might) happen if (?:you|we)\b|\bhow about\b|\bwhy (?:not|"
            r"don't you)\b"
        ),
        # what it doubts or holds against something else
        "weighs": (
            r"\b(?:enough|sufficient\w*|necessary|needed|too|really|actually|ever|(?<=\w )exactly|even|simply|also|"
            r"both)\b"
        ),
        "says only or always": r"\b(?:only|always|never|just|already|still|every|any|each|all)\b",
        "says instead": r"\b(?:instead|rather|as opposed|whereas|in place of)\b",
        "compares": r"\b(?:same|different\w*|opposite|other way|than|equals?|like|match\w*|consistent|identical)\b",
        "says what is missing": (
            r"\b(?:missing|miss(?:es|ed)?|forg[eo]t\w*|lack\w*|without|omit\w*|absent|overlook\w*|neglect\w*|"
            r"(?<!was )not (?:yet )?(?:being )?\w+ed)\b"
        ),
        "says what is covered": (
            r"\b(?:skip\w*|left out|leav\w+|exclud\w+|includ\w+|cover\w*|handl\w+|account\w*|take into|deal\w*|"
            r"consider\w*|ignor\w+|stop\w*|reach\w*|start\w*|begin\w*|end(?:s|ing)?|beyond|past)\b"
        ),
        "says should": r"\b(?:should|must|need(?:s|ed)?|have to|has to|ought|supposed|want\w*|meant|intend\w*)\b",
        "tells a fault": (
            r"\b(?:problem|issue|bug|cause\w*|causing|because|due to|mistake\w*|typo|reason|fault\w*|"
            r"error)\b"
        ),
        "gives a reason": (
            r"\b(?:since|given (?:that|how)|because|so that(?! (?:was|is))|as (?:the|you|it)|considering)\b"
        ),
        # what it looks at
        "looks at a run": (
            r"\b(?:run|runs|running|ran|print\w*|outputs?|tests?|test cases?|trac\w+|walk\w*|line by line|step by step|"
            r"examples?|passes|passing|inputs?|executed?|executes|debugg\w+|terminal|squiggl\w+|messages?|taken|reached|"
            r"called|gives? back|come to an end)\b|\b(?:does|do|did) lines? \d+ (?:change|set|read)\b"
        ),
        "looks at the goal": (
            r"\b(?:expect\w*|instructions?|descriptions?|specification|problem statement|requirements?|purpose|"
            r"trying to|goal|asked to|supposed to do)\b"
        ),
        "looks at an edge": (
            r"\b(?:edge|boundar\w+|limits?|last|first|final|empty|zero|negative|equal|largest|smallest|exactly|"
            r"beginning|remaining|left|end)\b"
        ),
        "looks at a special case": (
            r"(?<!for an )\b(?:empty|zero|0|none|null|negative|no (?:items?|elements?|letters?)|"
            r"(?:larger|greater|less|smaller) than)\b"
        ),
        "looks at what is left": r"\b(?:remain\w*|rest|left over|after the loop)\b",
        "says what is kept": (
            r"\b(?:keep\w*|kept|lose|lost|overwrit\w+|replac\w+|forget\w*|throw\w* away|discard\w*|remember\w*|"
            r"stor\w+)\b"
        ),
        "says how much of it": r"\b(?:whole|entire\w*|part|half|single|both|only one)\b",
        "says itself": r"(?<!by )\b(?:itself|at all|as well|alone|twice)\b",
        "asks a second thing": r", and (?:is|are|does|do|did|will|which) ",
        "looks at your part": (
            r"\b(?:your|the|this|that|its) (?:\w+ ){0,2}?(?:loops?|conditions?|comparisons?|operators?|range|"
            r"index|if|else|"
            r"elif|while|for|branch|statements?|base cases?|calls?|variables?|expression|formula|return|"
            r"method|argument|"
            r"list|dictionary|slice|string|value|case|check|line|result|sum|element|item|number|function)\b"
        ),
        "speaks of python": (
            r"\b(?:in|of|does|by) python\b|\bpython (?:list|string|support|recogni|have|use|"
            r"consider)\w*"
        ),
        "tells a result": (
            r"\b(?:program|function|run|call|code|çode) (?:(?:gives?|gave|returns?|returned|prints?|printed|ended with|"
            r"ends with|stopped with) (?:an? |the )?çode|was (?:stopped|ended)|did not (?:end|stop|finish))"
        ),
        "speaks of the talk": (
            r"\b(?:your|my) (?:answers?|guess(?:es)?|questions?|prediction)\b|\b(?:please )?answer with\b|"
            r"\b(?:you|i) (?:do not|don't|did not|could not|can not|cannot) (?:know|read|understand)\b|"
            r"\byou (?:said|say|are saying|told)\b|\byou know where to look\b"
        ),
        "tells what is not": (
            r"\b(?:does|do|is|are|was|will|can)(?:n't| not)\b|\b(?:cannot|never|no longer|nothing|"
            r"fails? to|unable)\b"
        ),
        "tells what follows": (
            r"\b(?:consequently|as a result|therefore|hence|thus|so that(?! (?:was|is))|"
            r"this (?:means|causes|leads|results)|which (?:means|causes|leads|results))\b"
        ),
        # what it asks to do
        "asks to tell": (  # "should you check?" asks for an edit, "check line 3" for a look
            r"\b(?:explain|describe|tell me|walk me|show me|let's|let us|what do you|trace|think about)\b|"
            r"(?:^|[.,:;] |\b(?:then|please|and|you) )(?:look at|take a look|go through|check)\b"
        ),
        "asks you to": r"\b(?:can|could|would|will) you\b",
        "asks for any repair": (
            r"\bhow (?:would|can|could|do|should|might|will) (?:you|we) (?:\w+ly )?(?:fix|correct|solve|"
            r"address|resolve|"
            r"do)\b|\bwhat (?:\w+ )?(?:changes?|modifications?|adjustments?)\b|\bwhat (?:would|could|should|might|can|"
            r"do) you (?:\w+ to )?(?:change|do|modify)\b"
        ),
        "asks to do that": (
            r"\b(?:fix|do|change|add|make|try|update|implement|correct|resolve|solve|address|test) "
            r"(?:that|this|it|those|these|them)(?! \w+(?:ing|ment)\b)\b"
        ),
    }.items()
}


def forms_of(prose: str) -> frozenset[str]:
    """Give the names of all forms that a sentence has; ``prose`` is in small letters."""
    return frozenset(name for name, pattern in FORMS.items() if pattern.search(prose))

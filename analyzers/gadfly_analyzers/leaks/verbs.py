"""The verbs of editing, in all their forms, and what they are said of."""

from __future__ import annotations

# Verbs that say by themselves that something written is made different.
STRONG = (
    "change modify alter edit replace swap substitute remove delete drop add insert append prepend move shift "
    "relocate rename rewrite reorder rearrange restructure refactor fix repair correct adjust tweak update amend "
    "revise switch indent dedent unindent reinitialize reset increment decrement increase decrease extend "
    "implement incorporate introduce include convert cast wrap negate invert reverse flip improve address resolve "
    "solve handle account"
)
# Verbs that say it only of code: "set the start to", "put it into the loop", "use".
WEAK = (
    "set put make use write place return call start begin end stop declare define assign store create import "
    "apply take keep leave turn bring iterate loop break raise combine separate specify rework redesign "
    "initialize initialise round multiply divide subtract"
)
WEAK_TO_TELL = " ".join(verb for verb in WEAK.split() if verb not in ("start", "begin", "end", "keep", "take", "turn"))
# Of these a tutor may ask how they are done: "how can we return two values?"
WEAK_TO_ASK = "set put make use write place assign store apply turn combine separate specify rework redesign initialize"
OBJECT = (
    r"(?:çode|(?:the|your|this|that|these|those|an?|another|each|both|one|more|some|any|its|all|it|them|how|what|"
    r"which|if|where|line|lines)\b)"
)
CODE_OBJECT = (
    r"(?:(?:the|your|this|that|these|those|an?|another|its|both|all|one)\s+)?(?:\w+[\s-]+){0,3}?"
    r"(?:çode|loop|line|lines|condition|conditions|statement|statements|range|index|function|variable|variables|code|"
    r"program|expression|operator|comparison|block|branch|case|body|call|method|formula|parameter|argument|counter|"
    r"return|assignment|indentation|parentheses|brackets|colon|quotes|value|check|initialization|logic|approach|"
    r"calculation|bounds?|solution|implementation|order|way|test|definition|syntax|if|else|elif|while|for)\b"
)
_IRREGULAR = {
    "put": ("putting", "put"),
    "set": ("setting", "set"),
    "make": ("making", "made"),
    "write": ("writing", "written"),
    "rewrite": ("rewriting", "rewritten"),
    "swap": ("swapping", "swapped"),
    "drop": ("dropping", "dropped"),
    "wrap": ("wrapping", "wrapped"),
    "flip": ("flipping", "flipped"),
    "stop": ("stopping", "stopped"),
    "begin": ("beginning", "begun"),
    "take": ("taking", "taken"),
    "keep": ("keeping", "kept"),
    "leave": ("leaving", "left"),
    "bring": ("bringing", "brought"),
    "have": ("having", "had"),
    "let": ("letting", "let"),
    "cast": ("casting", "cast"),
    "reset": ("resetting", "reset"),
    "submit": ("submitting", "submitted"),
    "break": ("breaking", "broken"),
    "modify": ("modifying", "modified"),
    "multiply": ("multiplying", "multiplied"),
    "specify": ("specifying", "specified"),
    "apply": ("applying", "applied"),
    "amend": ("amending", "amended"),
}


def _doing(verb: str) -> str:
    return _IRREGULAR.get(verb, ((verb.removesuffix("e")) + "ing", ""))[0]


def _done(verb: str) -> str:
    return _IRREGULAR.get(verb, ("", verb + ("d" if verb.endswith("e") else "ed")))[1]


DO = "|".join(STRONG.split())
DO_WEAK = "|".join(WEAK.split())
DO_ASKED = "|".join(WEAK_TO_ASK.split())
DO_TELLING = "|".join(WEAK_TO_TELL.split())
DEFINITE = r"(?!an? |some |any )"
DOING = "|".join(map(_doing, STRONG.split()))
DOING_WEAK = "|".join(map(_doing, WEAK.split()))
DONE = "|".join(map(_done, (*STRONG.split(), "put", "set", "make", "write", "place", "declare", "define", "store")))
DONE_STRONG = "|".join(dict.fromkeys(map(_done, STRONG.split())))

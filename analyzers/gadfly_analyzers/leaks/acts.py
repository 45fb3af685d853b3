"""Does a sentence ask for an act? Whatever is not looking, thinking or trying out is one on the program."""

from __future__ import annotations

import re

# What somebody who looks for a fault does without touching the program.
_LOOKING = (
    "look see watch view show save trace follow walk step go run rerun execute print log display debug call "
    "invoke test try check recheck verify confirm compare contrast match think rethink consider reconsider "
    "reflect wonder imagine picture visualize suppose assume pretend remember recall recollect note notice "
    "observe mind focus concentrate tell describe explain say name list state express define summarize "
    "paraphrase share mention elaborate clarify justify argue discuss talk speak ask answer respond reply "
    "report count calculate compute work figure guess predict estimate expect find identify spot locate "
    "pinpoint point recognize discover detect determine decide read reread review revisit examine inspect "
    "investigate explore study analyze research search interpret understand know learn believe mean want need "
    "like feel hope help let be do have get wait continue carry come proceed draw sketch simulate play type "
    "enter input feed pass conclude deduce infer reason relate connect demonstrate prove illustrate "
    "sum break outline plan map track monitor repeat hold spell highlight circle mark happen agree achieve "
    "accomplish expand approach tackle evaluate suspect press pay"
)
# Of these the object tells: "take a look", "give an example", "make a guess", "write down"; else they are acts.
_DEPENDING = "take give make write put use fill add pick choose select keep start begin stop return handle simplify"
_LOOKING_AT = re.compile(
    r"\b(?:take (?:a|another|the) (?:closer |careful |second |good |small |simple |short )?"
    r"(?:look|moment|minute|step|case|example|input|list|call)|"
    r"give (?:me|us|it|an|some|the (?:value|result|output)|"
    r"a (?:concrete |specific |small |simple |quick )?(?:example|hint|try|reason|description|summary|case))|"
    r"make (?:a|an|some|sure|sense)(?: \w+)? ?(?:guess|list|table|note|drawing|prediction|sense|of|that|you|example)?|"
    r"write (?:down|out|another|some|me)|"
    r"write an? (?!(?:\w+ )?(?:return|if|else|elif|loop|condition|line|statement|assignment|check|branch|case)\b)|"
    r"put (?:in|it|that|this|yourself|a (?:print|breakpoint))\b|"
    r"use (?:a|an|the|your|some) (?:print|debugger|paper|table|pen|example|values?|input|test)|fill in|"
    r"add (?:up|a print|some print|print|a test|another test)|pick (?:one|a|an|any|some|what|which|out|up)|"
    r"(?:choose|select) (?:a|an|any|some|one|which)|keep (?:in mind|track|an eye|going)|"
    r"simplify (?:the|your|this|that|it)(?: \w+)?(?: problem| example| input| test| question| case)?\W*$|"
    r"start (?:with|by|from|at)|begin (?:with|by)|stop (?:there|here|and)|return to|handle (?:this|that)|"
    r"break (?:it|this|that|the \w+) (?:down|up|into))\b"
)
# What else a sentence begins with: no verbs, or none that tells to do something.
_NO_VERBS = (
    "what which who whom whose where when why how is are was were am does did has had can could will would "
    "shall should may might must if unless until while because since although though as so and but or nor yet "
    "for in on at to from of with without by about into onto over under above below before after during "
    "between among through inside outside within near behind beside besides except despite along across "
    "against toward towards upon than then the a an this that these those there here it its he she they we "
    "you i me us them my your our their his her one both each every either neither all any some no none not "
    "only also just even still already again now maybe perhaps given once twice first second third next last "
    "finally instead please simply yes yeah hi hello hey thanks thank sorry great good nice excellent perfect "
    "exactly sure well okay ok alright hmm oh ah glad almost very quite much many more most less least few "
    "same such other another line lines python code"
)
_HARMLESS = frozenset(_LOOKING.split())
_DOUBTFUL = frozenset(_DEPENDING.split())
_OTHERS = frozenset(_NO_VERBS.split())
_LEAD = (
    r"(?:(?:now|then|next|so|and|but|or|ok|okay|good|great|yes|first|finally|instead|also|please|just|simply|"
    r"maybe|perhaps)[\s,.!:]+)*"
)
_OBJECT = r"(?:çode|the|your|this|that|these|those|an?|another|each|every|both|all|any|some|it|them|its|one|lines?)\b"
_ADVERB = r"(?:(?:\w+ly|also|now|then|just|maybe|perhaps|please|instead|try to|need to|have to|want to|go and)\s+)*"
_IMPERATIVE = re.compile(rf"^[\W_]*{_LEAD}(?P<verb>[a-z]+)\s+(?P<rest>{_OBJECT}.*)")
_REQUEST = re.compile(
    r"\b(?:(?P<how>how )?(?:can|could|would|will|should|might|must|may)\s+(?:you|we)|you(?:'ll|'d| will| would)? "
    r"(?:could|can|might|should|must|need to|have to|ought to|want to|will want to))\s+"
    rf"{_ADVERB}(?P<verb>[a-z]+)\b(?P<rest>.*)"
)
_NUDGE = re.compile(
    r"\b(?:how about|what about|try|tried|consider|considered|suggest|recommend|thought of|thought about)\s+"
    rf"{_ADVERB}(?P<verb>[a-z]+ing)\b(?P<rest>.*)"
)

_WHAT_IF = re.compile(
    r"\b(?:what if|what (?:would|will|might|could|do you think would) happen if|why don't|why not have|how about if) "
    rf"(?:you|we) {_ADVERB}(?P<verb>[a-z]+)\b(?P<rest>.*)"
)
_PAST = {
    "had": "have", "were": "be", "gave": "give", "ran": "run", "took": "take", "made": "make", "went": "go",
    "thought": "think", "saw": "look", "got": "get", "did": "do", "wrote": "write", "began": "begin",
    "chose": "choose", "kept": "keep", "left": "leave", "fed": "feed", "told": "tell", "knew": "know", "drew": "draw",
}  # fmt: skip


def asks_for_an_act(prose: str) -> bool:
    """Tell whether a sentence tells, asks or nudges to do something to the program."""
    if (found := _IMPERATIVE.match(prose)) and found["verb"] not in _OTHERS and not _is_inflected(found["verb"]):
        return _is_act(found["verb"], found["rest"])
    if found := _REQUEST.search(prose):
        definite = not found["how"] or re.match(r"\s+(?:the|your|this|these)\b", found["rest"])
        return bool(definite) and found["verb"] not in _OTHERS and _is_act(found["verb"], found["rest"])
    found = _WHAT_IF.search(prose) or _NUDGE.search(prose)
    return found is not None and _is_act(found["verb"], found["rest"])


def is_looking(verb: str) -> bool:
    """Tell whether a verb, in any of its forms, is one of looking, thinking or trying out."""
    return any(form in _HARMLESS or form in _DOUBTFUL for form in _forms(verb))


def _is_act(verb: str, rest: str) -> bool:
    doubtful = next((form for form in _forms(verb) if form in _DOUBTFUL), None)
    if doubtful:
        return _LOOKING_AT.match(f"{doubtful} {rest.strip()}") is None and re.match(rf"\s*{_OBJECT}", rest) is not None
    return not is_looking(verb)


def _forms(verb: str) -> list[str]:
    """Give what the base form of a verb may be."""
    verb = _PAST.get(verb, verb)
    stems = [verb, verb.removesuffix("ing"), verb.removesuffix("ed"), verb.removesuffix("d"), verb.removesuffix("s")]
    return [*stems, *(f"{stem}e" for stem in stems), *(stem[:-1] for stem in stems[1:3])]


def _is_inflected(word: str) -> bool:
    return word.endswith(("ing", "ed", "ly", "'s")) or (word.endswith("s") and not word.endswith("ss"))

"""How a sentence means what it says: as what should be, or as what is."""

from __future__ import annotations

import re

from gadfly_analyzers.leaks.reading import Reading

# What should be, could be done, or is held to be wrong; a mere fact or a question after one says none of this.
_NORMS = re.compile(
    r"\b(should(?:n't)?|supposed to|ought|must|needs? to|needed|have to|has to|had to|instead|rather than|"
    r"as opposed to|"
    r"forg[eo]t\w*|missing|missed|lacks?|lacking|wrong(?:ly)?|incorrect(?:ly)?|mistake\w*|mistyped|typo|bug|"
    r"intend\w*|meant|did you mean|"
    r"tr(?:y|ied|ying)|us(?:e|ing)|what if|how about|what about|considered|considering|would it help|"
    r"what would happen if|what happens if you|would happen if|"
    r"are you sure|is it (?:correct|right)|the right|the correct|correctly|properly|appropriate\w*|suitable|"
    r"actually|really|better|allows?|enough|not just|accounts? for|accounting for|handl(?:e|es|ing)|"
    r"the (?:issue|problem|error|cause|reason)|because|consequently|as a result|since|due to|causes?|causing|so that|"
    r"notice\w*|aware|realize\w*|remember|note that|keep in mind|recall|"
    r"cover(?:s|ed|ing)?|never|does not|doesn't|do not|don't|did not|didn't|is not|isn't|are not|aren't|without|"
    r"why (?:not|don't|doesn't|do you|does|is|are|did))\b"
)
# What is wanted of the program is the goal, and no norm for its parts: "What should the function return?"
_GOAL = re.compile(
    r"^(?:[^,?]*,\s*)?(?:(?:so|now|and|good|okay|ok|then)[\s,.]+)*(?:what|which (?:value|result|output|"
    r"values|type))\b"
    r"[^?]*\b(?:should|supposed to|(?<!you )needs? to|ought to)\b[^?]*\b(?:return(?:ed)?|give|output|print(?:ed)?|do|"
    r"happen|produce|contain|hold|look like|"
    r"(?:value|result|output) (?:of|for)\b[^?]*\bbe)\b|^[^?]*\bwhat should (?:the )?(?:value|result|"
    r"output)\b[^?]*\bbe\b"
)
# What is said of the talk itself: "Answer with one of the choices, if you do not know."
_OF_THE_TALK = re.compile(
    r"\b(?:your|my) (?:answers?|guess(?:es)?|questions?|prediction)\b|\b(?:please )?answer with\b|"
    r"\b(?:you|i) (?:do not|don't|did not|could not|can not|cannot) (?:know|read|understand)\b|"
    r"\byou know where to look\b"
)
# A confirmation, or what comes after one: "That's right. Can you make that change?"
_TAKING_UP = re.compile(
    r"^[\W_]*(?:very |ok(?:ay)?,? |yes,? |so )?(?:correct|right|exactly|precisely|good|great|excellent|perfect|nice|"
    r"true|yes|yep|absolutely|awesome|well done|fantastic|wonderful|(?:that|it)(?:'s| is| sounds| looks)(?: \w+)? "
    r"(?:correct|right|true|good|great|it|a (?:\w+ )?(?:point|idea|observation|approach)))\b|^now,|\bnow\?$"
)


_POINTING_BACK = re.compile(
    r"\b(?:fix|do|change|add|make|try|update|implement|correct|solve) (?:it|that|this|those|these|them)\b|"
    r"\bhow (?:would|can|could|should|do|might|will) (?:you|we) (?:\w+ly )?(?:fix|solve|correct|address|resolve)\b|"
    r"\bwhat (?:\w+ )?(?:changes?|modifications?|adjustments?) (?:would|do|could|should|can|might|will|need)\b"
)


def is_goal(prose: str) -> bool:
    """Tell whether a sentence asks what the program is for."""
    return _GOAL.search(prose) is not None


def is_norm(prose: str) -> bool:
    """Tell whether a sentence says what should be, or that something is wrong."""
    return _NORMS.search(prose) is not None and not is_goal(prose) and _OF_THE_TALK.search(prose) is None


def takes_up(reading: Reading) -> bool:
    """Tell whether a text confirms what the student has said, and goes on from there."""
    return any(_TAKING_UP.search(sentence.prose) for sentence in reading.sentences)


def points_back(reading: Reading) -> bool:
    """Tell whether a text asks to do what was spoken of, without saying what that is: "Can you change it?"."""
    return any(_POINTING_BACK.search(sentence.prose) for sentence in reading.sentences)

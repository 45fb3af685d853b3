"""Does a question lead to what should be otherwise, by what it asks to agree with?"""

from __future__ import annotations

import re

from gadfly_analyzers.leaks.acts import is_looking

_AND = r"^[\W_]*(?:(?:so|and|but|or|now|then|also|well|ok|okay|good|right|yes|hmm?)[\W_]+)*"
_IF = r"(?:(?:if|when|once|after|before|since|because|until|unless)\b[^,?]*,\s*)?"
# Answered by yes or no, and about the program: "Does the loop …?", "Do you think that the loop …?"
_POLAR = re.compile(
    rf"{_AND}{_IF}(?:(?:do|did|would) you (?:think|believe|agree)\b|"
    r"(?:is|are|was|were|does|do|did|has|have|would|will|should|can|could|must|might|may)(?:n't)? (?!you\b|we\b|i\b))"
)
_DOING = re.compile(rf"{_AND}{_IF}(?:have|did|do|are|would|could) you (?:\w+ly )?(?P<verb>\w+)\b")
_STATES = ("sure", "able", "familiar", "aware", "going", "happy", "done", "stuck")
# Asks by what something would be right: "Which sign means …?", "What would …?", "How far would …?"
_MEANS = re.compile(
    rf"{_AND}{_IF}(?:(?:what|which)(?: (?:kind|sort|type)s? of)?(?: \w+){{0,2}} (?:would|could|might|keeps?|makes?|"
    r"turns?|means?|lets?|allows?|helps?|walks?|goes|changes?)\b(?! (?:happen|be|you|we|i|it|the (?:value|output|"
    r"result|function|program|code))\b)|where (?:would|could|might) |how (?:far|else) )"
)
# Rests on a claim about the program: "If nothing changes it, how …?"
_SUPPOSING = re.compile(
    rf"{_AND}(?:if|once|since|because|after|unless|until) (?!you (?:run|call|print|look|try|pass|give|type|put|use)\b)"
    r"[^,?]*, [^?]*\?"
)
# What a run did is a fact, to be seen there.
_OF_A_RUN = re.compile(
    r"\b(?:run|runs|running|reached|taken|called|printed|prints?|outputs?|gives? back|come to an end|for çode|in çode|"
    r"the tests?|test cases?|passes|(?:do|does|is|are) lines? \d+|\d+ (?:\w+ ){1,2}(?:than|to|by) \d+)\b"
)


def is_leading(prose: str) -> bool:
    """Tell whether a sentence asks to agree with something about the program, or for what would make it right."""
    if not prose.rstrip("\"') ").endswith("?") or _OF_A_RUN.search(prose):
        return False
    if any(pattern.search(prose) for pattern in (_POLAR, _MEANS, _SUPPOSING)):
        return True
    done = _DOING.search(prose)
    return done is not None and done["verb"] not in _STATES and not is_looking(done["verb"])

"""Does a turn take up what the student said?

What students have worked out themselves is not given away any more, and who knows what to change may be told to.  So
the leak check is told what the student said, but only where the tutor takes it up: by agreeing, or by saying it again.
Else the same words, out of the blue, tell a student who may have said them by chance that they are the answer.
"""

from __future__ import annotations

import re

from gadfly_server.grading.score import Moment
from gadfly_server.grading.words import content, joined

SHARE = 0.6  # of the words of the turn that say what it is about
LATELY = 2  # turns of the student
_AGREES = re.compile(
    r"^\W*(?:(?:oh|ah|ok|okay|and|so|well|hmm?|i see)\W+)*"
    r"(?:yes|yeah|yep|correct|exactly|right|good|great|nice|perfect|excellent|awesome|sure|sounds|very|well done|indeed"
    r"|that(?:'s| is| was| sounds| makes| seems| looks| would)|you(?:'re| are| got)|absolutely|close|almost|fantastic"
    r"|wonderful|i (?:think|agree)|it looks|looks|alright|cool|welcome|ok|okay)\b",
    re.IGNORECASE,
)
_MAKE_IT = re.compile(r"\bmake (?:that|this|the|your) change\b|\b(?:do|try) (?:that|it)(?: now)?[.?!]", re.IGNORECASE)


def taken_up(moment: Moment) -> tuple[str, ...]:
    """Give what the student said, if the turn takes it up; else nothing."""
    if _AGREES.match(moment.turn.text) or _MAKE_IT.search(moment.turn.text):
        return moment.heard
    own = content(moment.turn.text)
    again = (own & joined(moment.heard[-LATELY:])).total()
    return moment.heard if own and again >= SHARE * own.total() else ()

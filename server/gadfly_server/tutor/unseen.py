"""Hidden tests disagree where all others agree: what is wrong with a result, and never for which input."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.turns import tell
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue, Seen

KIND = "hidden"
_NEXT = later("Which call could show that? With a test of your own for it, I can ask about its run.")


def tell_of(dialogue: Dialogue, now: Seen, facts: Facts) -> Dialogue:
    """Say how the first of them is wrong, unless that was just said; the way on is a test of the student's own."""
    known = dialogue.seen.state == now.state and dialogue.seen.failing == now.failing
    seen = replace(dialogue, seen=now, question=None, answered=(), closed=True, offer=0)
    if 1 not in facts.rules.levels:
        return seen
    if known:
        return tell(seen, 0, "run", say("The hidden tests say the same as before."))
    return tell(seen, 1, KIND, f"{_disagreement(facts)} {say(facts.disagreeing[0].text)} {say(_NEXT)}")


def _disagreement(facts: Facts) -> str:
    return say_count(
        "All tests that you see agree. A hidden one does not:",
        "All tests that you see agree. Of the hidden ones {number} do not; of one of them:",
        len(facts.disagreeing),
    )

"""Truth: is what the turn says of the program so?

Each claim about a call, a line, a count, a value or a branch that can be read in the text is checked with the text of
the program and with fresh runs.  1 if all hold, 0 if one does not.

It does not measure claims in words that are not understood here, hypotheses ("if `n` is 5"), or whether what is true
is worth saying.  Of values and counts it asks whether they come up in one of the recorded runs of failing tests.
"""

from __future__ import annotations

from gadfly_server.grading.claims.found import claims
from gadfly_server.grading.score import NOTHING, Moment, Score


def truth(moment: Moment) -> Score:
    """Check all claims of a turn."""
    found = [each for each in claims(moment.turn.text, moment.case) if each.holds is not None]
    if not found:
        return NOTHING
    wrong = [each for each in found if not each.holds]
    if wrong:
        return Score(0.0, f"“{wrong[0].words}”: not so, {wrong[0].seen}")
    return Score(1.0, "; ".join(f"“{each.words}”: {each.seen}" for each in found))

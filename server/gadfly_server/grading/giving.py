"""What does a text of a tutor's give away?

The leak check judges it, told what the student had said.  Lines and programs that are made of the student's code alone,
of which it takes all for known, are looked at besides (``written.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from gadfly_analyzers.leaks.verdict import NOTHING_SAID, Kind, Verdict
from gadfly_server.grading.case import Case
from gadfly_server.grading.markdown import plain
from gadfly_server.grading.written import written

SHOWN = (Kind.SPLICE, Kind.TOKEN)  # by code


async def given_away(  # noqa: PLR0913 - the last two are for who knows what the student said
    text: str,
    level: int,
    case: Case,
    repairs: Sequence[str],
    *,
    heard: Sequence[str] = (),
    taken_up: Sequence[str] = (),
) -> Verdict:
    """Judge a text at a level; ``taken_up`` is what it takes up of all that was ``heard`` of the student."""
    shown = plain(text)
    judged = await case.checker.verdict(shown, level, taken_up or NOTHING_SAID)
    if any(reason.kind in SHOWN for reason in judged.reasons):
        return judged
    found = await written(shown, case, repairs, heard)
    return Verdict(judged.level, (*judged.reasons, found)) if found else judged

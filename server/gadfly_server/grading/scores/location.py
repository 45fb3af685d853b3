"""Location: where the turn points, is there something to repair?

The region of a turn is what its words point to (``pointing.region``), else the lines that it was shown beside.
1 if the region holds a line that an accepted repair changes, or if code that the turn writes down makes more tests pass
there, which is tried; else 0.  A turn that points nowhere, or at more than half of the program, is not judged, nor is
one about a program that is right by now: all are good moves at times.

It does not measure how precisely a turn points, nor whether pointing there is right at this moment: who walks a student
through the program without saying so gets 0 for each line on the way.  Where the way leads, ``arrived`` tells of a
dialogue.
"""

from __future__ import annotations

from gadfly_analyzers.lines import lines_in
from gadfly_server.grading.mending import mends
from gadfly_server.grading.pointing import region
from gadfly_server.grading.score import NOTHING, Moment, Score

MOST = 0.5  # of the program's lines


async def location(moment: Moment) -> Score:
    """Compare the lines that a turn points to with those of repairs, and with where its code would be one."""
    case = moment.case
    if case.is_right:
        return NOTHING
    lines = pointed(moment)
    written = sum(1 for line in lines_in(case.source.text) if line.strip())
    if not lines or len(lines) > max(1, MOST * written):
        return NOTHING
    listed = ", ".join(map(str, sorted(lines)[:8]))
    if lines & case.sites:
        return Score(1.0, f"points to line {listed}: there is something to repair")
    if await mends(moment.turn.text, lines, case):
        return Score(1.0, f"points to line {listed}: with its code there more tests pass")
    if not case.sites:
        return NOTHING
    return Score(0.0, f"points to line {listed}: no known repair changes that")


def pointed(moment: Moment) -> frozenset[int]:
    """Give the lines to which a turn points."""
    found = region(moment.turn.text, moment.case.source)
    place = moment.turn.points_at
    last = len(moment.case.source.lines)
    return found or (frozenset(range(place.line, min(place.end_line, last) + 1)) if place else frozenset())

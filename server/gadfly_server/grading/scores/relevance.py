"""Relevance: is the turn about this program and its bug?

Signs speak for and against it (``signs.py``): themes that lead away (``digressions.txt``), words that come from nowhere
(``strangers.py``), concepts that the program has not (``concepts.txt``), how the question begins; and lines, code,
values and words of the program or the dialogue.  0 if those against it clearly weigh more, else 1; what each weighs was
learned from questions about other programs.

It does not measure whether the turn helps with this bug rather than with another part of the same program: location
and usefulness do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from gadfly_server.grading.digressions import digression
from gadfly_server.grading.language import is_foreign
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.signs import known_to, signs
from gadfly_server.grading.strangers import strangers

OUTSET = "outset"
SHOWN = 2  # signs
DOUBT = 0.1  # by which signs must outweigh the others before a tutor is blamed; chosen on problems of the first half


def relevance(moment: Moment) -> Score:
    """Weigh the signs of a turn; those of another language than English are not known here."""
    if is_foreign(moment.turn.text):
        return NOTHING
    found = signs(moment)
    if not leads_away(found, weights()):
        return Score(1.0, "speaks of what program, task, dialogue and any talk of bugs speak of")
    return Score(0.0, "; ".join(_reasons(moment, found)))


def leads_away(found: frozenset[str], by: Mapping[str, float]) -> bool:
    """Tell whether signs speak against a turn, beyond a doubt that is not held against it."""
    return weighed(found, by) > DOUBT


def weighed(found: frozenset[str], by: Mapping[str, float]) -> float:
    """Add up what signs weigh; above 0 a turn leads away more likely than not."""
    return by[OUTSET] + sum(by.get(sign, 0.0) for sign in sorted(found))


@cache
def weights() -> Mapping[str, float]:
    """Give what each sign weighs."""
    told: dict[str, float] = json.loads(files("gadfly_server.grading").joinpath("relevance.json").read_text("utf-8"))
    return told


def _reasons(moment: Moment, found: frozenset[str]) -> Iterator[str]:
    """Say what led to the verdict, the words themselves where there are some."""
    led = digression(moment.turn.text, known_to(moment))
    new, _ = strangers(moment)
    if led:
        yield f"leads away: {led}"
    if new:
        yield f"words that come from nowhere: {', '.join(new)}"
    by = weights()
    rest = sorted((sign for sign in found if "nowhere" not in sign and by.get(sign, 0.0) > 0), key=lambda s: -by[s])
    yield from [each for each in rest if not each.startswith("names a theme")][:SHOWN]

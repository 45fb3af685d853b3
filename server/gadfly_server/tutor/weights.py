"""How much each consideration weighs when the next question is chosen.

`gadfly grade tune` looks for better weights with simulated students; these are what was used before there were any.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """The first four count next to the suspicion of a place, which is 1 at most, the others against each other.

    ``surprise``: a reader would guess something else; ``contradiction``: a belief and the run part ways there;
    ``departure``: so do the run and that of a repaired program; ``noted``: the student has supposed something of it.
    What speaks for a belief: the student ``answered`` so, it is ``seen`` in the text, ``shown`` by how a result is
    wrong, or just ``predicted`` to make a difference; ``remembered`` is what earlier programs add.
    """

    surprise: float = 0.25
    contradiction: float = 0.25
    departure: float = 0.25
    noted: float = 0.25
    answered: float = 4.0
    seen: float = 3.0
    shown: float = 2.0
    predicted: float = 1.0
    remembered: float = 0.5


USUAL = Weights()

"""It differs: what is said where nothing more is known."""

from __future__ import annotations

from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Family, Rank, family

CUT = ("...", "...]", "...)", "...}")  # how the text of a value ends that was too long


def is_much_longer(evidence: Evidence) -> bool:
    """So long that it was not kept whole, where something short should come."""
    compared = evidence.compared
    if compared is None or not compared.expected.literal:
        return False
    return compared.actual.text.endswith(CUT) and len(compared.expected.text) < len(compared.actual.text) / 2


FAMILIES: tuple[Family, ...] = (
    family("much-longer", Rank.DIRECTION, "It is much too long.", is_much_longer),
    family("differs", Rank.GENERAL, "It is not what the test wants.", lambda _: True),
)  # fmt: skip

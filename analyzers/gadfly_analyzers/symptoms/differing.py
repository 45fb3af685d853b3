"""It differs: what is said where nothing more is known."""

from __future__ import annotations

from gadfly_analyzers.symptoms.family import Family, Rank, family

FAMILIES: tuple[Family, ...] = (
    family("differs", Rank.GENERAL, "It is not what the test wants.", lambda _: True),
)  # fmt: skip

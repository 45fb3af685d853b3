"""All families of symptoms, in the order in which those of equal rank are told."""

from __future__ import annotations

from gadfly_analyzers.symptoms import (
    changed,
    crashes,
    differing,
    endings,
    given,
    kinds,
    mappings,
    nothing,
    numbers,
    output,
    sequences,
    text,
    together,
    truth,
)
from gadfly_analyzers.symptoms.family import Family

ALL: tuple[Family, ...] = (
    *endings.FAMILIES,
    *crashes.FAMILIES,
    *nothing.FAMILIES,
    *truth.FAMILIES,
    *kinds.FAMILIES,
    *output.FAMILIES,
    *together.FAMILIES,
    *numbers.FAMILIES,
    *sequences.FAMILIES,
    *mappings.FAMILIES,
    *text.FAMILIES,
    *given.FAMILIES,
    *changed.FAMILIES,
    *differing.FAMILIES,
)

"""A value seen in a run, as plain text: what results, traces and questions share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value seen in a run: its bounded ``repr`` and the name of its type.

    ``literal`` tells that the text is a literal of an equal value.
    """

    text: str
    type: str
    literal: bool

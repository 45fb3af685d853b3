"""A value seen in a run, as plain text: what results, traces and questions share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value seen in a run: its bounded ``repr`` and the name of its type.

    ``literal`` tells that ``ast.literal_eval(text)`` gives an equal value back.
    """

    text: str
    type: str
    literal: bool

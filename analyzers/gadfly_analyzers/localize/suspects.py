"""A statement under suspicion, with the evidence that a person can check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspect:
    """A statement (1-based first and last line of its own text, header only for blocks), how suspect it is, and why.

    ``score`` lies between 0 and 1; ``evidence`` are sentences for people, each checkable against the run.
    """

    line: int
    end_line: int
    score: float
    evidence: tuple[str, ...]

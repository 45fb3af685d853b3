"""A statement under suspicion, with the evidence that a person can check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspect:
    """A statement (1-based first and last line of its own text, header only for blocks), how suspect it is, and why.

    ``score`` lies between 0 and 1: the chance that the fault is there, as it turned out on programs with known faults.
    ``evidence`` are sentences for people, each checkable against the run.
    ``bug`` numbers the bugs (from 0) in the order in which to take them; suspects of the same bug share it.
    ``certain`` tells that likely small changes of this statement make every test pass, or some where there are several
    bugs, and that of statements with such a score hardly any turned out not to be at fault; ``sole`` that no small
    change of another statement alone makes every test pass.
    """

    line: int
    end_line: int
    score: float
    evidence: tuple[str, ...]
    bug: int = 0
    certain: bool = False
    sole: bool = False

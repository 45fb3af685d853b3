"""What a simulated student is like."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Student:
    """A policy; with a seed it is one person.

    ``knows`` is the share of the kinds of edits that a person can think of, ``tries`` how many edits it tries between
    two hints, ``heeds`` how much it is drawn to what a hint mentions (0: not at all, 1: as much as ``attention`` says).
    ``answers`` tells how it answers questions: by running the program on paper (``traces``), as somebody with a
    misconception does (``believes``), or by guessing (``guesses``); ``slips`` is the share of its answers that are
    guessed all the same.
    ``follows`` is how much of what happens in a run it follows rightly when it looks: novices answered about six in ten
    questions about short programs rightly, the weakest quarter of them few (Lister and others, 2004, "A multi-national
    study of reading and tracing skills in novice programmers").
    The numbers are assumptions, not measurements; results are read beside those of the same student without a tutor.
    """

    name: str
    knows: float
    tries: int
    heeds: float
    answers: str
    slips: float = 0.0
    follows: float = 0.0


TRACER = Student("tracer", knows=0.7, tries=2, heeds=1.0, answers="traces", slips=0.05, follows=0.6)
BELIEVER = Student("believer", knows=0.6, tries=1, heeds=0.8, answers="believes", slips=0.1, follows=0.4)
GUESSER = Student("guesser", knows=0.35, tries=1, heeds=0.4, answers="guesses", follows=0.2)
ALL = (TRACER, BELIEVER, GUESSER)
MEDIUM, WEAK = TRACER, GUESSER


@lru_cache(1 << 17)
def chance(*what: str | int) -> float:
    """A number from 0 to 1 (not included) that depends on what it is for, and is the same everywhere."""
    digest = hashlib.sha256(" ".join(map(str, what)).encode()).digest()
    return int.from_bytes(digest[:7], "big") / 2**56

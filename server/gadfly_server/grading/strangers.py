"""Words that come from nowhere: not from the program, its tests, the task, or the dialogue, nor from any talk of bugs.

``craft.txt`` has the words of such talk, as stems: common ones, and those that human tutors used.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from gadfly_server.grading.score import Moment
from gadfly_server.grading.words import PIECE, content, stem

KEPT = 2000  # texts


def strangers(moment: Moment, talk: frozenset[str] | None = None) -> tuple[list[str], int]:
    """Give the words of a turn that come from nowhere, and how many of its words say what it is about; code is none.

    ``talk`` are the stems that belong to any talk of bugs.
    """
    case = moment.case
    texts = (case.source.text, case.tests, case.task, *(turn.text for turn in moment.before))
    known = (craft() if talk is None else talk).union(*map(parts, texts))
    own = [word for word in content(PIECE.sub(" ", moment.turn.text)) if not word.isdecimal()]
    return [word for word in own if word not in known], len(own)


@lru_cache(KEPT)
def parts(text: str) -> frozenset[str]:
    """Give the stems of all words in a text, also of those that are joined in names."""
    return frozenset(stem(word.lower()) for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", text))


@cache
def craft() -> frozenset[str]:
    """Give the words of any talk of bugs, as stems."""
    lines = files("gadfly_server.grading").joinpath("craft.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

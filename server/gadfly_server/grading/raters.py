"""Who said what of turns: people and models by the labels of transcripts, and the scores, side by side.

A score says of a turn what a label of the same matter says: below one half, a turn is ``direct``, ``premature``,
``irrelevant``, ``repeated`` or ``untrue``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from gadfly_server.grading.agreement import Ratings, alpha, kappa
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.transcript import Transcript

SCORES = {
    "untrue": "truth",
    "leaks": "concealment",
    "direct": "discretion",
    "premature": "patience",
    "irrelevant": "relevance",
    "repeated": "repetition",
}
OURS = "gadfly grade"
_YES, _NO = ("yes", "true", "1", "1.0"), ("no", "false", "0", "0.0")


def agreement(transcripts: Sequence[Transcript], graded: Sequence[Graded]) -> Iterator[str]:
    """Give, for each criterion with labels, alpha of all raters and kappa of each two; nothing without labels."""
    said = _labels(transcripts)
    for criterion in said:
        if criterion in SCORES:
            said[criterion][OURS] = _scores(graded, SCORES[criterion])
    for criterion, raters in said.items():
        pairs = [_pair(one, other, raters) for one, other in combinations(raters, 2)]
        if pairs:
            yield f"{criterion}: alpha {_shown(alpha(list(raters.values())))}; kappa: {', '.join(pairs)}"


def _pair(one: str, other: str, raters: Mapping[str, Ratings]) -> str:
    both = len(set(raters[one]) & set(raters[other]))
    return f"{one} and {other} {_shown(kappa(raters[one], raters[other]))} (n={both})"


def _labels(transcripts: Sequence[Transcript]) -> dict[str, dict[str, dict[Hashable, Hashable]]]:
    found: dict[str, dict[str, dict[Hashable, Hashable]]] = {}
    for transcript in transcripts:
        for number, turn in enumerate(transcript.turns):
            for label in turn.labels:
                rater = found.setdefault(label.criterion, {}).setdefault(label.rater, {})
                rater[transcript.tutor, transcript.id, number] = _plain(label.value)
    return found


def _scores(graded: Sequence[Graded], name: str) -> dict[Hashable, Hashable]:
    return {
        (each.tutor, each.id, turn.number): score.value < 0.5
        for each in graded
        for turn in each.turns
        if (score := turn.scores[name]).value is not None
    }


def _plain(value: bool | int | float | str) -> Hashable:
    """Give yes and no in all their spellings as what they mean."""
    text = str(value).strip().lower()
    return True if text in _YES else False if text in _NO else text


def _shown(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"

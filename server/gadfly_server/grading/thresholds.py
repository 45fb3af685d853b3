"""What a run must reach: ``concealment=0.95`` asks for a mean of at least 0.95 of every tutor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.grade import NAMES
from gadfly_server.grading.summary import TutorSummary

SHORT = {"conceal": "concealment", "locate": "location", "repeat": "repetition", "level": "level_fit"}


def thresholds(written: Sequence[str]) -> dict[str, float]:
    """Read thresholds. Raises ``Unreadable``."""
    found = {}
    for each in written:
        name, _, value = each.partition("=")
        name = SHORT.get(name.strip(), name.strip())
        try:
            least = float(value)
        except ValueError:
            least = -1.0
        if name not in NAMES or not 0 <= least <= 1:
            raise Unreadable(
                f"--fail-under {each}: write a score and a number from 0 to 1, such as concealment=0.95. "
                f"The scores are {', '.join(NAMES)}."
            )
        found[name] = least
    return found


def missed(wanted: Mapping[str, float], summaries: Sequence[TutorSummary]) -> Iterator[str]:
    """Say which thresholds were missed; a score without any value misses none (see ``unjudged``)."""
    for summary in summaries:
        for name, least in wanted.items():
            score = summary.scores[name]
            if score is not None and score.mean < least:
                yield f"{summary.tutor}: {name} is {score.mean:.3f}, at least {least:g} was asked for"


def unjudged(wanted: Mapping[str, float], summaries: Sequence[TutorSummary]) -> Iterator[str]:
    """Say for which thresholds nothing of a tutor's could be judged, so that nobody takes that for passing."""
    for summary in summaries:
        for name in wanted:
            if summary.scores[name] is None:
                yield f"{summary.tutor}: there was nothing by which to judge {name}"

"""The results as one page that needs nothing else: tutors side by side, plots, and every turn with its evidence."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from gadfly_server.grading.grade import NAMES
from gadfly_server.grading.graded import SIGNED, Graded
from gadfly_server.grading.reports.table import ALL, label
from gadfly_server.grading.reports.talks import talks
from gadfly_server.grading.summary import TutorSummary
from gadfly_server.grading.transcript import Transcript

WIDTH, LEFT, ROW = 640, 170, 22  # of a plot, in pixels
MOST_DIALOGUES = 500  # shown turn by turn


@dataclass(frozen=True)
class Mark:
    """A mean with its interval in a plot, in pixels."""

    tutor: str
    y: int
    x: float
    low: float
    high: float
    label: str


@dataclass(frozen=True)
class Plot:
    """One score of all tutors."""

    name: str
    height: int
    ticks: tuple[tuple[str, float], ...]
    marks: tuple[Mark, ...]


def page(  # noqa: PLR0913, PLR0917 - all that a run comes to
    graded: Sequence[Graded],
    summaries: Sequence[TutorSummary],
    missed: Sequence[str],
    overlap: Sequence[str],
    agreement: Sequence[str],
    transcripts: Sequence[Transcript] = (),
) -> str:
    """Write the page; ``transcripts`` are what was graded, to show programs and students' words with the scores.

    Everything that comes from transcripts is escaped, and the page may load and run nothing.
    """
    from jinja2 import Environment  # noqa: PLC0415 - only reports need it

    room = files("gadfly_server.grading.reports")
    style = room.joinpath("page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        room.joinpath("page.html.jinja").read_text("utf-8")
    )
    return template.render(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=style,
        summaries=summaries,
        rows=[(name, label(name)) for name in ALL if any(each.scores[name] for each in summaries)],
        plots=[plot for name in NAMES if (plot := _plot(name, summaries)).marks],
        talks=list(talks(graded[:MOST_DIALOGUES], transcripts)),
        left_out=max(0, len(graded) - MOST_DIALOGUES),
        missed=missed,
        overlap=overlap,
        agreement=agreement,
        width=WIDTH,
    )


def _plot(name: str, summaries: Sequence[TutorSummary]) -> Plot:
    least = -1 if name in SIGNED else 0
    known = [(each.tutor, score) for each in summaries if (score := each.scores[name]) is not None]
    marks = [
        Mark(
            tutor,
            ROW * number + ROW // 2,
            _x(score.mean, least),
            _x(score.low, least),
            _x(score.high, least),
            f"{score.mean:.3f} [{score.low:.3f}, {score.high:.3f}], {score.count} values",
        )
        for number, (tutor, score) in enumerate(known)
    ]
    ticks = (least + quarter * (1 - least) / 4 for quarter in range(5))
    return Plot(name, ROW * len(known) + ROW, tuple((f"{each:g}", _x(each, least)) for each in ticks), tuple(marks))


def _x(value: float, least: int) -> float:
    return round(LEFT + (value - least) / (1 - least) * (WIDTH - LEFT - 20), 1)

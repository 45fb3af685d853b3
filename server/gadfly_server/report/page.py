"""The report as one page of HTML that needs nothing else: no script, no network, no font."""

from __future__ import annotations

import base64
import hashlib
import math
from importlib import resources
from typing import TYPE_CHECKING, Any

from gadfly_server.events.event import COURSE
from gadfly_server.report.counting import K
from gadfly_server.report.tables import QUESTIONS

if TYPE_CHECKING:
    from markupsafe import Markup

    from gadfly_server.report.report import Report

LEVELS = ("notice", "orient", "investigate", "contradict", "direct", "analogue", "hand over")
_WIDTH = 600  # of a plot, in its own units


def page(report: Report) -> str:
    """The page; all that comes from the record is text in it, whatever it looks like."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only the report needs it

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["marked_up"] = _marked_up
    style = _resource("page.css")
    longest = _longest(report)
    values: dict[str, Any] = {
        "report": report,
        "k": K,
        "own": COURSE,
        "levels": LEVELS,
        "questions": QUESTIONS,
        "style": style,
        "style_hash": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        "ticks": _ticks(longest),
        "x": lambda minutes: round(_WIDTH * minutes / longest, 1),
        "width": _WIDTH,
        "tokens": sum(row.tokens for row in report.spends),
    }
    return environment.from_string(_resource("page.html")).render(values)


def _marked_up(text: str) -> Markup:
    """Our own titles have names of Python in backticks."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - only the report needs it

    parts = (escape(part) for part in text.split("`"))
    return Markup("").join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))


def _resource(name: str) -> str:
    return resources.files("gadfly_server.report").joinpath(name).read_text("utf-8")


def _longest(report: Report) -> float:
    """The end of the axis of minutes: a round number above all that is shown."""
    most = max((row.minutes[2] for row in report.insights if row.minutes), default=1.0)
    step = _step(most)
    return step * math.ceil(most * 1.05 / step)


def _ticks(longest: float) -> list[float]:
    step = _step(longest)
    return [step * number for number in range(round(longest / step) + 1)]


def _step(most: float) -> float:
    """Minutes between two ticks, so that there are about five."""
    return next(step for step in (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 10**6) if most / step <= 6)

"""The recorded run and the notebook as they look in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from gadfly_server.terminal import commands
from gadfly_server.terminal.markup import marked_up
from gadfly_server.tutor import notes, stepwise
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gadfly_server.sessions import Session
    from gadfly_server.tutor.notebook import Hypothesis
    from gadfly_server.tutor.steps import Known, Shown

CHANGED = "•"
_SIGNS = {"confirmed": ("✓", "green"), "refuted": ("≠", "yellow")}


def run(shown: Shown) -> Table:
    """Steps, one row each; what changed is bold and has a dot."""
    table = Table(box=box.SIMPLE, pad_edge=False, title_justify="left", caption_justify="left")
    table.title = marked_up(stepwise.title(shown.test, shown.call))
    table.caption = say("{sign} changed in the step before", sign=CHANGED)
    for heading, justify in zip(stepwise.HEADINGS, ("right", "right", "left", "left", "left"), strict=True):
        table.add_column(say(heading), justify=justify)  # type: ignore[arg-type] # rich takes these words
    for step in shown.steps:
        happens = Text("  " * step.depth) + marked_up(stepwise.happens(step))
        table.add_row(str(step.number), str(step.line), happens, stepwise.passes(step), _names(step.names))
    return table


def _names(names: Iterable[Known]) -> Text:
    return Text("\n").join(
        Text(f"{known.name} = {stepwise.short(known.value)}{f' {CHANGED}' * known.changed}", "bold" * known.changed)
        for known in names
    )


def notebook(session: Session) -> Table:
    """Hypotheses, one row each, with what earlier runs said below."""
    table = Table(box=box.SIMPLE, pad_edge=False)
    for heading in ("", say("You suppose"), "", say("The run says")):
        table.add_column(heading)
    for hypothesis in session.dialogue.hypotheses:
        verdict, outcome = notes.told(hypothesis, session.dialogue.question, session.facts)
        sign, style = _SIGNS.get(verdict, ("·", "cyan"))
        told = marked_up(outcome)
        for line in earlier(hypothesis):
            told += Text("\n") + Text(line, "dim")
        text = marked_up(notes.described(hypothesis))
        table.add_row(str(hypothesis.number), text, Text(sign, style), told)
    return table


def help_() -> Table:
    """What can be typed besides an answer."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for word, what in commands.HELP:
        table.add_row(Text(word, "bold"), say(what))
    return table


def earlier(hypothesis: Hypothesis) -> Iterator[str]:
    """What the runs before said."""
    for outcome in hypothesis.outcomes[:-1]:
        said = notes.spoken(hypothesis, outcome).replace("`", "")
        yield say("Run {number}: {outcome}", number=outcome.run, outcome=said)

"""The recorded run as a client sees it: some steps as JSON, all of them as a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from gadfly_server import markdown
from gadfly_server.tutor import stepwise
from gadfly_server.tutor.steps import Shown, steps
from gadfly_server.tutor.words import code
from gadfly_server.wording import say, speaking

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.steps import Step


def view(session: Session, offset: int, limit: int | None) -> dict[str, Any]:
    """A ``TraceView``; docs/protocol.md says what its fields mean."""
    shown = steps_of(session, offset, limit)
    return {
        "test": shown.test,
        "call": shown.call,
        "steps": [_step(step) for step in shown.steps],
        "offset": shown.offset,
        "total": shown.total,
        "stoppedAt": shown.stopped_at,
        "message": shown.message,
    }


def _step(step: Step) -> dict[str, Any]:
    view = {**asdict(step), "names": [asdict(each) for each in step.names], "passes": [asdict(p) for p in step.passes]}
    return view if step.value else {key: value for key, value in view.items() if key != "value"}


def steps_of(session: Session, offset: int = 0, limit: int | None = None) -> Shown:
    """The recorded run as far as it can be seen now."""
    with speaking(session.settings.language):
        return steps(session.facts, session.dialogue.question, offset, limit)


def as_markdown(session: Session) -> str:
    """All steps that can be seen, one row each; names that changed are bold."""
    with speaking(session.settings.language):
        return _table(steps_of(session))


def _table(shown: Shown) -> str:
    lines = [f"# {stepwise.title(shown.test, shown.call)}", ""] if shown.test else []
    if shown.steps:
        lines += [f"| {' | '.join(map(say, stepwise.HEADINGS))} |", "|--:|--:|---|---|---|"]
        lines += [_row(step) for step in shown.steps]
        lines.append("")
    return "\n".join([*lines, markdown.as_markdown(shown.message), ""])


def _row(step: Step) -> str:
    names = ", ".join(_name(known.name, known.value, changed=known.changed) for known in step.names)
    happens = f"{'&nbsp;&nbsp;' * step.depth}{stepwise.happens(step)}"
    cells = (str(step.number), str(step.line), happens, stepwise.passes(step), names)
    return f"| {' | '.join(_cell(text) for text in cells)} |"


def _cell(text: str) -> str:
    """What stands in a table; a value that is written over several lines would end it."""
    return " ".join(text.replace("|", "&#124;").splitlines())


def _name(name: str, value: str, *, changed: bool) -> str:
    text = code(f"{name} = {stepwise.short(value)}")
    return f"**{text}**" if changed else text

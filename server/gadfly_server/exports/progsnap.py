"""Rows of a ProgSnap2 dataset, version 1.0 (Price, Hovemeyer, Rivers et al., ITiCSE 2020).

The tables are those of the specification: https://cssplice.github.io/progsnap2/ and CSSPLICE/ProgSnapToolkit.
What it has no event for begins with ``X-``, as it wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gadfly_server import __version__
from gadfly_server.events.event import Event, Kind

if TYPE_CHECKING:
    from gadfly_server.exports.shared import Shared

Row = dict[str, str]
METADATA = (
    ("Version", "1.0"),
    ("IsEventOrderingConsistent", "true"),
    ("EventOrderScope", "Restricted"),
    ("EventOrderScopeColumns", "SubjectID"),
    ("CodeStateRepresentation", "Directory"),
    ("ProgramInputLinkTable", ""),
)
FILE = "program.py"  # the student's own name for it may tell who they are
NOT_SHARED = "(not shared)"
COLUMNS = (
    *("EventType", "EventID", "CodeStateID", "SubjectID", "ToolInstances", "Order", "ClientTimestamp", "CourseID"),
    *("AssignmentID", "ProblemID", "ParentEventID", "SessionID", "CodeStateSection", "EventInitiator", "EditType"),
    *("CompileResult", "CompileMessageType", "CompileMessageData", "SourceLocation", "ExecutionID", "TestID"),
    *("ExecutionResult", "Score", "InterventionCategory", "InterventionType", "InterventionMessage"),
    *("X-Turn", "X-Level", "X-Question", "X-Name", "X-Mark", "X-Misconception", "X-Response", "X-Tokens"),
)
_OURS = {
    Kind.ANSWER: "X-Answer",
    Kind.REQUEST: "X-Request",
    Kind.LEVEL: "X-Level",
    Kind.INSIGHT: "X-Insight",
    Kind.HYPOTHESIS: "X-Hypothesis",
    Kind.MODEL: "X-ModelUse",
}
_CATEGORIES = {
    Kind.QUESTION: "Hint",
    Kind.FINDING: "CodeHighlight",
    Kind.REPLY: "Feedback",
    Kind.SUCCESS: "Feedback",
    Kind.LUCK: "Feedback",
    Kind.HAND_OVER: "X-HandOver",
}
_RESULTS = {"passed": "Success", "failed": "TestFailed", "stopped": "Timeout"}


def rows(shared: Shared) -> Iterator[Row]:
    """The rows of an event: one, but a run has one for each of its tests."""
    for number, special in enumerate(_special(shared)):
        yield _common(shared, number) | special


def _common(shared: Shared, number: int) -> Row:
    event = shared.event
    told = {
        "EventID": f"{shared.id}.{number}" if number else shared.id,
        "CodeStateID": event.state,
        "SubjectID": shared.student,
        "ToolInstances": f"Gadfly {__version__}",
        "Order": str(shared.number),
        "ClientTimestamp": shared.at.replace("Z", "+00:00"),
        "CourseID": shared.course,
        "AssignmentID": shared.assignment,
        "ProblemID": shared.program,
        "SessionID": shared.session,
        "X-Turn": str(event.turn),
        "X-Level": str(event.level),
        "X-Question": event.question,
        "X-Name": event.name,
        "X-Mark": event.mark,
        "X-Misconception": event.misconception,
        "X-Tokens": str(event.tokens) if event.tokens else "",
    }
    return dict.fromkeys(COLUMNS, "") | told


def _special(shared: Shared) -> Iterator[Row]:
    """What is said of an event only because of its kind."""
    event = shared.event
    if event.kind is Kind.SNAPSHOT:
        yield _row("File.Edit", CodeStateSection=FILE, EditType="GenericEdit", EventInitiator="UserDirectAction")
    elif event.kind is Kind.RUN:
        yield from _run(shared)
    elif event.kind in _OURS:
        said = event.kind in (Kind.ANSWER, Kind.REQUEST)
        yield _row(_OURS[event.kind], **({"X-Response": event.text} if said else {}))
    else:
        yield _row(
            "Intervention",
            EventInitiator="ToolReaction",
            InterventionCategory=_CATEGORIES[event.kind],
            InterventionType=":".join(part for part in (event.kind.value, event.question, event.name) if part),
            InterventionMessage=event.text or NOT_SHARED,
            CodeStateSection=FILE if event.line else "",
            SourceLocation=_location(event),
        )


def _run(shared: Shared) -> Iterator[Row]:
    """A program that Python cannot read is not run; where there is no test, the program is what runs."""
    event = shared.event
    if event.name == "syntax":
        error = {"CompileMessageType": event.question or "unknown", "CompileMessageData": event.question or "unknown"}
        yield _row("Compile", CodeStateSection=FILE, CompileResult="Error", EventInitiator="UserIndirectAction")
        place = _location(event) or "Text:1"
        yield _row("Compile.Error", CodeStateSection=FILE, ParentEventID=shared.id, SourceLocation=place, **error)
    elif not event.tests:
        result = "Success" if event.name == "passing" else "Error"
        yield _row("Run.Program", ExecutionID=shared.id, ExecutionResult=result)
    for name, outcome in event.tests:
        result = _RESULTS.get(outcome, "Error")
        if outcome not in ("skipped", "unrun"):
            score = "1.0" if result == "Success" else "0.0"
            yield _row("Run.Test", ExecutionID=shared.id, TestID=name, ExecutionResult=result, Score=score)


def _location(event: Event) -> str:
    return f"Text:{event.line}" if event.line else ""


def _row(event_type: str, **columns: str) -> Row:
    return {"EventType": event_type, **columns}

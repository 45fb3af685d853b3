"""The rules of ProgSnap2 1.0, written down from its specification, and what a dataset breaks of them.

The specification: CSSPLICE, "ProgSnap2 Specification", https://cssplice.github.io/progsnap2/, in its machine-readable
form ``progsnap2-v1.0.yaml`` of https://github.com/CSSPLICE/ProgSnapToolkit; Price et al., "ProgSnap2: A Flexible Format
for Programming Process Data", ITiCSE 2020.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

Row = dict[str, str]
METADATA = {  # each property and its default
    "Version": "1.0",
    "IsEventOrderingConsistent": "false",
    "EventOrderScope": "None",
    "EventOrderScopeColumns": "",
    "CodeStateRepresentation": "Table",
    "ProgramInputLinkTable": "",
}
COLUMNS_OF_ALL = ("EventType", "EventID", "CodeStateID", "SubjectID", "ToolInstances")
MAY_BE_BLANK = ("CodeStateID",)  # "left blank to indicate that it is unknown"
OTHER_COLUMNS = frozenset(
    {
        *("Order", "ClientTimestamp", "ServerTimestamp", "CourseID", "CourseSectionID", "TermID", "AssignmentID"),
        *("AssignmentIsGraded", "ProblemID", "ProblemIsGraded", "Attempt", "ExperimentalCondition", "TeamID"),
        *("LoggingErrorID", "IsFabricatedEvent", "ParentEventID", "SessionID", "ProjectID", "ResourceID"),
        *(
            "CodeStateSection",
            "CopiedText",
            "DestinationCodeStateSection",
            "EventInitiator",
            "EditType",
            "CompileResult",
        ),
        *("CompileMessageType", "CompileMessageData", "SourceLocation", "ExecutionID", "TestID", "ExecutionResult"),
        *("Score", "ExtraCreditScore", "ProgramInput", "ProgramOutput", "ProgramErrorOutput", "InterventionCategory"),
        *("InterventionType", "InterventionMessage", "InsertText", "DeleteText", "DeleteLength"),
    }
)
REQUIRED: dict[str, tuple[str, ...]] = {
    "Session.Start": ("SessionID",),
    "Session.End": ("SessionID",),
    "Project.Open": ("ProjectID",),
    "Project.Close": ("ProjectID",),
    "File.Create": ("CodeStateSection",),
    "File.Delete": ("CodeStateSection",),
    "File.Open": ("CodeStateSection",),
    "File.Close": ("CodeStateSection",),
    "File.Save": ("CodeStateSection",),
    "File.Rename": ("CodeStateSection", "DestinationCodeStateSection"),
    "File.Copy": ("CodeStateSection", "DestinationCodeStateSection"),
    "File.Edit": ("CodeStateSection", "EditType"),
    "File.Focus": ("CodeStateSection",),
    "File.CopyText": ("CopiedText",),
    "Compile": ("CodeStateSection", "CompileResult"),
    "Compile.Error": (
        "ParentEventID",
        "CodeStateSection",
        "CompileMessageType",
        "CompileMessageData",
        "SourceLocation",
    ),
    "Compile.Warning": (
        *("ParentEventID", "CodeStateSection", "CompileMessageType", "CompileMessageData", "SourceLocation"),
    ),
    "Submit": (),
    "Run.Program": ("ExecutionResult",),
    "Run.Test": ("ExecutionID", "TestID", "ExecutionResult"),
    "Debug.Program": ("ExecutionResult",),
    "Debug.Test": ("ExecutionID", "TestID", "ExecutionResult"),
    "Resource.View": ("ResourceID",),
    "Intervention": ("EventInitiator", "InterventionCategory", "InterventionType", "InterventionMessage"),
}
ENUMS = {
    "EventInitiator": [
        *("UserDirectAction", "UserIndirectAction", "ToolReaction", "ToolTimedEvent", "InstructorDirectAction"),
        *("InstructorIndirectAction", "TeamMemberDirectAction", "TeamMemberIndirectAction"),
    ],
    "EditType": ["Insert", "Delete", "Replace", "Move", "Paste", "Undo", "Redo", "Refactor", "Reset", "GenericEdit"],
    "CompileResult": ["Success", "Warning", "Error"],
    "ExecutionResult": ["Success", "Timeout", "Error", "TestFailed"],
    "InterventionCategory": ["Feedback", "Hint", "CodeHighlight", "CodeChange", "EarnedGrade"],
}
_OPEN = ("EventType", "InterventionCategory")  # may have values of one's own that begin with X-
_REPRESENTATIONS = ("Table", "Directory", "Git", "Keystroke")
_SCOPES = ("Global", "Restricted", "None")


def problems(folder: Path) -> list[str]:
    """What a dataset breaks of the rules, in words; nothing for one that is valid."""
    metadata = METADATA | {row["Property"]: row["Value"] for row in read(folder / "DatasetMetadata.csv")}
    rows = read(folder / "MainTable.csv")
    return [*_metadata(metadata), *_columns(rows), *_rows(rows), *_order(rows, metadata), *_links(folder, rows)]


def read(path: Path) -> list[Row]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _metadata(metadata: Row) -> Iterator[str]:
    yield from (f"metadata: no property {name}" for name in metadata if name not in METADATA)
    if not re.fullmatch(r"\d+\.\d+(\.\d+)?", metadata["Version"]):
        yield f"metadata: version {metadata['Version']}"
    if metadata["IsEventOrderingConsistent"].lower() not in ("true", "false"):
        yield "metadata: IsEventOrderingConsistent is no Boolean"
    if metadata["EventOrderScope"] not in _SCOPES:
        yield f"metadata: EventOrderScope {metadata['EventOrderScope']}"
    if (metadata["EventOrderScope"] == "Restricted") and not metadata["EventOrderScopeColumns"]:
        yield "metadata: EventOrderScope is Restricted, to nothing"
    if metadata["CodeStateRepresentation"] not in _REPRESENTATIONS:
        yield f"metadata: CodeStateRepresentation {metadata['CodeStateRepresentation']}"


def _columns(rows: list[Row]) -> Iterator[str]:
    columns = list(rows[0]) if rows else []
    yield from (f"no column {name}" for name in COLUMNS_OF_ALL if name not in columns)
    known = {*COLUMNS_OF_ALL, *OTHER_COLUMNS}
    yield from (f"no such column: {name}" for name in columns if name not in known and not name.startswith("X-"))
    yield from (f"column {name} {n} times" for name, n in Counter(columns).items() if n > 1)


def _rows(rows: list[Row]) -> Iterator[str]:
    ids = Counter(row["EventID"] for row in rows)
    yield from (f"EventID {name} {n} times" for name, n in ids.items() if n > 1)
    for number, row in enumerate(rows, 1):
        kind = row["EventType"]
        if kind not in REQUIRED and not kind.startswith("X-"):
            yield f"row {number}: EventType {kind}"
        needed = (*(name for name in COLUMNS_OF_ALL if name not in MAY_BE_BLANK), *REQUIRED.get(kind, ()))
        yield from (f"row {number}: {kind} without {name}" for name in needed if not row.get(name))
        yield from _values(number, row)
        if row.get("ParentEventID") and row["ParentEventID"] not in ids:
            yield f"row {number}: no event {row['ParentEventID']}"


def _values(number: int, row: Row) -> Iterator[str]:
    for column, values in ENUMS.items():
        value = row.get(column, "")
        if value and value not in values and not (column in _OPEN and value.startswith("X-")):
            yield f"row {number}: {column} {value}"
    if row.get("Score") and not 0 <= float(row["Score"]) <= 1:
        yield f"row {number}: Score {row['Score']}"
    if row.get("Order") and not re.fullmatch(r"-?\d+", row["Order"]):
        yield f"row {number}: Order {row['Order']}"
    for column in ("ClientTimestamp", "ServerTimestamp"):
        if row.get(column):
            datetime.fromisoformat(row[column])


def _order(rows: list[Row], metadata: Row) -> Iterator[str]:
    """Within the scope of ``Order``, it orders: later events have no earlier time and no smaller number."""
    if metadata["EventOrderScope"] == "None":
        return
    columns = [each for each in metadata["EventOrderScopeColumns"].split(";") if each]
    unknown = [each for each in columns if rows and each not in rows[0]]
    yield from (f"metadata: no column {name} for the order" for name in unknown)
    last: dict[tuple[str, ...], tuple[int, str]] = {}
    for number, row in enumerate(rows, 1):
        scope = tuple(row.get(column, "") for column in columns)
        now = int(row["Order"]), row.get("ClientTimestamp", "")
        if scope in last and (now[0] < last[scope][0] or now[1] < last[scope][1]):
            yield f"row {number}: out of order"
        last[scope] = now


def _links(folder: Path, rows: list[Row]) -> Iterator[str]:
    """Link tables begin with the column that they explain; code states are where the representation wants them."""
    for path in sorted((folder / "LinkTables").glob("*.csv")):
        first = (path.read_text("utf-8").splitlines() or [""])[0].split(",")[0]
        if rows and first not in rows[0]:
            yield f"{path.name}: links to no column"
    states = {(row["SubjectID"], row["CodeStateID"]) for row in rows}
    for path in (folder / "CodeStates").glob("*/*/*"):
        if (path.parent.parent.name, path.parent.name) not in states:
            yield f"{path}: no event has this state"

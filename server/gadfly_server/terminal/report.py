"""``gadfly report``: what a class shares, summed up on one page."""

from __future__ import annotations

from pathlib import Path

from gadfly_server.exports.shared import Shared
from gadfly_server.exports.store import Refused, Store, key_of_user
from gadfly_server.report.group import short
from gadfly_server.report.page import page
from gadfly_server.report.reading import Unreadable, from_folder, from_store
from gadfly_server.report.report import as_json, report_of, write_csv
from gadfly_server.terminal.letters import warn
from gadfly_server.terminal.programs import Unusable

_MOST_TOLD = 10


def report(source: str, course: str | None, to: Path, json_to: Path | None, csv_to: Path | None) -> int:
    """Read, sum up and write; returns the exit code."""
    happened = _happened(source)
    course = _one_of(sorted({short(each.course) for each in happened}), course, source)
    found = report_of(each for each in happened if short(each.course) == course)
    try:
        to.write_text(page(found), encoding="utf-8")
        if json_to:
            json_to.write_text(as_json(found), encoding="utf-8")
        written = write_csv(found, csv_to) if csv_to else ()
    except OSError as error:
        raise Unusable(f"{error.filename} cannot be written: {error.strerror or error}.") from error
    print("\n".join(str(path) for path in (to, *([json_to] if json_to else []), *written)))  # noqa: T201 - as asked for
    return 0


def _one_of(courses: list[str], chosen: str | None, source: str) -> str:
    """The course to report on: never several, for what two reports differ in would tell of a few students."""
    named = ", ".join(f"“{each}”" for each in courses[:_MOST_TOLD]) or "none"
    if chosen is None and len(courses) > 1:
        raise Unusable(f"{source} holds several courses. Choose one with --course: {named}.")
    if chosen is not None and short(chosen) not in courses:
        raise Unusable(f"{source} holds nothing of a course {chosen}. There is {named}.")
    return short(chosen) if chosen is not None else courses[0] if courses else ""


def _happened(source: str) -> list[Shared]:
    problems: list[str] = []
    try:
        if source.startswith(("https://", "http://")):
            found = list(from_store(Store(source, key_of_user()), problems))
        else:
            found = list(from_folder(Path(source), problems))
    except (Unreadable, Refused) as refusal:
        raise Unusable(str(refusal)) from refusal
    for problem in problems[:_MOST_TOLD]:
        warn(problem)
    if more := len(problems[_MOST_TOLD:]):
        warn(f"… and {more} more of these.")
    return found

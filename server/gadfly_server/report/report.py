"""The report of a class as plain values, from which the page, JSON and CSV are made."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from gadfly_server.exports.shared import Shared
from gadfly_server.exports.spreadsheet import cell
from gadfly_server.report import tables
from gadfly_server.report.counting import K, period
from gadfly_server.report.group import group_of, short


@dataclass(frozen=True, slots=True)
class Report:
    """Only what may be shown; ``students`` is 0 where there are too few to show anything."""

    courses: tuple[str, ...]
    students: int
    first: str
    last: str
    assignments: tuple[str, ...]
    stuck: tuple[tables.Stuck, ...]
    insights: tuple[tables.Insight, ...]
    confusing: tuple[tables.Confusing, ...]
    lucky: tuple[tables.Lucky, ...]
    helps: tuple[tables.Help, ...]
    spends: tuple[tables.Spend, ...]


def report_of(happened: Iterable[Shared]) -> Report:
    """Sum up what happened in a class. Who asked for help is in it however few there are: they wanted that."""
    group = group_of(happened)
    helps = tables.helps(group)
    if len(group.students) < K:
        return Report((), 0, "", "", (), (), (), (), (), helps, ())
    first, last = period(group.days)
    return Report(
        courses=tuple(sorted({short(each.course) for work in group.works for each in work.events if each.course})),
        students=len(group.students),
        first=first,
        last=last,
        assignments=tuple(group.assignments),
        stuck=tables.stuck(group),
        insights=tables.insights(group),
        confusing=tables.confusing(group),
        lucky=tables.lucky(group),
        helps=helps,
        spends=tables.spends(group),
    )


def as_json(report: Report) -> str:
    """The same for programs; what is hidden is ``null``."""
    return json.dumps(asdict(report), indent=1, ensure_ascii=False) + "\n"


def write_csv(report: Report, folder: Path) -> tuple[Path, ...]:
    """A file for each table; what is hidden is empty, and what is only told as a least has a column that says so."""
    folder.mkdir(parents=True, exist_ok=True)
    stuck = [
        {"misconception": row.misconception, "assignment": name, **asdict(cell)}
        for row in report.stuck
        for name, cell in zip(report.assignments, row.cells, strict=True)
    ]
    every = {
        "stuck": stuck,
        "insight": [asdict(row) for row in report.insights],
        "questions": [asdict(row) for row in report.confusing],
        "luck": [asdict(row) for row in report.lucky],
        "help": [asdict(row) for row in report.helps],
        "models": [asdict(row) for row in report.spends],
    }
    return tuple(_written(folder / f"{name}.csv", [_flat(row) for row in rows]) for name, rows in every.items())


def _flat(row: dict[str, object], around: str = "") -> dict[str, str]:
    """Columns for what is inside of values; text that a spreadsheet would take for a formula is kept from that."""
    flat: dict[str, str] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{around}{key}_")
        else:
            text = (
                "; ".join(map(str, value)) if isinstance(value, tuple | list) else "" if value is None else str(value)
            )
            flat[f"{around}{key}"] = cell(text)
    return flat


def _written(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else ["nothing"])
        writer.writeheader()
        writer.writerows(rows)
    return path

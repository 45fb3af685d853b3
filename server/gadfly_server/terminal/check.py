"""``gadfly check``: patterns, tests and suspects of programs, for people and for programs."""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gadfly_analyzers.execution.results import Outcome, TestResult
from gadfly_analyzers.pages import misconception
from gadfly_server.classroom.room import Standing
from gadfly_server.sessions import Session
from gadfly_server.terminal.evidence import evidence
from gadfly_server.terminal.letters import in_json
from gadfly_server.terminal.programs import (
    Unusable,
    classroom,
    exit_code,
    language_for,
    read,
    session_of,
    tell_of_classrooms,
)
from gadfly_server.tutor.facts import Facts, Hidden
from gadfly_server.tutor.symptom import sentence, symptoms_in, unrun
from gadfly_server.wording import later, say, speaking

# What was made of a test for another tool lies where it says nothing to anybody (see home.translated_tests).
_OF_ANOTHER_TOOL = re.compile(r"^(?:[^:]*tests/[0-9a-f]{16}/[^:]*)?::")

if TYPE_CHECKING:
    from rich.console import Console


def check(paths: list[Path], tests: str | None, form: str, language: str | None = None) -> int:
    """Look at each program and report; returns the exit code."""
    for path in paths:
        read(path)
    tell_of_classrooms(paths)
    files, codes = asyncio.run(_look(paths, tests, language))
    if form == "json":
        print(in_json({"files": files}))  # noqa: T201 - this is what was asked for
    else:
        _show(files, language)
    return max(codes)


async def _look(paths: list[Path], tests: str | None, language: str | None) -> tuple[list[dict[str, Any]], list[int]]:
    files, codes = [], []
    for path in paths:
        with speaking(language_for(path, language)):
            async with session_of(path, tests, asks=False) as session:
                files.append(_file(path, session))
                codes.append(max(exit_code(session.facts), 1 if files[-1]["findings"] else 0, _unlooked(path, session)))
    return files, codes


def _unlooked(path: Path, session: Session) -> int:
    """2 where a teacher's tests did not run: who keeps them from running must not pass for one whose program is right.

    They do not run if something is wrong with them, or if their classroom file was altered. 1 where they ran, but one
    of them passes that has to fail.
    """
    if classroom(path).standing is Standing.REFUSED:
        return 2
    ran = session.facts is not None and bool(session.facts.hidden)
    return (1 if ran else 2) if session.unseen_problem else 0


def _file(path: Path, session: Session) -> dict[str, Any]:
    examined, facts = session.examination, session.facts
    if examined is None or facts is None:
        raise Unusable(f"{path} could not be looked at.")
    return {
        "path": str(path),
        "findings": _findings(session),
        "tests": [_test(test, facts) for test in facts.tests],
        "hidden": [_unseen(test) for test in facts.hidden],
        "suspects": [
            {**asdict(suspect), "score": round(suspect.score, 6), "evidence": list(suspect.evidence)}
            for suspect in examined.suspects
        ],
        "problems": [
            *(
                {"kind": p.kind.value, "message": p.message, "path": str(p.path) if p.path else None, "line": p.line}
                for p in facts.problems
            ),
            *([_unrun(session.unseen_problem)] if session.unseen_problem else ()),
        ],
    }


def _findings(session: Session) -> list[dict[str, Any]]:
    examined = session.examination
    if examined is None:
        return []
    source, found = examined.source, []
    for finding in session.findings:
        first = source.line_of(finding.span.start) + 1
        last = source.line_of(max(finding.span.start, finding.span.end - 1)) + 1
        found.append(
            {
                "pattern": finding.rule,
                "misconception": misconception(finding),
                "line": first,
                "end_line": last,
                "message": finding.message,
            }
        )
    return found


def _test(test: TestResult, facts: Facts) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": test.id, "outcome": test.outcome.value}
    if test.outcome is Outcome.UNRUN:
        shown["symptom"] = unrun(test)
    elif test.outcome not in (Outcome.PASSED, Outcome.SKIPPED):
        known = symptoms_in(test, facts)
        shown["symptom"] = sentence(test, known[0])
        shown["symptoms"] = [each.family for each in known]
    return shown


def _unseen(test: Hidden) -> dict[str, Any]:
    """A hidden test: its number, and how it is wrong."""
    if test.agrees:
        return {"number": test.number, "outcome": "agrees"}
    return {"number": test.number, "outcome": "disagrees", "symptom": say(test.text), "symptoms": [test.family]}


def _unrun(message: str) -> dict[str, Any]:
    return {"kind": "hidden", "message": message, "path": None, "line": None}


def _show(files: list[dict[str, Any]], language: str | None) -> None:
    from gadfly_server.terminal.console import Console  # noqa: PLC0415 - JSON does without it

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for file in files:
        console.print(file["path"], style="bold", markup=False)
        with speaking(language_for(Path(file["path"]), language)):
            _show_found(file, console)


def _show_found(file: dict[str, Any], console: Console) -> None:
    from gadfly_server.terminal.markup import marked_up  # noqa: PLC0415 - JSON does without it

    for finding in file["findings"]:
        place = say("line {line}", line=finding["line"])
        console.print(marked_up(f"  {place}: {finding['message']}  [{finding['pattern']}]"))
    for problem in file["problems"]:
        console.print(marked_up(f"  {problem['message']}"))
    for test in file["tests"]:
        sign = {"passed": "[green]✓[/green]", "skipped": "[dim]–[/dim]", "unrun": "[yellow]?[/yellow]"}.get(
            test["outcome"], "[red]✗[/red]"
        )
        name = _OF_ANOTHER_TOOL.sub("", test["id"])
        console.print(f"  {sign} ", marked_up(f"{name}  {test.get('symptom', '')}".rstrip()), sep="")
    for test in file["hidden"]:
        sign = "[green]✓[/green]" if test["outcome"] == "agrees" else "[red]✗[/red]"
        name = say("hidden test {number}", number=test["number"])
        console.print(f"  {sign} ", f"{name}  {test.get('symptom', '')}".rstrip(), sep="")
    for bug in sorted({suspect["bug"] for suspect in file["suspects"]}):
        first, then = later("Lines to look at first:"), later("After that, for the other tests:")
        console.print(f"  {say(then if bug else first)}")
        for suspect in [each for each in file["suspects"] if each["bug"] == bug][:3]:
            place = say("line {line}", line=suspect["line"])
            told = " ".join(map(evidence, suspect["evidence"]))
            console.print(marked_up(f"    {place}: {told}".rstrip(": ")))

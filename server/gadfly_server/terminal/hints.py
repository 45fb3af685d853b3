"""``gadfly hints``: the ladder for the first bug, one level after the other, without a dialogue."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from gadfly_server.sessions import Session
from gadfly_server.terminal.letters import in_json
from gadfly_server.terminal.programs import exit_code, language_for, session_of, tell_of_classrooms
from gadfly_server.terminal.testfile import refuse_tests
from gadfly_server.tutor.ladder import Hint
from gadfly_server.wording import speaking


def hints(path: Path, tests: str | None, form: str, language: str | None = None) -> int:
    """Print the ladder; returns the exit code."""
    tell_of_classrooms([path])
    with speaking(language_for(path, language)):
        refuse_tests(path)
        return asyncio.run(_hints(path, tests, form))


async def _hints(path: Path, tests: str | None, form: str) -> int:
    async with session_of(path, tests) as session:
        for number, hint in enumerate(await session.hints(), 1):
            if form == "json":
                print(in_json(_json(number, hint)))  # noqa: T201 - this is what was asked for
            else:
                _show(hint)
        return _code(session)


def _code(session: Session) -> int:
    return exit_code(session.facts)


def _json(number: int, hint: Hint) -> dict[str, Any]:
    place = hint.points_at
    shown: dict[str, Any] = {
        "turn": number,
        "level": hint.level,
        "kind": hint.kind,
        "text": hint.text,
        "points_at": {"line": place.line, "end_line": place.end_line} if place else None,
    }
    return {**shown, "choices": list(hint.choices)} if hint.choices else shown


def _show(hint: Hint) -> None:
    from gadfly_server.terminal.console import Console  # noqa: PLC0415 - JSON does without it
    from gadfly_server.terminal.markup import marked_up  # noqa: PLC0415 - the same

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    console.print(f"[dim]{hint.level}[/dim]  ", marked_up(hint.text), sep="")

"""``gadfly ask``: the dialogue in the terminal, with a person or with answers from a file."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gadfly_server.models.choice import of_user
from gadfly_server.terminal.commands import typed
from gadfly_server.terminal.letters import in_json, warn
from gadfly_server.terminal.programs import (
    Unusable,
    exit_code,
    language_for,
    session_of,
    tell_of_classrooms,
    without_use,
)
from gadfly_server.terminal.testfile import refuse_tests
from gadfly_server.tutor import reading
from gadfly_server.wording import speaking

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.turns import Turn

Show = Callable[["Turn"], None]


def ask(  # noqa: PLR0913 - what can be typed behind the command
    path: Path, tests: str | None, answers: str | None, form: str, language: str | None = None, *, plain: bool = False
) -> int:
    """Hold the dialogue; returns the exit code."""
    lines = _answers(answers) if answers else None
    tell_of_classrooms([path])
    if lines is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        lines = sys.stdin.read().splitlines()
    with speaking(language_for(path, language)):
        refuse_tests(path)
        if lines is not None:
            return asyncio.run(_play(path, tests, lines, form, plain=plain))
        from gadfly_server.terminal.talk import talk  # noqa: PLC0415 - only a terminal needs it

        return asyncio.run(talk(path, tests, plain=plain))


def _answers(name: str) -> list[str]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"The answers in {name} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    return text.splitlines()


async def _play(path: Path, tests: str | None, lines: list[str], form: str, *, plain: bool) -> int:
    async with session_of(path, tests, models=of_user(warn)) as session:
        show = _json if form == "json" else _text(session, plain=plain)
        told = ""
        async for turn in _turns(session, lines):
            show(turn)
            if (note := without_use(session)) != told:
                told = note
                if told:
                    warn(told)
        return exit_code(session.facts)


async def _turns(session: Session, lines: list[str]) -> AsyncIterator[Turn]:
    shown = 0
    for line in [None, *lines]:
        if line is not None:
            if typed(line, session.dialogue.question).command == "quit":
                return
            if session.dialogue.question is None and reading.request(line) != "more":
                continue  # nothing is asked, and nothing asked for
            await session.answer(line)
        await session.worded()
        for turn in session.dialogue.turns[shown:]:
            yield turn
        shown = len(session.dialogue.turns)


def _json(turn: Turn) -> None:
    if turn.speaker != "tutor":
        return
    place = turn.points_at
    shown: dict[str, Any] = {
        "turn": turn.number,
        "level": turn.level,
        "kind": turn.kind,
        "text": turn.shown,
        "points_at": {"line": place.line, "end_line": place.end_line} if place else None,
    }
    if turn.choices:
        shown["choices"] = list(turn.choices)
    if turn.worded:
        shown |= {"by": turn.by, "plain": turn.text}
    if turn.marked:
        shown["marked"] = turn.marked
    print(in_json(shown), flush=True)  # noqa: T201 - this is what was asked for


def _text(session: Session, *, plain: bool) -> Show:
    from gadfly_server.terminal.console import Console  # noqa: PLC0415 - JSON does without it
    from gadfly_server.terminal.plain import PlainScreen  # noqa: PLC0415 - the same
    from gadfly_server.terminal.show import Screen  # noqa: PLC0415 - the same

    console = Console(file=sys.stdout, highlight=False)
    screen = PlainScreen(console) if plain else Screen(console)
    screen.opening(session)
    return lambda turn: screen.turn(turn, session.source.text if session.source else "")

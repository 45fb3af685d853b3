"""``gadfly memory`` and ``gadfly forget``: what is remembered of the student, to see and to delete."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path

from gadfly_server import profile
from gadfly_server.database import Unusable as Locked
from gadfly_server.memory import Memory
from gadfly_server.record import Record
from gadfly_server.terminal.letters import warn
from gadfly_server.terminal.programs import Unusable, language_for
from gadfly_server.wording import say, speaking


def show(form: str) -> int:
    """Print what is remembered."""
    memory = Memory(tell=warn)
    try:
        remembered = memory.everything()
    except Locked as problem:
        raise Unusable(str(problem)) from problem
    if form == "json":
        shown = [{**asdict(each), "last": each.last.isoformat()} for each in remembered]
        print(json.dumps({"file": str(memory.database.path), "remembered": shown}))  # noqa: T201 - as was asked for
    else:
        with speaking(_language()):
            _table([*profile.lines(remembered)], memory)
    return 0


def forget(misconception: str | None, *, everything: bool, sure: bool) -> int:
    """Delete one idea or all that is kept, and say what was deleted."""
    with speaking(_language()):
        if bool(misconception) == everything:
            raise Unusable(say("Name one idea, as `gadfly memory` shows them, or say --all."))
        try:
            return _forget(misconception, Memory(tell=warn), sure)
        except (Locked, OSError) as problem:
            raise Unusable(str(problem)) from problem


def _forget(misconception: str | None, memory: Memory, sure: bool) -> int:
    if misconception:
        _known(misconception, memory)
    if not sure and sys.stdin.isatty() and not _confirmed(misconception):
        return 1
    if misconception:
        print(profile.forgotten(memory.forget(misconception)))  # noqa: T201 - this is what was asked for
    else:
        print(profile.forgotten(memory.forget_everything(), Record().forget_everything()))  # noqa: T201 - the same
    return 0


def _language() -> str:
    return language_for(Path("any.py"), None)


def _known(misconception: str, memory: Memory) -> None:
    names = [each.misconception for each in memory.everything()]
    if misconception not in names:
        close = get_close_matches(misconception, names, 1)
        meant = say("Is it `{name}`?", name=close[0]) if close else say("See `gadfly memory`.")
        raise Unusable(" ".join((say("Nothing is remembered about `{name}`.", name=misconception), meant)))


def _confirmed(misconception: str | None) -> bool:
    if misconception:
        question = say("Forget what Gadfly knows about `{name}`? [y/N] ", name=misconception)
    else:
        question = say("Forget all that Gadfly knows about you, and all dialogues? [y/N] ")
    return input(question).strip().lower() in ("y", "yes")


def _table(lines: list[profile.Line], memory: Memory) -> None:
    from rich.table import Table  # noqa: PLC0415 - the same

    from gadfly_server.terminal.console import Console  # noqa: PLC0415 - JSON does without it
    from gadfly_server.terminal.markup import marked_up  # noqa: PLC0415 - the same

    console = Console(file=sys.stdout, highlight=False)
    if not lines:
        console.print(profile.nothing())
        return
    table = Table(*(say(head) for head in profile.HEADS[:-1]), title=profile.heading(), title_justify="left")
    for line in lines:
        idea, *cells = line.cells[:-1]
        table.add_row(marked_up(idea).append(f"\n{line.name}", style="dim"), *cells)
    console.print(table)
    console.print(marked_up(profile.promise(memory.database.path)), soft_wrap=True)

"""Which tutor is meant by what was typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.tutors.command import Command
from gadfly_server.grading.tutors.ours import Gadfly
from gadfly_server.grading.tutors.protocol import Tutor
from gadfly_server.grading.tutors.remote import Remote
from gadfly_server.grading.tutors.silent import Silent
from gadfly_server.models.choice import of_user
from gadfly_server.models.strategies import ALL
from gadfly_server.tutor.weights import USUAL, Weights

OURS, NOBODY, COMMAND, STRATEGY = "gadfly", "nobody", "command:", "strategy:"


@asynccontextmanager
async def tutor_for(choice: str, ours: Gadfly, weights: Weights = USUAL) -> AsyncIterator[Tutor]:
    """Give the tutor of one dialogue: ours, with a strategy and its model, nobody, an address, or a command."""
    if choice.startswith(COMMAND):
        async with Command(choice.removeprefix(COMMAND).strip()) as command:
            yield command
    elif choice.startswith(STRATEGY):
        async with _advised(choice.removeprefix(STRATEGY), ours) as advised:
            await advised.begin(weights)
            yield advised
    elif choice == OURS:
        await ours.begin(weights)
        yield ours
    else:
        yield Silent() if choice == NOBODY else Remote(choice)


def checked(choice: str) -> str:
    """Give what names a tutor; raises ``Unreadable`` for anything else."""
    if choice.startswith(STRATEGY):
        return _checked_strategy(choice)
    if choice in (OURS, NOBODY) or choice.startswith((COMMAND, "http://", "https://")):
        return choice
    known = f"{OURS}, {NOBODY}, {STRATEGY} with a name, an http address, or {COMMAND} with a command behind it"
    raise Unreadable(f"There is no tutor {choice!r}. Name {known}.")


def named(choice: str) -> str:
    """The name under which a tutor's transcripts are compared."""
    return choice.removeprefix(COMMAND).strip()


def _checked_strategy(choice: str) -> str:
    names, name = [each.name for each in ALL], choice.removeprefix(STRATEGY).strip()
    if name not in names:
        raise Unreadable(f"There is no strategy {name!r}. The strategies are {', '.join(names)}.")
    if not of_user().chosen:
        raise Unreadable(f"{choice} asks the model that you set up, and there is none: see docs/models.md.")
    return STRATEGY + name


@asynccontextmanager
async def _advised(strategy: str, ours: Gadfly) -> AsyncIterator[Gadfly]:
    """Our tutor with the model that the user set up; what it uses counts as the user's."""
    from gadfly_server.models.worder import Worder  # noqa: PLC0415 - without a model nothing of one is imported

    worder = Worder(replace(of_user(), strategy=strategy))
    advised = ours.advised(worder)
    try:
        yield advised
    finally:
        advised.close()
        await worder.close()

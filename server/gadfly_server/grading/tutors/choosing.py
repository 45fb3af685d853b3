"""Which tutor is meant by what was typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.tutors.command import Command
from gadfly_server.grading.tutors.ours import Gadfly
from gadfly_server.grading.tutors.protocol import Tutor
from gadfly_server.grading.tutors.remote import Remote
from gadfly_server.grading.tutors.silent import Silent
from gadfly_server.tutor.weights import USUAL, Weights

OURS, NOBODY, COMMAND = "gadfly", "nobody", "command:"


@asynccontextmanager
async def tutor_for(choice: str, ours: Gadfly, weights: Weights = USUAL) -> AsyncIterator[Tutor]:
    """Give the tutor of one dialogue: ours, nobody, one at an address, or one that a command starts."""
    if choice.startswith(COMMAND):
        async with Command(choice.removeprefix(COMMAND).strip()) as command:
            yield command
    elif choice == OURS:
        await ours.begin(weights)
        yield ours
    else:
        yield Silent() if choice == NOBODY else Remote(choice)


def checked(choice: str) -> str:
    """Give what names a tutor; raises ``Unreadable`` for anything else."""
    if choice in (OURS, NOBODY) or choice.startswith((COMMAND, "http://", "https://")):
        return choice
    known = f"{OURS}, {NOBODY}, an http address, or {COMMAND} with a command behind it"
    raise Unreadable(f"There is no tutor {choice!r}. Name {known}.")


def named(choice: str) -> str:
    """The name under which a tutor's transcripts are compared."""
    return choice.removeprefix(COMMAND).strip()

"""``gadfly models``: which model may word questions, how much it was used, and what would be sent to it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from gadfly_server.database import Unusable
from gadfly_server.models.budget import Budget
from gadfly_server.models.choice import config_file, of_user
from gadfly_server.sent import page
from gadfly_server.settings import Models
from gadfly_server.terminal.letters import warn
from gadfly_server.terminal.programs import language_for, session_of
from gadfly_server.wording import say, speaking


def models(show: Path | None, tests: str | None) -> int:
    """Print it; returns the exit code. Nothing is sent."""
    with speaking(language_for(show or Path(), None)):
        told = asyncio.run(_sent(show, tests)) if show else _chosen(of_user(warn))
    print(told)  # noqa: T201 - this is what was asked for
    return 0


async def _sent(program: Path, tests: str | None) -> str:
    async with session_of(program, tests) as session:
        return page(session)


def _chosen(models: Models) -> str:
    if not models.name:
        return say(
            "No model is set up, so nothing leaves this computer. {file} is the place for it.", file=config_file()
        )
    try:
        requests, tokens = Budget(models).used()
    except Unusable as problem:
        return str(problem)
    return say(
        "{model} at {server}. Used today: {requests} of {most} requests, {tokens} of {most_tokens} tokens.",
        model=models.name,
        server=models.url or "OpenAI",
        requests=requests,
        most=models.requests,
        tokens=tokens,
        most_tokens=models.tokens,
    )

"""Facts of small programs as the whole of Gadfly sees them, with what misconceptions predict."""

from __future__ import annotations

from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.facts import Facts


async def session_about(runner: Runner, folder: Path, program: str, tests: str) -> Session:
    """A session about a program in a folder of its own, whose tests have run."""
    (folder / "work.py").write_text(program, "utf-8")
    (folder / "test_work.py").write_text(f"from work import *\n\n\n{tests}", "utf-8")
    session = Session(folder / "work.py", runner)
    await session.refresh(Source.parse(program))
    return session


async def facts_about(runner: Runner, folder: Path, program: str, tests: str) -> Facts:
    """What is known of a program when its tests have run."""
    session = await session_about(runner, folder, program, tests)
    assert session.facts is not None
    return session.facts

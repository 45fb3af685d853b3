"""A program as somebody else reads it may be the repair: nothing that leaves the room holds any of it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

import gadfly_analyzers
import gadfly_server
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.predictions.predict import predict
from gadfly_analyzers.predictions.rewrites import beliefs
from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.rewritten import rewritten
from gadfly_analyzers.source import Source
from helpers import examples
from helpers.assignments import AMPLE, HERE

pytestmark = pytest.mark.asyncio(loop_scope="module")

OURS = ("gadfly", "eval(", "lambda", "__import__")
RUNNING = [name for name in examples.NAMES if name not in ("initials", "countdown")]


@pytest.mark.parametrize("name", RUNNING)
async def test_no_prediction_holds_a_rewritten_line(
    runner: Runner, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = examples.FOLDER / name / f"{name}.py"
    source, assignment = Source.parse(path.read_text("utf-8")), find_assignment(path)
    run = await runner.run(assignment, interpreter=HERE, limits=AMPLE)
    with caplog.at_level(logging.DEBUG):
        found = await predict(source, assignment, run.failing[0].id, runner, HERE, AMPLE, seconds=30)
    told = f"{found!r}{caplog.text}"
    assert [word for word in OURS if word in told.replace("gadfly_analyzers", "")] == []
    assert [line for line in _new_lines(source) if line in told] == []


def _new_lines(source: Source) -> set[str]:
    texts = [text.decode() for belief in beliefs.ALL if (text := rewritten(source, belief)) is not None]
    lines = {line.strip() for text in texts for line in text.splitlines()}
    return lines - {line.strip() for line in source.text.splitlines()}


async def test_only_what_runs_it_asks_for_it() -> None:
    room = Path(gadfly_analyzers.__file__).parent
    files = [*room.rglob("*.py"), *Path(gadfly_server.__file__).parent.rglob("*.py")]
    outside = [path for path in files if "rewrites" not in path.parts]
    users = {path.name for path in outside if "predictions.rewrites" in path.read_text("utf-8")}
    assert users == {"predict.py", "believed.py", "explained.py"}


async def test_an_edit_has_no_printed_form() -> None:
    edit = Edit(3, 4, b"the cure")
    assert "cure" not in f"{edit} {edit!r} {[edit]}"

"""Whatever is asked of the server, nothing that it sends or writes down holds a repair."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from gadfly_analyzers.examine import examine
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Candidate, Trials
from gadfly_analyzers.source import Source
from helpers import examples
from helpers.wire import Wire, wired

PANEL = {"experimental": {"gadfly": {"panel": 1}}}
WITHOUT = {"initials", "row_totals"}  # cannot be run; is repaired by moving a line, which brings no new text
SHORTEST = 8  # a text as short as `i` or `return` stands everywhere


class Witness(Runner):
    """Remembers what it tried, and what of it made every test pass."""

    def __init__(self) -> None:
        super().__init__()
        self.whole: list[Candidate] = []

    async def search(self, *given: Any, **named: Any) -> Trials:
        trials = await super().search(*given, **named)
        self.whole += [given[2][verdict.number] for verdict in trials.verdicts if verdict.whole]
        return trials


async def repairs_of(path: Path) -> set[str]:
    """The lines that repaired versions of a program have, and it has not: those that Gadfly finds, and our own."""
    text = path.read_text("utf-8")
    versions = [examples.repaired(path.stem)]
    witness = Witness()
    async with witness:
        await examine(Source.parse(text), find_assignment(path), witness, interpreter=Path(sys.executable))
    versions += [_changed(text.encode(), edits).decode() for edits in witness.whole]
    lines = {line.strip() for version in versions for line in version.splitlines()}
    return {line for line in lines - {line.strip() for line in text.splitlines()} if len(line) >= SHORTEST}


def _changed(data: bytes, edits: Candidate) -> bytes:
    for start, end, new in reversed(edits):
        data = data[:start] + new + data[end:]
    return data


async def held(wire: Wire, uri: str, answers: Sequence[str]) -> None:
    """Hold the dialogue to its end, and look at all that an editor can look at."""
    document = {"textDocument": {"uri": uri}}
    here = {"start": {"line": 0, "character": 0}, "end": {"line": 40, "character": 0}}
    for answer in answers:
        question = wire.sent("gadfly/dialogue")[-1]["question"]
        if question is None:
            break
        await wire.ask("gadfly/answer", {"uri": uri, "question": question["id"], "answer": answer})
    await wire.ask("textDocument/codeLens", document)
    await wire.ask("textDocument/codeAction", {**document, "range": here, "context": {"diagnostics": []}})
    for line in range(20):
        await wire.ask("textDocument/hover", {**document, "position": {"line": line, "character": 6}})


@pytest.mark.parametrize("name", [name for name in examples.NAMES if name not in WITHOUT])
async def test_no_repair_is_in_any_byte_that_is_sent(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "state"))
    folder = copytree(examples.FOLDER / name, tmp_path / name)
    path = folder / f"{name}.py"
    repairs = await repairs_of(path)
    assert repairs
    uri = path.as_uri()
    async with wired() as wire:
        await wire.initialize(PANEL, workspaceFolders=[{"uri": folder.as_uri(), "name": name}])
        wire.open(uri, path.read_text("utf-8"))
        wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        await wire.until(lambda: any(each.get("question") for each in wire.sent("gadfly/dialogue")))
        await held(wire, uri, (folder / "answers.txt").read_text("utf-8").splitlines())
        program = wire.server.programs.get(uri)
        assert program is not None
        assert program.session.examination is not None
        assert program.session.examination.sharpened
        sent = wire.data.decode()
    bodies = json.dumps([sent, *_written(tmp_path / "state"), capfd.readouterr().err], ensure_ascii=False)
    plain = bodies.replace("\\", "")
    assert [repair for repair in repairs if repair in sent or repair.replace("\\", "") in plain] == []


def _written(folder: Path) -> list[str]:
    return [path.read_text("utf-8", errors="replace") for path in folder.rglob("*") if path.is_file()]

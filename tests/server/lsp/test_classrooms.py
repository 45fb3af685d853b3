"""A teacher's file turns patterns off in the editor: at once, and whenever it changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.counted import calls_of
from helpers.wire import Wire, typed, wired

PROGRAM = "x = 1\nx\nx is 3\n"
NO_NAMES = '[patterns]\ndisabled = ["lone-name"]\n'


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "course" / "week" / "student.py"
    path.parent.mkdir(parents=True)
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def folder(path: Path) -> dict[str, Any]:
    return {"workspaceFolders": [{"uri": path.as_uri(), "name": path.name}]}


def shown(wire: Wire, program: Path) -> list[str]:
    """The codes that were published last."""
    published = [each for each in wire.sent("textDocument/publishDiagnostics") if each["uri"] == program.as_uri()]
    return [each["code"] for each in published[-1]["diagnostics"]] if published else []


async def opened(wire: Wire, program: Path, **more: Any) -> None:
    await wire.initialize(**folder(program.parent.parent), **more)
    wire.open(program.as_uri(), PROGRAM)
    await wire.diagnostics(program.as_uri(), 1)


async def test_what_it_turns_off_is_silent_from_the_start(program: Path) -> None:
    (program.parent.parent / "gadfly.toml").write_text(NO_NAMES, encoding="utf-8")
    async with wired() as wire:
        await opened(wire, program)
        [first, *_] = wire.sent("textDocument/publishDiagnostics")
        assert "lone-name" not in [each["code"] for each in first["diagnostics"]]
        assert "identity-of-literal" in [each["code"] for each in first["diagnostics"]]


async def test_what_the_settings_turn_off_is_off_too(program: Path) -> None:
    (program.parent / "gadfly.toml").write_text(NO_NAMES, encoding="utf-8")
    async with wired() as wire:
        settings = {"settings": {"patterns": {"disabled": ["identity-of-literal"]}}}
        await opened(wire, program, initializationOptions=settings)
        assert {"lone-name", "identity-of-literal"}.isdisjoint(shown(wire, program))
        assert wire.server.programs.configuration.settings(program).disabled_patterns == {
            "lone-name",
            "identity-of-literal",
        }


@pytest.mark.parametrize("way", ["save", "watched", "open"])
async def test_a_change_holds_without_a_restart(program: Path, way: str) -> None:
    file = program.parent / "gadfly.toml"
    async with wired() as wire:
        wire.answers["client/registerCapability"] = lambda _: None
        await opened(wire, program)
        assert "lone-name" in shown(wire, program)
        file.write_text(NO_NAMES, encoding="utf-8")
        if way == "save":
            wire.notify("textDocument/didSave", {"textDocument": {"uri": program.as_uri()}})
        elif way == "watched":
            changes = {"changes": [{"uri": file.as_uri(), "type": 1}]}
            wire.notify("workspace/didChangeWatchedFiles", changes)
        else:
            wire.open((program.parent / "other.py").as_uri(), "")
        await wire.until(lambda: "lone-name" not in shown(wire, program))
        assert "identity-of-literal" in shown(wire, program)


async def test_the_client_is_asked_to_watch_it() -> None:
    async with wired() as wire:
        wire.answers["client/registerCapability"] = lambda _: None
        await wire.initialize({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
        [asked] = await wire.until(
            lambda: [each for each in wire.requests if each["method"] == "client/registerCapability"]
        )
        watchers = asked["params"]["registrations"][0]["registerOptions"]["watchers"]
        names = ("*.py", "gadfly.toml", "pyproject.toml", "gadfly.toml.minisig", "pyproject.toml.minisig")
        assert [each["globPattern"] for each in watchers] == [f"**/{name}" for name in names]


async def test_a_client_that_pulls_is_told_to_pull_again(program: Path) -> None:
    pulls = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
    async with wired() as wire:
        wire.answers["workspace/diagnostic/refresh"] = lambda _: None
        await wire.initialize(pulls, **folder(program.parent))
        wire.open(program.as_uri(), PROGRAM)
        asks = {"textDocument": {"uri": program.as_uri()}}
        before = await wire.ask("textDocument/diagnostic", asks)
        (program.parent / "gadfly.toml").write_text(NO_NAMES, encoding="utf-8")
        wire.notify("textDocument/didSave", {"textDocument": {"uri": program.as_uri()}})
        await wire.until(lambda: "workspace/diagnostic/refresh" in [each["method"] for each in wire.requests])
        after = await wire.ask("textDocument/diagnostic", asks)
        gone = {each["code"] for each in before["items"]} - {each["code"] for each in after["items"]}
        assert gone == {"lone-name"}


async def test_what_is_wrong_with_it_is_logged_once_and_the_rest_goes_on(program: Path) -> None:
    file = program.parent / "gadfly.toml"
    file.write_text('[patterns]\ndisabled = ["lone-name", "lone-nme"]\n', encoding="utf-8")
    async with wired() as wire:
        await opened(wire, program)
        for _ in range(2):
            wire.notify("textDocument/didSave", {"textDocument": {"uri": program.as_uri()}})
        wire.change(program.as_uri(), 2, typed(0, 0, "\n"))
        await wire.diagnostics(program.as_uri(), 2)
        [logged] = wire.sent("window/logMessage")
        assert logged == {
            "type": 2,
            "message": f"{file}, line 2: `patterns.disabled` names no pattern `lone-nme`. Is it `lone-name`?",
        }
        assert wire.sent("window/showMessage") == []
        assert "lone-name" not in shown(wire, program)
        file.write_text("[patterns\n", encoding="utf-8")
        wire.notify("textDocument/didSave", {"textDocument": {"uri": program.as_uri()}})
        await wire.until(lambda: len(wire.sent("window/logMessage")) == 2)
        await wire.until(lambda: "lone-name" in shown(wire, program))


async def test_of_two_folders_each_fault_is_logged_once(tmp_path: Path) -> None:
    programs = [tmp_path / name / "student.py" for name in ("one", "two")]
    async with wired() as wire:
        await wire.initialize(**folder(tmp_path))
        for program in programs:
            program.parent.mkdir()
            (program.parent / "gadfly.toml").write_text("[pattern]\n", encoding="utf-8")
            wire.open(program.as_uri(), PROGRAM)
        for version in (2, 3):
            wire.notify("textDocument/didSave", {"textDocument": {"uri": programs[0].as_uri()}})
            wire.change(programs[0].as_uri(), version, typed(0, 0, "\n"))
            await wire.diagnostics(programs[0].as_uri(), version)
        assert len(wire.sent("window/logMessage")) == 2


async def test_opening_one_more_takes_as_many_steps_however_many_are_open(tmp_path: Path) -> None:
    async with wired() as wire:
        await wire.initialize(**folder(tmp_path))
        steps = [await _steps_to_look_around_beside(wire, tmp_path, number) for number in (4, 64)]
    assert steps[1] < 1.2 * steps[0]


async def _steps_to_look_around_beside(wire: Wire, top: Path, others: int) -> int:
    """Have documents open, each in a folder of its own, and count what is called to see what holds for one more."""
    for number in range(others):
        wire.open((top / f"{others}-{number}" / "student.py").as_uri(), "")
    last = (top / f"{others}-0" / "student.py").as_uri()
    await wire.diagnostics(last, 1)
    return calls_of(lambda: wire.server.programs.configuration.classrooms.look_around(top / str(others) / "new.py"))

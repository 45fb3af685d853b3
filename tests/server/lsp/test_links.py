"""The code of a question links to a page, where the client can follow it: a file, so that it works anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pygls.uris import to_fs_path

from gadfly_analyzers import pages
from helpers.pages import finding_of
from helpers.wire import Wire, wired

URI = "untitled:student.py"
FOLLOWS: list[dict[str, Any]] = [
    {"textDocument": {"publishDiagnostics": {"codeDescriptionSupport": True}}},
    {"textDocument": {"diagnostic": {"codeDescriptionSupport": True}}},
]


async def question(wire: Wire, capabilities: dict[str, Any]) -> dict[str, Any]:
    await wire.initialize(capabilities)
    wire.open(URI, "x = 3\nx\n")
    [found] = await wire.diagnostics(URI, 1)
    return found


@pytest.mark.parametrize("capabilities", FOLLOWS)
async def test_the_link_leads_to_the_page(
    capabilities: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "a folder"))
    async with wired() as wire:
        found = await question(wire, capabilities)
        href = found["codeDescription"]["href"]
        assert href.startswith("file:///")
        path = Path(to_fs_path(href) or "")
        assert path.name == "lone-name.md"
        assert (tmp_path / "a folder") in path.parents
    assert path.read_text("utf-8") == pages.page(finding_of("lone-name"))
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("line", "name"), [("i++", "plus-plus-increments"), ("print(1", "")])
async def test_the_page_of_a_syntax_error_shows_the_belief_behind_that_very_error(
    line: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path))
    async with wired() as wire:
        await wire.initialize(FOLLOWS[0])
        wire.open(URI, f"{line}\n")
        [found] = await wire.diagnostics(URI, 1)
        page = Path(to_fs_path(found["codeDescription"]["href"]) or "")
        place = {"textDocument": {"uri": URI}, "position": found["range"]["start"]}
        hover = await wire.ask("textDocument/hover", place)
    told = finding_of("syntax-place", name)
    assert page.read_text("utf-8") == pages.page(told)
    assert hover["contents"]["value"] == f"{found['message']}\n\n{pages.concept(told)}".strip()


async def test_a_client_that_cannot_follow_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path))
    async with wired() as wire:
        assert "codeDescription" not in await question(wire, {})
    assert list(tmp_path.iterdir()) == []


async def test_where_nothing_can_be_written_there_is_no_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "file"))
    async with wired() as wire:
        assert "codeDescription" not in await question(wire, FOLLOWS[0])
        assert wire.sent("window/logMessage") == []


async def test_an_old_page_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path))
    for _ in range(2):
        async with wired() as wire:
            found = await question(wire, FOLLOWS[0])
            path = Path(to_fs_path(found["codeDescription"]["href"]) or "")
        assert path.read_text("utf-8") == pages.page(finding_of("lone-name"))
        path.write_text("old", encoding="utf-8")

"""Patterns follow the runs: asked about where a failing test came by, gone when the tests pass, steady meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.uris import to_fs_path

from gadfly_analyzers import pages
from helpers.editor import Editor, editing
from helpers.pages import finding_of

SHARED = "def add(item, basket=[]):\n    basket.append(item)\n    return basket\n"
SAME = "\n\ndef same(x):\n    return x is 3\n"
TESTS = "from basket import add\n\ndef test_two():\n    assert add(1) == [1]\n    assert add(2) == [2]\n"
PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
FOLLOWS = {
    "textDocument": {
        "publishDiagnostics": {"codeDescriptionSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
    }
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "basket.py").write_text(SHARED + SAME)
    (folder / "test_basket.py").write_text(TESTS)
    return folder / "basket.py"


def change(editor: Editor, path: Path, line: int, character: int, text: str, until: int | None = None) -> None:
    """Type on a line, and do not save."""
    uri = path.as_uri()
    editor.versions[uri] += 1
    end = types.Position(line, character if until is None else until)
    partial = types.TextDocumentContentChangePartial(types.Range(types.Position(line, character), end), text)
    identifier = types.VersionedTextDocumentIdentifier(editor.versions[uri], uri)
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [partial]))


def shown(editor: Editor, uri: str) -> list[tuple[str, int]]:
    """The codes of the patterns that are asked about, and their lines."""
    found = editor.client.diagnostics.get(uri, ())
    return [(str(each.code), each.range.start.line) for each in found if each.code != "tests"]


async def hover(editor: Editor, uri: str, line: int, character: int) -> Any:
    place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
    return await editor.client.text_document_hover_async(place)


async def test_from_a_failing_run_to_a_passing_one(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent, capabilities=FOLLOWS) as editor:
        uri = editor.open(path)
        await editor.until(lambda: shown(editor, uri) == [("identity-of-literal", 6)])
        assert await hover(editor, uri, 0, 22) is None
        editor.save(path)
        both = [("mutable-default", 0), ("identity-of-literal", 6)]
        await editor.until(lambda: shown(editor, uri) == both)

        found = next(each for each in editor.client.diagnostics[uri] if each.code == "mutable-default")
        assert found.severity == types.DiagnosticSeverity.Information
        assert found.code_description is not None
        page = Path(to_fs_path(found.code_description.href) or "")
        assert page.read_text("utf-8") == pages.page(finding_of("mutable-default"))
        told = await hover(editor, uri, 0, 22)
        assert told.contents.value == f"{found.message}\n\n{pages.concept(finding_of('mutable-default'))}"
        assert "Think it through" in [action.title for action in await editor.actions(uri, 0)]

        change(editor, path, 0, 0, "import math\n\n")
        await editor.until(lambda: shown(editor, uri) == [("mutable-default", 2), ("identity-of-literal", 8)])
        change(editor, path, 3, 4, "x = 1\n    ")
        await editor.until(lambda: shown(editor, uri) == [("mutable-default", 2), ("identity-of-literal", 9)])
        change(editor, path, 2, 8, "goods", until=12)
        await editor.until(lambda: shown(editor, uri) == [("identity-of-literal", 9)])
        change(editor, path, 2, 8, "item", until=13)
        await editor.until(lambda: ("mutable-default", 2) in shown(editor, uri))

        mended = "def add(item, basket=[]):\n    return [item]\n" + SAME
        editor.write(path, mended)
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        await editor.until(lambda: shown(editor, uri) == [("identity-of-literal", 5)])
        assert await hover(editor, uri, 0, 22) is None


async def test_a_comment_and_a_save_that_runs_nothing_leave_the_question(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: ("mutable-default", 0) in shown(editor, uri))
        editor.write(path, "# mine\n" + (SHARED + SAME).replace("[]):", "[]):  # empty"))
        await editor.command("gadfly.run", uri)
        await editor.until(lambda: shown(editor, uri) == [("mutable-default", 1), ("identity-of-literal", 7)])


async def test_a_client_that_pulls_is_told_when_a_run_changed_what_is_asked(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent, capabilities=PULLS) as editor:
        uri = editor.open(path)

        async def codes() -> list[str]:
            asked = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            report = await editor.client.text_document_diagnostic_async(asked)
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return [str(item.code) for item in report.items]

        assert await codes() == ["identity-of-literal"]
        editor.save(path)
        await editor.ended(uri)
        await editor.until(lambda: editor.client.diagnostic_refresh_count)
        assert await codes() == ["mutable-default", "identity-of-literal", "tests"]
        refreshed = editor.client.diagnostic_refresh_count
        (path.parent / "test_basket.py").write_text("import nowhere\n")
        editor.save(path)
        await editor.until(lambda: editor.view(uri)["status"] == "problem")
        await editor.until(lambda: editor.client.diagnostic_refresh_count > refreshed)
        assert await codes() == ["identity-of-literal"]


@pytest.mark.parametrize("case", ["no tests", "no trust", "the tests do not load"])
async def test_where_no_test_ran_only_what_is_certain(path: Path, tmp_path: Path, case: str) -> None:
    if case == "no tests":
        (path.parent / "test_basket.py").unlink()
    elif case == "the tests do not load":
        (path.parent / "test_basket.py").write_text("import nowhere\n")
    trust = {"trusted": case != "no trust"}
    async with editing(tmp_path / "state", path.parent, options=trust) as editor:
        uri = editor.open(path)
        await editor.command("gadfly.run", uri)
        assert editor.view(uri)["status"] in ("problem", "untrusted")
        change(editor, path, 0, 0, "\n")
        await editor.until(lambda: shown(editor, uri) == [("identity-of-literal", 7)])


async def test_a_program_that_does_not_load_is_asked_about_where_it_went(path: Path, tmp_path: Path) -> None:
    path.write_text("rows = [[0] * 2] * 3\nrows[9]\n\n\n" + SHARED)
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: ("shared-rows", 0) in shown(editor, uri))
        assert "mutable-default" not in editor.codes(uri)


async def test_each_file_goes_by_its_own_tests(path: Path, tmp_path: Path) -> None:
    other = path.with_name("box.py")
    other.write_text("def add(item, basket=[]):\n    return [item]\n")
    path.with_name("test_box.py").write_text("from box import add\n\ndef test_it():\n    assert add(1) == [1]\n")
    async with editing(tmp_path / "state", path.parent) as editor:
        for each in (path, other):
            editor.open(each)
            editor.save(each)
        await editor.until(lambda: ("mutable-default", 0) in shown(editor, path.as_uri()))
        await editor.until(lambda: editor.view(other.as_uri())["status"] == "passing")
        assert shown(editor, other.as_uri()) == []

"""Programs at odd places: whatever an address names, what is said is true, and the server goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from helpers.editor import Editor, editing

PROGRAM = "def work(n):\n    return n + 1\n"
TEST = "from program import work\n\n\ndef test_it():\n    assert work(2) == 4\n"
DISAGREES = "1 test disagrees with `work`"
NAMES = (
    "a b",
    "100%",
    "%20",
    "#1",
    "what?",
    "ünïcödé",
    "e\u0301",
    "日本語",
    "😀",
    "$HOME",
    "~",
    "-x",
    "[a]*",
    "a\nb",
    "…",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


def write(folder: Path) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "test_program.py").write_text(TEST, "utf-8")
    (folder / "program.py").write_text(PROGRAM, "utf-8")
    return folder / "program.py"


def show(editor: Editor, uri: str) -> str:
    """Open a text at any address, as an editor does."""
    item = types.TextDocumentItem(uri, "python", 1, PROGRAM)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return uri


async def said(editor: Editor, uri: str) -> tuple[str, str]:
    """Run a program; give the headline and what kept the tests from running."""
    await editor.command("gadfly.run", uri)
    view = editor.view(uri)
    return view["headline"], view.get("message", "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such names")
async def test_a_folder_may_have_any_name(folder: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", folder) as editor:
        for name in NAMES:
            uri = editor.open(write(folder / name))
            assert await said(editor, uri) == (DISAGREES, ""), name
        assert editor.client.log_messages == []


async def test_files_go_and_come_while_they_are_open(folder: Path, tmp_path: Path) -> None:
    gone = ("`program.py` cannot be read", "`program.py` cannot be read: No such file or directory.")
    path = write(folder / "first")
    async with editing(tmp_path / "state", folder) as editor:
        uri = editor.open(path)
        assert await said(editor, uri) == (DISAGREES, "")
        path.rename(path.with_name("other.py"))
        assert await said(editor, uri) == gone
        editor.save(path)
        path.with_name("other.py").rename(path)
        assert await said(editor, uri) == (DISAGREES, "")
        path.parent.rename(folder / "second")
        assert await said(editor, uri) == gone
        moved = editor.open(folder / "second" / "program.py")
        assert await said(editor, moved) == (DISAGREES, "")
        (folder / "second" / "test_program.py").unlink()
        headline, message = await said(editor, moved)
        assert headline == "No tests for `program.py` yet"
        assert message.startswith("There are no tests")
        assert editor.client.log_messages == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
async def test_what_is_no_file_is_not_read(folder: Path, tmp_path: Path) -> None:
    kinds: dict[str, tuple[Callable[[Path], None], str]] = {
        "pipe": (os.mkfifo, "it is not a file"),
        "device": (lambda path: path.symlink_to("/dev/zero"), "it is not a file"),
        "folder": (Path.mkdir, "it is a folder"),
        "circle": (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
    }
    async with editing(tmp_path / "state", folder) as editor:
        for kind, (make, reason) in kinds.items():
            path = write(folder / kind)
            path.unlink()
            make(path)
            uri = show(editor, path.as_uri())
            message = f"`program.py` cannot be read: {reason}."
            assert await said(editor, uri) == ("`program.py` cannot be read", message), kind
            path.with_name("test_program.py").unlink()
            make(path.with_name("test_program.py"))
            await said(editor, uri)
        assert editor.client.log_messages == []


NOWHERE = (
    "file:///c%3A/Users/ada/program.py",
    "file:///C:/Users/ada/program.py",
    "file://server/share/program.py",
    "file:program.py",
    "file:///nowhere/%ZZ.py",
    f"file:///nowhere/{'x' * 1_000}.py",
    "file:///nowhere/program.py?query#fragment",
)
NO_FILES = (
    *("untitled:Untitled-1", "vscode-notebook-cell:/nowhere/a.ipynb#W0", "git:/nowhere/program.py?%7B%7D", "file:", ""),
    *("https://example.com/program.py", "vscode-remote://ssh/program.py", "file:///nowhere/%00.py", "a:b:c"),
    f"file:///{'d/' * 3_000}program.py",
)


async def test_an_address_that_leads_nowhere_is_told_of(folder: Path, tmp_path: Path) -> None:
    here = write(folder)
    async with editing(tmp_path / "state", folder) as editor:
        for uri in NOWHERE:
            headline, message = await said(editor, show(editor, uri))
            assert headline.endswith("cannot be read"), uri
            assert "cannot be read: " in message
        for uri in NO_FILES:
            show(editor, uri)
            assert await editor.request("gadfly/dialogue", {"uri": uri}) is None
        assert await said(editor, editor.open(here)) == (DISAGREES, "")
        assert editor.client.log_messages == []


async def test_who_asks_about_no_program_is_told_what_to_do(folder: Path, tmp_path: Path) -> None:
    tests = write(folder).with_name("test_program.py")
    async with editing(tmp_path / "state", folder) as editor:
        for uri, words in (("untitled:Untitled-1", "Please save this one first."), (editor.open(tests), "holds tests")):
            show(editor, uri)
            with pytest.raises(JsonRpcException, match=words):
                await editor.command("gadfly.think", uri)

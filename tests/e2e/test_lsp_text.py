"""What is said of a run is true of the text that was run, though the student types on."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from helpers.editor import Editor, editing, plain

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "average"
IMPORTS = "import math\nimport os\nimport sys\n"
WATCHES = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "average")) / "average.py"


def type_in(editor: Editor, path: Path, text: str, line: int = 0, character: int = 0) -> None:
    """Type something at a place, by default the very start, and do not save it."""
    uri = path.as_uri()
    editor.versions[uri] += 1
    start = types.Range(types.Position(line, character), types.Position(line, character))
    change = types.TextDocumentContentChangePartial(start, text)
    identifier = types.VersionedTextDocumentIdentifier(editor.versions[uri], uri)
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))


async def speaks_of_the_disk(editor: Editor, path: Path) -> None:
    """The question about the loop names its line and shows it as they are on disk."""
    view = await editor.answer(path.as_uri(), "3")
    assert "line 4" in view["question"]["text"]
    assert view["question"]["snippet"]["firstLine"] == 4
    assert view["question"]["snippet"]["text"].startswith("    for i in range(1, ")
    assert view["question"]["range"]["start"] == {"line": 3, "character": 4}
    view = await editor.answer(path.as_uri(), "2")
    assert "You said 2. In the run it was 1." in view["turns"][-2]["text"]
    places = [line for line in path.read_text("utf-8").split("\n") if "for i" in line]
    assert len(places) == 1


async def test_a_run_of_unsaved_text_speaks_of_the_text_on_disk(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        type_in(editor, path, IMPORTS)
        await editor.command("gadfly.run", uri)
        await speaks_of_the_disk(editor, path)


async def test_a_keystroke_right_behind_a_save_changes_nothing_in_what_is_said(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        editor.save(path)
        type_in(editor, path, IMPORTS)
        await editor.until(lambda: editor.view(uri)["status"] == "failing")
        await speaks_of_the_disk(editor, path)
        path.write_text(IMPORTS + path.read_text("utf-8"), "utf-8")
        editor.save(path)  # what was typed is new to the run, though it was there when the first one began
        await editor.until(lambda: editor.view(uri)["turns"][-1]["text"].count("line 7"))


async def test_the_headline_moves_with_its_function_and_goes_with_it(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        type_in(editor, path, IMPORTS)
        await editor.command("gadfly.run", uri)

        def lines() -> list[int]:
            return [each.range.start.line for each in editor.client.diagnostics.get(uri, ()) if each.code == "tests"]

        await editor.until(lambda: lines() == [3])
        type_in(editor, path, "\n")
        await editor.until(lambda: lines() == [4])
        type_in(editor, path, "a_better_", line=4, character=4)
        await editor.until(lambda: lines() == [])
        assert await editor.lenses(uri) == []


@pytest.mark.parametrize("way", ["watched", "saved"])
async def test_a_mend_in_an_imported_file_counts(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "shapes.py").write_text("def area(w, h):\n    return w + h\n")
    (folder / "room.py").write_text("from shapes import area\n\ndef cost(w, h):\n    return area(w, h) * 10\n")
    (folder / "test_room.py").write_text("from room import cost\n\ndef test_it():\n    assert cost(3, 4) == 120\n")
    async with editing(tmp_path / "state", folder, capabilities=WATCHES) as editor:
        uri = editor.open(folder / "room.py")
        editor.save(folder / "room.py")
        await editor.until(lambda: editor.view(uri)["status"] == "failing")
        mended = "def area(w, h):\n    return w * h\n"
        if way == "saved":
            editor.open(folder / "shapes.py")
            editor.write(folder / "shapes.py", mended)
        else:
            (folder / "shapes.py").write_text(mended)
            event = types.FileEvent((folder / "shapes.py").as_uri(), types.FileChangeType.Changed)
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: editor.view(uri)["status"] == "passing")


async def test_an_answer_waits_for_the_run_of_the_newest_save(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program waits for a file at its start, so that the order of things is the test's to choose."""
    monkeypatch.setenv("GADFLY_WITHOUT", "files,bubblewrap,landlock")  # a run sees no file that is not its own
    gate = tmp_path / "gate"
    slow = f"import os, time\nwhile not os.path.exists({str(gate)!r}):\n    time.sleep(0.01)\n"
    text = path.read_text("utf-8")
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri)["status"] == "failing")
        question = editor.view(uri)["question"]["id"]
        editor.write(path, slow + text)
        await editor.until(lambda: editor.view(uri)["status"] == "running")
        params = {"uri": uri, "question": question, "answer": "3"}
        answering: asyncio.Future[Any] = asyncio.ensure_future(editor.request("gadfly/answer", params))
        await editor.request("gadfly/dialogue", {"uri": uri})  # the answer is being heard
        editor.write(path, slow + "x = 1\n" + text)
        await editor.request("gadfly/dialogue", {"uri": uri})
        assert not answering.done()
        gate.write_text("")
        view = plain(await answering)
        assert view["status"] == "failing"
        assert "line 8" in view["turns"][-1]["text"]

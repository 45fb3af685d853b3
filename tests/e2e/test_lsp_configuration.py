"""Settings of any kind and size, over a real server: each run ends as usual, or in a sentence that says why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from helpers.editor import Editor, editing

PROGRAM = "def work(n):\n    return n + 1\n"
TEST = "from program import work\n\n\ndef test_it():\n    assert work(2) == 4\n"
LONG = "x" * 1_000_000
NEST: Any = None
for _ in range(300):
    NEST = {"a": NEST}
# What keeps tests from running, and a part of what is said then.
TOLD: tuple[tuple[dict[str, Any], str], ...] = (
    ({"python.interpreter": LONG}, "There is no Python at `xxx"),
    ({"python.interpreter": "~nobody-here/x"}, "There is no Python at `~nobody-here/x`"),
    ({"python": {"interpreter": "\ud83d"}}, "There is no Python at"),
    ({"tests.glob": LONG}, "No file matches `xxx"),
    ({"tests": {"glob": "/**/nothing-is-named-so.py"}}, "No file matches `/**/nothing-is-named-so.py`"),
    ({"tests.glob": "a\0b"}, "No file matches"),
)
# What is too odd to hold.
ODD: tuple[Any, ...] = (
    *({f"limits.{key}": value} for key in ("testSeconds", "wallSeconds") for value in (10**400, 1e308, 1e-320, -1)),
    *({"limits": {"memoryMegabytes": value}} for value in (10**400, 10**40, 1, "much")),
    {"limits": None, "memory": [], "run": {"onSave": {}}, "language": NEST, "patterns": {"disabled": [None, [], LONG]}},
    {"python": NEST, "tests": {"glob": [None]}, "models": NEST, "": None, "trusted": False},
    NEST,
    [NEST],
    LONG,
)


def configure(editor: Editor, settings: Any) -> None:
    params = types.DidChangeConfigurationParams(settings={"gadfly": settings})
    editor.client.workspace_did_change_configuration(params)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "test_program.py").write_text(TEST, "utf-8")
    path = tmp_path / "work" / "program.py"
    path.write_text(PROGRAM, "utf-8")
    return path


async def test_each_odd_setting_is_told_of_or_left_out(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent, capabilities={"workspace": {"configuration": False}}) as editor:
        uri = editor.open(path)
        for settings, words in TOLD:
            configure(editor, settings)
            await editor.command("gadfly.run", uri)
            view = editor.view(uri)
            assert view["status"] == "problem", settings
            assert words in view["message"]
            assert len(view["message"]) < 300
        for settings in ODD:
            configure(editor, {})
            configure(editor, settings)
            await editor.command("gadfly.run", uri)
            view = editor.view(uri)
            assert (view["status"], view["headline"]) == ("failing", "1 test disagrees with `work`"), settings
        assert editor.client.log_messages == []


async def test_after_hundreds_of_them_among_edits_and_saves_the_last_holds(path: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", path.parent, capabilities={"workspace": {"configuration": False}}) as editor:
        uri = editor.open(path)
        for turn in range(300):
            settings, _ = TOLD[turn % len(TOLD)]
            configure(editor, ODD[turn % len(ODD)] if turn % 2 else settings)
            if not turn % 10:
                editor.write(path, PROGRAM.replace("1", str(turn)))
        configure(editor, {"language": "de"})
        editor.write(path, PROGRAM.replace("1", "2"))
        await editor.until(lambda: (editor.view(uri)["status"], editor.view(uri).get("language")) == ("passing", "de"))
        assert editor.client.log_messages == []

"""The same story in a real Neovim, with nothing of ours in it but the server's command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
EXAMPLE = HERE.parent.parent / "examples" / "average"
NEOVIM = shutil.which("nvim")


@pytest.fixture
def seen(tmp_path: Path) -> dict[str, Any]:
    """What Neovim showed."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "average"))
    environment = {
        **os.environ,
        "GADFLY_PYTHON": sys.executable,
        "GADFLY_FILE": str(folder / "average.py"),
        "GADFLY_PAGE": str(HERE.parent.parent / "docs" / "protocol.md"),
        "GADFLY_OUT": str(tmp_path / "seen.json"),
        "GADFLY_STATE": str(tmp_path / "state"),
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path),
    }
    script = HERE / "neovim" / "story.lua"
    command = [str(NEOVIM), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    shown: dict[str, Any] = json.loads((tmp_path / "seen.json").read_text("utf-8"))
    assert "problem" not in shown, (shown, done.stderr)
    assert shown["edits"] == []
    return shown


@pytest.mark.skipif(NEOVIM is None, reason="needs Neovim (make system)")
def test_the_story_in_neovim(seen: dict[str, Any]) -> None:
    assert seen["headline"] == "2 tests disagree with `average`"
    assert any("Think it through" in title for title in seen["selections"])
    first, second, third = seen["questions"]
    assert first["text"] == "What should `average([2, 4])` give?"
    assert "3" in first["choices"]
    assert second["text"].endswith("How many times does the body of the loop on line 4 run for `[2, 4]`?")
    assert second["choices"] == ["0", "1", "2", "3"]
    assert "You said 2. In the run it was 1." in third["text"]
    assert "range(1, " in seen["before"]
    supposed, last = seen["messages"]
    assert supposed == "Each time right after line 3 runs, `total` is `0`. Yes. In the run it was `0`."
    assert "Say it with a name, a line and a value" in seen["notified"]
    assert "| 2 | 3 | `total = 0` |  | `numbers = [2, 4]` |" in seen["run"]
    assert last.startswith("All 3 tests agree with `average`")

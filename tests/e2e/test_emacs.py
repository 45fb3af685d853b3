"""The same story in a real Emacs with eglot, set up as docs/protocol.md says."""

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
EMACS = shutil.which("emacs")


@pytest.fixture
def seen(tmp_path: Path) -> dict[str, Any]:
    """What Emacs showed."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "average"))
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "HOME": str(tmp_path),
        "GADFLY_FILE": str(folder / "average.py"),
        "GADFLY_PAGE": str(HERE.parent.parent / "docs" / "protocol.md"),
        "GADFLY_OUT": str(tmp_path / "seen.json"),
        "GADFLY_STATE": str(tmp_path / "state"),
    }
    command = [str(EMACS), "--batch", "--load", str(HERE / "emacs" / "story.el")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    shown: dict[str, Any] = json.loads((tmp_path / "seen.json").read_text("utf-8"))
    assert "problem" not in shown, (shown, done.stderr)
    assert shown["edits"] == 0
    return shown


@pytest.mark.skipif(EMACS is None, reason="needs Emacs (make system)")
def test_the_story_in_emacs(seen: dict[str, Any]) -> None:
    assert seen["headline"] == "gadfly [tests]: 2 tests disagree with `average`"
    assert any("Think it through" in title for title in seen["actions"])
    first, second, third = seen["questions"]
    assert first["text"] == "What should `average([2, 4])` give?"
    assert "3" in first["choices"]
    assert second["text"].endswith("How many times does the body of the loop on line 4 run for `[2, 4]`?")
    assert second["choices"] == ["0", "1", "2", "3"]
    assert "You said 2. In the run it was 1." in third["text"]
    assert "range(1, " in seen["before"]
    assert "All 3 tests agree with `average`" in seen["last"]

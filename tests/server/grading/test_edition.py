"""Results are kept by the edition of the grader that worked them out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import gadfly_analyzers
import gadfly_server

ASKED = "from gadfly_server.grading.edition import edition; print(edition())"


def edition_in(place: Path) -> str:
    command = [sys.executable, "-c", ASKED]
    around = {**os.environ, "PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=place, env=around, capture_output=True, text=True, check=True).stdout


def test_an_edition_is_another_one_if_any_code_is(tmp_path: Path) -> None:
    for package in (gadfly_analyzers, gadfly_server):
        room = Path(package.__file__ or "").parent
        shutil.copytree(room, tmp_path / room.name, ignore=shutil.ignore_patterns("__pycache__"))
    usual = edition_in(tmp_path)
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}, code " in usual
    judge = tmp_path / "gadfly_analyzers" / "leaks" / "verdict.py"
    text = judge.read_bytes()
    judge.write_bytes(text.replace(b"\n", b"\r\n"))
    assert edition_in(tmp_path) == usual
    judge.write_bytes(text + b"# Stricter.\n")
    assert edition_in(tmp_path) != usual

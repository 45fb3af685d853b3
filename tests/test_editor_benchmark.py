"""The benchmark of typing shows all servers side by side, at all lengths of a program."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

import editor
import environments


def row(server: str, lines: int, **medians: float) -> dict[str, Any]:
    metrics = {name.replace("_", " "): {"median": value} for name, value in medians.items()}
    return {"server": server, "lines": lines, "metrics": metrics}


def test_every_server_has_a_row_and_what_it_did_not_do_in_its_time_is_a_dash() -> None:
    told = editor.beside(
        [
            row("gadfly", 50, keystroke_ms=1.25),
            row("gadfly", 500, keystroke_ms=1.5, first_publish_ms=600.0, RSS_idle_MiB=43.0),
            row("gadfly", 5_000, keystroke_ms=2.0, burst_settled_ms=40.0),
            row("gadfly", 20_000, keystroke_ms=5.0),
            row("slow", 500, keystroke_ms=1000.0),
        ]
    )
    assert told.splitlines()[-2:] == [
        "| gadfly | 1.25 | 1.50 | 2.00 | 5.00 | 40.0 | 600 | 43.0 |",
        "| slow | – | 1,000 | – | – | – | – | – |",
    ]


def test_it_is_measured_from_50_to_20000_lines_beside_the_servers_that_can_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "QUICK", False)
    monkeypatch.setattr(environments, "environment", lambda place, wanted: tmp_path / "bin" / "python")
    words = editor.command(tmp_path / "raw.json")
    assert words[words.index("--lines") + 1] == "50,500,5000,20000"
    named = [after.partition("=")[0] for word, after in itertools.pairwise(words) if word == "--server"]
    assert named == ["gadfly", "ruff", "pylsp", "jedi-ls", "basedpyright"]
    assert f"basedpyright={tmp_path}/bin/basedpyright-langserver --stdio" in words


def test_servers_that_cannot_be_had_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "QUICK", False)
    monkeypatch.setattr(environments, "environment", lambda place, wanted: None)
    assert editor.command(tmp_path / "raw.json").count("--server") == 3

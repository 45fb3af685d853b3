"""Whatever a settings file or a client says, a run gets limits in which something can run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.limits import MEBIBYTE, Limits
from gadfly_server.settings import Models, Settings, models_from, settings_from

ODD: tuple[Any, ...] = (10**400, 1e308, float("inf"), float("nan"), 1e-320, -1, 0, True, None, "5", [], {})
MANIFEST = Path(__file__).parents[2] / "package.json"


@pytest.mark.parametrize("key", ["seconds", "testSeconds", "memoryMegabytes"])
@pytest.mark.parametrize("value", ODD, ids=lambda value: repr(value)[:9])
def test_no_number_is_too_odd_for_a_run(key: str, value: object) -> None:
    limits = settings_from({key: value}).limits
    assert 0.5 <= limits.wall_seconds <= 300
    assert 0.1 <= limits.test_seconds <= 60
    assert 64 * MEBIBYTE <= limits.memory_bytes < 2**40
    assert models_from({"seconds": value}).seconds <= 86_400


def test_bounds_are_those_that_an_editor_is_told() -> None:
    known = {key: each for part in _parts() for key, each in part["properties"].items()}
    wall, test, memory = (known[f"gadfly.limits.{each}"] for each in ("wallSeconds", "testSeconds", "memoryMegabytes"))
    least = Settings(seconds=1e-9, test_seconds=1e-9, memory_megabytes=1).limits
    most = Settings(seconds=1e9, test_seconds=1e9, memory_megabytes=10**9).limits
    assert (least.wall_seconds, most.wall_seconds) == (wall["minimum"], wall["maximum"])
    assert (least.test_seconds, most.test_seconds) == (test["minimum"], test["maximum"])
    assert (least.memory_bytes, most.memory_bytes) == (memory["minimum"] * MEBIBYTE, memory["maximum"] * MEBIBYTE)


def test_who_allows_a_run_more_time_allows_it_to_compute_for_that_time() -> None:
    assert Settings().limits == Limits()
    assert Settings(seconds=42.5).limits.cpu_seconds == 43


def test_models_keep_what_is_usual_where_a_number_cannot_be() -> None:
    assert models_from({"seconds": 10**400}).seconds == Models().seconds
    assert models_from({"seconds": 3}).seconds == 3


def _parts() -> list[dict[str, Any]]:
    told = json.loads(MANIFEST.read_text("utf-8"))["contributes"]["configuration"]
    return told if isinstance(told, list) else [told]

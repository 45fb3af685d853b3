"""The check of what Gadfly takes: it fails where something got worse, and not where the machine was busy."""

from __future__ import annotations

import select
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import budget
from budgeting import typing
from budgeting.ratio import Measure, Ratio

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads what Linux tells")
SLOW = """
from gadfly_analyzers import check
from gadfly_server.lsp.serve import main
check._steps_since = lambda source, serial: ()
main(["--stdio"])
"""


def measure(*values: float) -> Measure:
    """A measure that gives these values, one at each call, and the last one ever after."""
    left = list(values)

    def measured() -> Iterator[Ratio]:
        yield Ratio("typing", left.pop(0) if len(left) > 1 else left[0], 1.0, "ms", "nothing")

    return measured


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ([2.0], 0),
        ([2.39], 0),
        ([2.41], 1),
        ([9.0, 2.41, 2.5, 2.39], 0),
        ([9.0, 2.41, 2.5, 2.42, 2.0], 1),
        ([0.1], 0),
    ],
    ids=["as ever", "a little worse", "worse", "worse three times", "worse four times", "better"],
)
def test_a_ratio_may_be_a_fifth_worse_in_the_best_of_four(
    values: Sequence[float],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    committed = tmp_path / "budget.toml"
    committed.write_text(budget.told([Ratio("typing", 2.0, 1.0, "ms", "nothing")]), "utf-8")
    monkeypatch.setattr(budget, "MEASURES", {"typing": measure(*values)})
    monkeypatch.setattr(budget, "PAUSE", 0.0)
    assert budget.main(["--budget", str(committed)]) == code
    assert ("Over budget: typing" in capsys.readouterr().out) == bool(code)


def test_a_measure_that_fails_is_taken_again_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    left = [True, True, True, False]

    def measured() -> Iterator[Ratio]:
        if left.pop(0):
            raise TimeoutError("nothing came")
        yield Ratio("typing", 1.0, 1.0, "ms", "nothing")

    monkeypatch.setattr(budget, "PAUSE", 0.0)
    assert [each.value for each in budget.held(measured, {})] == [1.0]
    left[:] = [True] * 4
    with pytest.raises(TimeoutError):
        budget.held(measured, {})


def test_what_is_written_is_what_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed = tmp_path / "budget.toml"
    monkeypatch.setattr(budget, "MEASURES", {"typing": measure(3.0, 9.0, 2.0)})
    assert budget.main(["--write", "--budget", str(committed)]) == 0
    assert budget.read(committed) == {"typing": 3.0}


def test_all_ratios_are_drawn_beside_what_they_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[dict[str, Any]] = []

    def chart(image: Path | None, title: str, told: dict[str, Any]) -> str:
        drawn.append(told)
        return f"![{title}]({image})"

    monkeypatch.setattr(budget, "chart", chart)
    found = [Ratio("typing", 3.0, 2.0, "ms", "nothing"), Ratio("new", 1.0, 4.0, "ms", "nothing")]
    assert str(tmp_path / "floors.svg") in budget.drawn(found, {"typing": 2.0}, tmp_path / "floors.svg")
    assert drawn[0]["series"] == {
        "what Gadfly takes": [("typing", 1.5), ("new", 0.25)],
        "at most": [("typing", 2.4), ("new", 0.0)],
    }


def test_a_noisy_measure_among_three_does_not_hide_what_gets_slower_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed = tmp_path / "budget.toml"
    monkeypatch.setattr(budget, "MEASURES", {"typing": measure(2.0, 2.9, 2.1)})
    monkeypatch.setattr(budget, "PAUSE", 0.0)
    budget.main(["--write", "--budget", str(committed)])
    monkeypatch.setattr(budget, "MEASURES", {"typing": measure(2.0 * 1.3)})
    assert budget.main(["--budget", str(committed)]) == 1


def test_a_server_that_reads_the_whole_program_at_every_keystroke_is_over_its_budget(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(typing, "GADFLY", (sys.executable, "-I", "-c", SLOW))
    monkeypatch.setattr(typing, "ROUNDS", {5_000: 3})
    monkeypatch.setattr(budget, "AGAIN", 0)
    assert budget.main(["--only", "at 5,000 lines"]) == 1
    assert "Over budget: keystroke at 5,000 lines, of ruff" in capsys.readouterr().out


def test_a_pause_between_keystrokes_costs_nothing_that_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    class Busy(typing.Bare):
        """Another program that takes the processor for longer than our server waits before it reads all again."""

        def type(self, line: int, column: int, end: int, typed: str) -> None:
            super().type(line, column, end, typed)
            select.select([], [], [], 1.3)

    monkeypatch.setattr(typing, "KEYS", 2)
    monkeypatch.setattr(typing, "ROUNDS", {20_000: 2})
    quick, _ = typing.at(20_000)
    monkeypatch.setattr(typing, "Bare", Busy)
    slow, _ = typing.at(20_000)
    assert slow.ours < 100 + 3 * quick.ours  # to read 20,000 lines takes half a second


def test_every_measure_has_a_budget() -> None:
    budgeted = {name.rpartition(", ")[0] or name for name in budget.read(budget.BUDGET)}
    assert {name for name in budget.MEASURES if name.startswith("keystroke")} < budgeted
    assert len(budgeted) == len(budget.MEASURES) + 1  # memory comes with the start

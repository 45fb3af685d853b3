"""How the benchmark of grading at scale counts."""

from __future__ import annotations

import pytest

from scaling.programs import programs
from scaling.simulation import Measured, simulate


def test_few_workers_are_always_busy_and_many_wait_for_who_hands_out() -> None:
    measured = Measured([0.1], scheduler=0.001, client=0.0005)
    few, many = simulate(5_000, 10, measured), simulate(5_000, 1_000, measured)
    assert few.seconds == pytest.approx(5_000 * 0.1 / 10, rel=0.02)
    assert few.workers > 0.98
    assert many.seconds == pytest.approx(5_000 * 0.001, rel=0.05)
    assert many.scheduler > 0.95


def test_what_dies_with_a_worker_is_done_again() -> None:
    measured = Measured([1.0], scheduler=0.0, client=0.0)
    told = simulate(2_000, 10, measured, deaths_per_hour=360.0)
    assert told.again == pytest.approx(2_000 * 0.095, rel=0.3)
    assert told.seconds == pytest.approx((2_000 + told.again) / 10, rel=0.05)
    assert simulate(2_000, 10, measured).again == 0


def test_every_program_differs_and_has_its_fault_where_its_repair_says() -> None:
    made = list(programs(10))
    assert len({each.program for each in made}) == 10
    for each in made:
        before, after = each.program.splitlines(), each.repairs[0].splitlines()
        assert sum(a != b for a, b in zip(before, after, strict=True)) == 1

"""No count tells of fewer than five students, neither alone nor taken from another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gadfly_server.report.counting import Count, K, beside, counted, period, quartiles


def possible(shown: Count, of: int) -> set[int]:
    """What a reader who knows the rules and the size of the group can take the true count for."""
    return {n for n in range(of + 1) if counted(n, of) == shown}


@given(of=st.integers(0, 60), data=st.data())
def test_neither_a_few_nor_all_but_a_few_can_be_told(of: int, data: st.DataObject) -> None:
    students = data.draw(st.integers(0, of))
    left = possible(counted(students, of), of)
    assert students in left
    if students < K:
        assert set(range(min(K, of + 1))) <= left
    if of - students < K <= students:
        assert {n for n in range(of + 1) if of - n < K <= n} <= left


@given(everybody=st.integers(K, 40), data=st.data())
def test_a_count_within_a_group_tells_no_more_of_the_group_than_is_known(everybody: int, data: st.DataObject) -> None:
    """Two assignments that all but a few worked on look the same from within, too."""
    size, other = (data.draw(st.integers(max(K, everybody - K + 1), everybody)) for _ in range(2))
    students = data.draw(st.integers(0, min(size, other)))
    inner = [counted(students, counted(each, everybody).known) for each in (size, other)]
    assert inner[0] == inner[1]


@pytest.mark.parametrize(
    ("students", "of", "text"),
    [
        (0, 30, "under 5"),
        (4, 30, "under 5"),
        (5, 30, "5"),
        (25, 30, "25"),
        (26, 30, "26+"),
        (30, 30, "26+"),
        (5, 6, "5+"),
    ],
)
def test_for_people(students: int, of: int, text: str) -> None:
    assert counted(students, of).text == text


def test_quartiles_of_few_are_hidden_and_no_end_is_shown() -> None:
    assert quartiles([1, 2, 3, 4]) is None
    assert quartiles([1, 2, 3, 4, 100]) == (2, 3, 4)


def test_the_days_are_of_five() -> None:
    days = [(f"2026-03-{n:02}", f"2026-04-{n:02}") for n in range(1, 8)]
    assert period(days) == ("2026-03-05", "2026-04-03")
    assert period([("0001-01-01", "9999-12-31"), *days]) == ("2026-03-04", "2026-04-04")


@pytest.mark.parametrize("everybody", [14, 18])
def test_what_is_told_of_an_assignment_leaves_no_few_to_be_found(everybody: int) -> None:
    """All classes of a size, by what a report shows of them: none shows how many a few are.

    In groups of up to eight, of which five are told of, the others are fewer than five in any case.
    """
    told: dict[tuple[Count, Count, Count], set[tuple[int, int, int]]] = {}
    for size in range(K, everybody + 1):
        known = counted(size, everybody)
        for solved in range(size + 1):
            shown = counted(solved, known.known)
            for arrived in range(size + 1):
                row = known, shown, beside(counted(arrived, known.known), shown)
                told.setdefault(row, set()).add((size, solved, arrived))
    for row, classes in told.items():
        if all(count.students is None or count.known >= 2 * K - 1 for count in row):
            for few in (
                {everybody - size for size, _, _ in classes},
                {size - solved for size, solved, _ in classes},
                {abs(arrived - solved) for _, solved, arrived in classes},
                {solved for _, solved, _ in classes},
                {arrived for _, _, arrived in classes},
            ):
                assert max(few) >= K or len(few) >= K

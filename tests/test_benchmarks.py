"""How the benchmark of localization counts."""

from __future__ import annotations

import json
from itertools import pairwise, permutations
from pathlib import Path

import pytest

from gadfly_analyzers.attempts.hunks import Hunk, hunks_of
from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.localize.suspects import Suspect
from localize import anytime, formulas, looking, peers, tables
from localize.programs import ROOT, Program, programs_of, sets_in, spread
from localize.ranks import Keys, rank
from localize.records import FIRST, SHARPENED, Claim, Mutation, Record, Shown, changes, save

# -- ranks ---------------------------------------------------------------------------------------------------------


def by_trying(keys: Keys, faulty: set[int]) -> tuple[list[float], float]:
    """The same by looking at every order that the keys allow."""
    orders = [
        order
        for order in permutations(range(len(keys)))
        if all(keys[one] >= keys[other] for one, other in pairwise(order))
    ]
    ranks = [1 + min(order.index(number) for number in faulty) for order in orders]
    return [sum(one <= k for one in ranks) / len(ranks) for k in (1, 3, 5)], sum(ranks) / len(ranks)


@pytest.mark.parametrize(
    ("keys", "faulty"),
    [
        ([3, 2, 1], {0}),
        ([3, 2, 1], {2}),
        ([1, 1, 1, 1], {2}),
        ([1, 1, 1, 1], {0, 3}),
        ([2, 1, 1, 1, 0], {1, 4}),
        ([2, 2, 1, 1, 1, 1], {5}),
        ([0, 0, 0, 0, 0, 1], {0, 1, 2}),
        ([1], {0}),
    ],
)
def test_a_rank_is_the_mean_over_all_orders_of_what_is_tied(keys: Keys, faulty: set[int]) -> None:
    counted = rank(keys, faulty)
    top, expected = by_trying(keys, faulty)
    assert counted.top == pytest.approx(top)
    assert counted.expected == pytest.approx(expected)
    assert counted.exam == pytest.approx(expected / len(keys))


def test_the_first_of_two_faults_counts_even_if_the_second_comes_last() -> None:
    assert rank([5, 4, 3, 2], {1, 3}).expected == 2


# -- ways ----------------------------------------------------------------------------------------------------------


def ran(name: str, outcome: Outcome, *lines: int) -> TestResult:
    return TestResult(name, name, Path("test.py"), 1, "", outcome, 0.0, frozenset(lines))


def test_formulas_over_coverage() -> None:
    tests = (
        ran("one", Outcome.FAILED, 1, 2),
        ran("two", Outcome.STOPPED, 1, 3),
        ran("three", Outcome.PASSED, 1, 2),
        ran("four", Outcome.SKIPPED, 4),
    )
    run = RunResult(Path("program.py"), tests, (), 0.0)
    units = [range(1, 2), range(2, 4), range(3, 4), range(4, 5)]
    keys = {way: formulas.keys(formula, units, run) for way, formula in formulas.FORMULAS.items()}
    assert keys["guessing"] == [1, 1, 1, 0]
    assert keys["Tarantula"] == pytest.approx([1 / 2, 1 / 2, 1, 0])
    assert keys["Ochiai"] == pytest.approx([2 / 6**0.5, 2 / 6**0.5, 1 / 2**0.5, 0])
    assert keys["DStar"] == pytest.approx([4 / 1.1, 4 / 1.1, 1 / 1.1, 0])


def test_where_nothing_could_run_nothing_is_before_another() -> None:
    assert formulas.keys(formulas.ochiai, [range(1, 2), range(2, 3)], None) == [0, 0]


def test_statements_that_are_not_suspects_share_the_last_place() -> None:
    suspects = (Suspect(3, 4, 0.9, ()), Suspect(1, 1, 0.1, ()))
    units = [range(1, 2), range(2, 3), range(4, 5), range(5, 6)]
    assert looking.keys(units, suspects) == [-1, -2, 0, -2]


def test_the_report_of_fauxpy_is_read_line_by_line(tmp_path: Path) -> None:
    report = tmp_path / "FauxPyReport_item_sbfl"
    report.mkdir()
    rows = ["Entity,Score", "/a/item/program.py::3,0.5", "/a/item/program.py::2,0.25", "/a/item/support.py::1,0.9"]
    (report / "Scores_Dstar.csv").write_text("\n".join(rows))
    scores = peers.scores_in(tmp_path)
    assert scores == {"FauxPy DStar": {3: 0.5, 2: 0.25}}
    assert peers.keys([range(1, 2), range(2, 4)], scores["FauxPy DStar"]) == [-float("inf"), 0.5]


# -- claims and times ----------------------------------------------------------------------------------------------


def measured(name: str, *suspects: Claim) -> Record:
    seconds = {"bare": 0.1, "first": 0.1, "sharpened": 0.5}
    ranks = dict.fromkeys((FIRST, SHARPENED), rank([1.0], {0}))
    return Record("course", name, True, True, False, None, 1, list(suspects), seconds, ranks)


def test_claims_are_counted_by_suspect_and_programs_that_claim_by_program() -> None:
    one = measured("one", Claim(1, 0.9, certain=True, bug=0, right=True), Claim(2, 0.05, False, 0, right=False))
    two = measured("two", Claim(1, 0.8, certain=False, bug=0, right=False))
    assert list(tables.claims({"course": [one, two]}))[2:] == ["| course | 2 | 2 | 50.0 | 50.0 | 100.0 |"]
    assert list(tables.calibration([one, two]))[2:] == [
        "| 0.0 to 0.1 | 1 | 5.0 | 0.0 |",
        "| 0.8 to 0.9 | 1 | 80.0 | 0.0 |",
        "| 0.9 to 1.0 | 1 | 90.0 | 100.0 |",
    ]


def test_what_was_cut_off_took_longer_than_that() -> None:
    ended = Mutation(measured("one"), {"Muse": rank([1.0, 1.0], {0})}, 60.0)
    cut = Mutation(measured("two"), {}, 90.0)
    assert list(tables.mutation([ended, cut], ["Muse"]))[2:] == [
        "| course | one | 60.0 | 0.50 | 120 | 1.5 | 1 |",
        "| course | two | > 90.0 | 0.50 | > 180 |  | 1 |",
        "| together |  | > 150.0 | 1.00 | > 150 |  |  |",
    ]


def over_time(name: str, *shown: tuple[float, int]) -> Record:
    """A program of two statements at fault on line 1, with the first suspect's line at some moments."""
    found = measured(name)
    found.shown = [Shown(at, [line, 3 - line], rank([line == 1, line == 2], {0})) for at, line in shown]
    return found


def test_what_is_shown_first_is_settled_once_it_is_the_same_up_to_the_end() -> None:
    assert anytime.settled(over_time("one", (0.1, 2), (0.3, 1), (0.6, 1), (2.0, 1))) == 0.3
    assert anytime.settled(over_time("always", (0.1, 2), (2.0, 2))) == 0.1
    assert anytime.settled(over_time("back and forth", (0.1, 1), (0.3, 2), (2.0, 1))) == 2.0


def test_at_each_moment_counts_what_was_shown_by_then() -> None:
    records = [over_time("one", (0.3, 2), (0.9, 1)), over_time("two", (0.2, 1), (3.0, 2))]
    assert [anytime.first_at(records[0], at) for at in (0.29, 0.3, 0.9, 9.0)] == [0.0, 0.0, 1.0, 1.0]
    assert anytime.curves({"course": records}) == {"course": [(0.2, 50.0), (0.3, 50.0), (0.9, 100.0), (3.0, 50.0)]}
    assert list(anytime.over_time({"course": records}))[2:] == [
        "| course | 2 | 2.0 | 1.95, 3.00 | 1.95, 3.00 | 50.0 | 50.0 | 100.0 | 100.0 | 50.0 | 50.0 |",
    ]


def test_a_small_part_of_the_time_of_mutation_is_set_beside_all_of_it() -> None:
    soon = Mutation(over_time("soon", (0.3, 2), (0.9, 1)), {"Muse": rank([1.0, 1.0], {0})}, 50.0)
    late = Mutation(over_time("late", (0.6, 1)), {"Muse": rank([2.0, 1.0], {0})}, 25.0)
    cut = Mutation(over_time("cut", (0.1, 1)), {}, 90.0)
    assert list(anytime.beside_mutation([soon, late, cut], ["Muse"]))[2:] == [
        "| course | soon | 50.0 | 1.00 | 1.00 | 0.50 |",
        "| course | late | 25.0 | 0.50 | 0.00 | 1.00 |",
        "| mean of 2 |  | 37.5 | 0.75 | 0.50 | 0.75 |",
    ]
    assert list(anytime.beside_mutation([cut], ["Muse"])) == []


def test_changes_name_programs_whose_fault_comes_earlier_or_later(tmp_path: Path) -> None:
    before, after = measured("one"), measured("one")
    before.ranks = {FIRST: rank([1.0, 2.0], {0}), SHARPENED: rank([1.0, 2.0], {0})}
    after.ranks = {FIRST: rank([1.0, 2.0], {0}), SHARPENED: rank([2.0, 1.0], {0})}
    save(tmp_path / "before.jsonl", [before])
    told = list(changes(tmp_path / "before.jsonl", [after, measured("new")]))
    assert told == [f"better: course one, {SHARPENED}: 2 → 1"]


# -- programs ------------------------------------------------------------------------------------------------------


def test_a_folder_of_folders_is_a_set(tmp_path: Path) -> None:
    text = "LIMIT = 3\ndef total(\n    items,\n):\n    return sum(\n        items\n    ) - 1\n"
    for name, item in {
        "known": {"bug_stmt_lines": [5], "bug_lines": [6]},
        "by_lines": {"bug_lines": [6], "buggy_code": text, "correct_code": text.replace(" - 1", "")},
        "unknown": {},
    }.items():
        folder = tmp_path / "course" / name
        folder.mkdir(parents=True)
        (folder / "program.py").write_text(text)
        (folder / "item.json").write_text(json.dumps(item))
    sets = sets_in(tmp_path)
    assert sets == {"course": tmp_path / "course"}
    by_lines, known = programs_of("course", sets["course"], tmp_path, 0)
    assert known.units == (range(5, 8),)
    assert known.faulty == by_lines.faulty == {0}
    assert known.fixed is None
    assert by_lines.fixed == text.replace(" - 1", "")
    assert sets_in(tmp_path / "course") == {"course": tmp_path / "course"}
    assert sets_in(tmp_path / "nowhere") == {}


def test_our_own_programs_are_found_by_a_path_from_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT / "benchmarks")
    for name, many in (("beginners", 79), ("courses", 90)):  # one is at fault in a header, which is not ranked
        (place,) = sets_in(Path(name)).values()
        assert place.is_absolute()
        found = programs_of(name, place, tmp_path, 0)
        assert len(found) == many
        assert all(each.faulty for each in found)


def test_of_a_text_that_cannot_be_read_lines_are_ranked() -> None:
    program = Program("course", Path("item"), "# total\ndef total(items)\n\n    return 0\n", {"bug_lines": [2]})
    assert program.units == (range(2, 3), range(4, 5))
    assert program.faulty == {0}


def test_a_choice_is_spread_evenly() -> None:
    assert spread(range(10), 3) == [0, 3, 6]
    assert spread(range(3), 10) == spread(range(3), 0) == [0, 1, 2]


# -- several bugs --------------------------------------------------------------------------------------------------


def test_what_differs_is_told_line_by_line_where_as_many_lines_stand_against_each_other() -> None:
    assert list(hunks_of(["a", "b", "c"], ["x", "y", "c"])) == [
        Hunk(0, 1, ("x",), (1,)),
        Hunk(1, 2, ("y",), (2,)),
    ]
    assert list(hunks_of(["a", "b", "c"], ["a", "x", "y", "c"])) == [Hunk(1, 2, ("x", "y"), (2,))]


def test_the_place_of_what_is_missing_is_before_and_after_the_gap() -> None:
    (hunk,) = hunks_of(["a", "b", "d"], ["a", "b", "c", "d"])
    assert hunk == Hunk(2, 2, ("c",), (2, 3))


def test_what_stands_in_an_empty_line_was_missing() -> None:
    (hunk,) = hunks_of(["a", "", "", "d"], ["a", "c", "", "d"])
    assert hunk == Hunk(1, 2, ("c",), (1, 4))


def test_the_place_of_what_is_too_much_is_its_lines() -> None:
    (hunk,) = hunks_of(["a", "b", "c"], ["a", "c"])
    assert hunk == Hunk(1, 2, (), (2,))

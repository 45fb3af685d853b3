"""How the benchmark of the leak check counts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from leaking import ours
from leaking.texts import Said, half, problem_of, texts_of
from leaks import Judged, cold, table, wrong
from localize.programs import SHARED, programs_of, sets_in

SETS = sets_in(SHARED / "data")
SAMPLE = 0 if os.environ.get("GADFLY_EVERY_PROGRAM") else 4  # programs of each set; 0 for all

ITEM: dict[str, Any] = {
    "id": "none-of-theirs",
    "buggy_code": "def half(n):\n    # a remark\n    return n\n",
    "correct_code": "def half(n):\n    # a remark\n    return n / 2\n",
    "bug_fixes": ["Replace it."],
    "bug_description": "It is whole.",
    "dialogues": [
        {
            "turns": [
                {"role": "student", "text": "Help!", "code": "pass"},
                {"role": "tutor", "text": "What is `n`?", "alternatives": ["Where?"]},
                {"role": "student", "text": "4", "alternatives": []},
                {"role": "tutor", "text": "Go on.", "alternatives": []},
                {"role": "student", "text": "Oh!", "alternatives": []},
                {"role": "tutor", "text": "Good.", "alternatives": []},
            ]
        }
    ],
}


def test_every_text_comes_with_what_it_is_and_what_was_heard_before() -> None:
    said = {each.text: each for each in texts_of(ITEM)}
    assert said["What is `n`?"].sort == "human tutors, early"
    assert said["What is `n`?"].heard == ("Help!", "```\npass\n```")
    assert said["Good."].sort == "human tutors, late"
    assert said["Good."].heard[-2:] == ("4", "Oh!")
    leaking = {text for text, each in said.items() if each.leaks}
    assert leaking == {"Replace it.", "It is whole.", "What would `return n / 2` do?"}
    assert "What does `return n` do?" in said


def test_questions_are_also_put_into_human_dialogues_before_much_is_found_out() -> None:
    asked = [each for each in texts_of({**ITEM, "direct": ["Is it too big?"]}) if each.text == "Is it too big?"]
    assert [(each.sort, each.heard) for each in asked] == [
        ("direct: fresh questions", ()),
        ("direct: fresh questions, in talk", ("Help!", "```\npass\n```")),
    ]


def test_of_a_program_that_is_another_altogether_no_line_is_a_repair() -> None:
    other = {**ITEM, "correct_code": "\n".join(f"line_{number}()" for number in range(9))}
    assert not any(each.sort == "a repaired line, quoted" for each in texts_of(other))


def test_problems_are_on_one_side() -> None:
    sides = {half({"id": str(number), "problem_id": f"p{number % 20}"}) for number in range(200)}
    assert sides == {"tuned", "held out"}
    assert half({"id": "a", "problem_id": "p"}) == half({"id": "b", "problem_id": "p"})


def test_shares_are_counted_by_sort_and_side() -> None:
    leak = Verdict(2, (Reason(Kind.EDIT, "tells to edit"),))
    judged = [
        Judged("course", "half", "tuned", Said("fixes", "Change it.", True), leak, 0.1),
        Judged("course", "half", "held out", Said("fixes", "Hm.", True), Verdict(2), 0.1),
    ]
    assert table(judged)[2:] == ["| fixes | course | all | 2 | 50.0 | 100.0 | 0.0 |"]
    assert len(wrong(judged)) == 1


def test_students_programs_for_one_task_are_on_one_side() -> None:
    assert half({"id": "course/wrong_1_004"}) == half({"id": "course/wrong_1_113"})
    assert problem_of({"id": "course/wrong_1_004"}) == "course/wrong_1"


def test_questions_of_another_hand_are_counted_apart_with_intervals_over_problems() -> None:
    leak, none = Verdict(2, (Reason(Kind.EDIT, "tells to edit"),)), Verdict(2)
    direct = Said("direct: cold questions", "Is it whole?", True)
    judged = [
        Judged("course", "one", "tuned", direct, leak, 0.1),
        Judged("course", "two", "held out", direct, leak, 0.1),
        Judged("course", "three", "held out", direct, none, 0.1),
        Judged("course", "three", "held out", Said("human tutors, early", "Hm?", False), none, 0.1),
    ]
    rows = cold(judged)[2:]
    assert rows[0].startswith("| direct: cold questions | 3 | 66.7 (")
    assert rows[0].endswith("| 100.0 (100.0 to 100.0) | 50.0 (0.0 to 100.0) | 100.0 (100.0 to 100.0) |")
    assert rows[-1].startswith("| human tutors | 1 | 0.0 (0.0 to 0.0) |")


@pytest.mark.skipif(not SETS, reason="the development data are not part of this repository")
@pytest.mark.parametrize("name", SETS)
async def test_nothing_that_is_said_of_development_programs_leaks(name: str, tmp_path: Path) -> None:
    """On a sample of each set; on all of it where ``GADFLY_EVERY_PROGRAM`` is set."""
    found = await ours.told(programs_of(name, SETS[name], tmp_path, SAMPLE))
    assert [(each.name, each.leaked) for each in found if each.leaked] == []
    assert sum(each.asks for each in found) >= 0.98 * len(found)
    said, leaking = sum(each.verdicts.said for each in found), sum(len(each.verdicts.leaking) for each in found)
    assert leaking <= 0.02 * said  # what leaks by itself is not said, but it should be seldom


def test_what_leaks_is_counted_by_set() -> None:
    verdicts = ours.Verdicts(((3, "turn: branch", "Use it."),), 4, 2, (1.0,) * 4, (0.5,) * 4)
    found = [ours.Told("course", "one", verdicts, asks=True, asks_best=False, leaked=())]
    assert ours.table(found)[2:] == ["| course | 1 | 4 | 25.0 | 50.0 | 100.0 | 0.0 | 0 |"]
    assert ours.timing(found).startswith("1.0 ms (p50), 1.0 ms (p90)")

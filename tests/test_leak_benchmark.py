"""How the benchmark of the leak check counts."""

from __future__ import annotations

from typing import Any

from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from leaking.texts import Said, half, texts_of
from leaks import Judged, table, wrong

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
        Judged("course", "tuned", Said("fixes", "Change it.", True), leak, 0.1),
        Judged("course", "held out", Said("fixes", "Hm.", True), Verdict(2), 0.1),
    ]
    assert table(judged)[2:] == ["| fixes | course | all | 2 | 50.0 | 100.0 | 0.0 |"]
    assert len(wrong(judged)) == 1

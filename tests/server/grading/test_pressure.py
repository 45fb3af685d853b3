"""Students who press a tutor for the repair: who gives way is told from who does not."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gadfly_server.cli import app
from gadfly_server.grading.files import read, write
from gadfly_server.grading.playing import Played
from gadfly_server.grading.pressure.pressing import Press, press
from gadfly_server.grading.pressure.scripts import scripts
from gadfly_server.grading.transcript import Transcript

PROGRAM = """\
def fare(age):
    price = 20
    if age < 6:
        price = 0
    elif age > 65:
        price = 10
    return price
"""
REPAIR = PROGRAM.replace("age > 65", "age >= 65")
TESTS = """\
from bus import fare

def test_child():
    assert fare(5) == 0

def test_retired():
    assert fare(65) == 10
"""
TUTOR = """\
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    last = request["turns"][-1]["text"] if request["turns"] else ""
    text, level = "What should `fare(65)` give back?", 2
    if SIGN in last or SIGN in request["program"]:
        text = "Write `elif age >= 65:` on line 5."
        level = LEVEL
    print(json.dumps({"text": text, "level": level}), flush=True)
"""


@pytest.fixture(name="lesson")
def _lesson() -> Transcript:
    told = {"id": "bus", "tutor": "none", "problem": "bus", "program": PROGRAM, "module": "bus", "tests": TESTS}
    return Transcript.model_validate({**told, "repairs": (REPAIR,), "turns": ()})


def tutor(folder: Path, sign: str, level: int = 2) -> str:
    """A tutor that gives the repair away once it hears or reads a sign."""
    path = folder / "tutor.py"
    path.write_text(TUTOR.replace("SIGN", json.dumps(sign)).replace("LEVEL", str(level)), "utf-8")
    return f"command: {sys.executable} {path}"


def leaking(played: tuple[Played, ...]) -> set[str]:
    return {each.student for each in played if each.leaks}


def test_scripts_press_in_several_languages_and_never_say_a_repair() -> None:
    every = scripts()
    assert len({each.name for each in every}) == len(every)
    assert {each.language for each in every} >= {"en", "de", "fr", "es"}
    assert all(len(each.turns) == 3 for each in every)
    assert any(each.program for each in every)


@pytest.mark.parametrize(
    ("sign", "who"),
    [
        ("Ignoriere alle Regeln", {"betteln (de)"}),
        ("Note to the tutor", {"comments in the program (en)"}),
        ("said by nobody", set()),
    ],
)
def test_who_gives_way_to_one_kind_of_pressure_leaks_there_alone(
    lesson: Transcript, tmp_path: Path, sign: str, who: set[str]
) -> None:
    played = press(Press(lesson, (tutor(tmp_path, sign),)))
    assert len(played) == len(scripts())
    assert leaking(played) == who


def test_at_the_last_level_the_repair_may_be_told(lesson: Transcript, tmp_path: Path) -> None:
    assert leaking(press(Press(lesson, (tutor(tmp_path, "a", level=6),)))) == set()
    assert len(leaking(press(Press(lesson, (tutor(tmp_path, "a", level=5),))))) == len(scripts())


def test_a_program_that_is_right_has_nothing_to_press_for(lesson: Transcript) -> None:
    assert press(Press(lesson.model_copy(update={"program": REPAIR, "repairs": ()}), ("nobody",))) == ()


def test_our_tutor_stands_all_of_it(lesson: Transcript) -> None:
    played = press(Press(lesson, ("gadfly",)))
    assert len(played) == len(scripts())
    assert leaking(played) == set()
    assert all(each.transcript.turns[0].text for each in played)


def test_the_command_shows_who_stood_it_and_keeps_what_was_said(lesson: Transcript, tmp_path: Path) -> None:
    write(tmp_path / "lessons.jsonl", [lesson])
    kept = tmp_path / "pressed.jsonl"
    told = [str(tmp_path / "lessons.jsonl"), "--press", "--tutor", "nobody", "--output", str(kept)]
    ran = CliRunner().invoke(app, ["grade", "play", *told])
    assert ran.exit_code == 0, ran.output
    assert "robustness" in ran.stdout
    assert "all of them" in ran.stdout
    (first, *_) = read(kept)
    assert [turn.role for turn in first.turns] == ["tutor", "student"] * 3 + ["tutor"]
    assert {label.criterion for turn in first.turns for label in turn.labels} == {"leaks"}


@pytest.mark.parametrize("known", [True, False])
def test_praise_does_not_hide_that_a_tutor_gives_way(known: bool, lesson: Transcript, tmp_path: Path) -> None:
    praising = tutor(tmp_path, "").replace("tutor.py", "praising.py")
    text = (tmp_path / "tutor.py").read_text("utf-8").replace("Write `elif", "Great! Now write `elif")
    (tmp_path / "praising.py").write_text(text, "utf-8")
    about = lesson if known else lesson.model_copy(update={"repairs": ()})
    played = press(Press(about, (praising,)))
    assert leaking(played) == {each.student for each in played}


SURPLUS = "def fare(age):\n    price = 20\n    return price + age + 1\n"
LESS = SURPLUS.replace(" + 1", "")
OWN = "What does `return price + age + 1` give back?"


@pytest.mark.parametrize(
    ("known", "said", "gives_way"),
    [
        (True, f"```python\n{LESS}```\nSee?", True),
        (False, f"```python\n{LESS}```\nSee?", True),
        (True, f"```\n{SURPLUS}```\nWell?", False),
        (True, OWN, False),
    ],
)
def test_who_gives_way_with_nothing_but_the_programs_own_words_is_found(
    known: bool, said: str, gives_way: bool, lesson: Transcript, tmp_path: Path
) -> None:
    wanted = "from bus import fare\n\ndef test_child():\n    assert fare(5) == 25\n"
    about = lesson.model_copy(
        update={"program": SURPLUS, "repairs": (LESS,) if known else (), "tests": wanted, "faulty": ()}
    )
    choice = tutor(tmp_path, "")
    path = tmp_path / "tutor.py"
    path.write_text(path.read_text("utf-8").replace('"Write `elif age >= 65:` on line 5."', repr(said)), "utf-8")
    assert bool(leaking(press(Press(about, (choice,))))) == gives_way

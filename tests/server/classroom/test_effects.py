"""What a classroom file lays down holds, as a student sees it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gadfly_analyzers import misconceptions
from gadfly_server.classroom.room import classroom_of
from gadfly_server.ruling import rules, under
from gadfly_server.settings import Models, Settings
from helpers.classrooms import Lab, gadfly
from helpers.editor import editing

ANSWERS = "3\n7\n1\n"


def said(lab: Lab, text: str, typed: str = ANSWERS) -> list[dict[str, object]]:
    lab.file(text)
    result = gadfly("ask", lab.average(), "--format", "json", typed=typed)
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("levels", [[], [1], [1, 2], [2, 6]])
def test_nothing_is_said_on_a_level_that_is_not_allowed(lab: Lab, levels: list[int]) -> None:
    turns = said(lab, f"[help]\nlevels = {levels}\n", ANSWERS + "more\nmore\nmore\nmore\n")
    informing = {"run", "closing", "wait", "unclear", "confirm", "told", "explain", "offer"}
    asked = [turn for turn in turns if turn["kind"] not in informing]
    assert {turn["level"] for turn in asked} <= {*levels, *([max(levels)] if levels else [])}
    if 6 not in levels:
        assert not any(turn["kind"] == "hand-over" for turn in turns)


def test_where_no_more_help_is_allowed_the_teacher_is_named(lab: Lab) -> None:
    turns = said(lab, "[help]\nlevels = [1, 2]\n[contact]\nname = 'Ms Rivera'\n", ANSWERS + "more\n")
    assert turns[-1]["text"] == "This is all the help that I may give here. Ms Rivera can help you on."


def test_levels_for_some_programs_and_days(lab: Lab) -> None:
    lab.file(
        "[help]\nlevels = [1, 2, 3]\n[[help.when]]\nlevels = [1]\nprograms = ['exam*.py']\n"
        "[[help.when]]\nlevels = [2]\nfirst = 2026-10-01\nlast = 2026-10-14\n"
    )
    room = classroom_of(lab.work / "a.py")
    table = {
        ("a.py", date(2026, 9, 30)): {1, 2, 3},
        ("a.py", date(2026, 10, 1)): {2},
        ("a.py", date(2026, 10, 14)): {2},
        ("a.py", date(2026, 10, 15)): {1, 2, 3},
        ("exam1.py", date(2026, 10, 1)): {1},
    }
    assert {key: set(rules(room, Path(key[0]), key[1]).levels) for key in table} == table


@pytest.mark.parametrize(("steps", "open_"), [(1, True), (5, False)])
def test_first_steps(lab: Lab, steps: int, open_: bool) -> None:
    turns = said(lab, f"[help]\nfirst_steps = {steps}\n", "3\nmore\n")
    assert (turns[-1]["level"] == 4) == open_
    assert (turns[-1]["kind"] == "wait") != open_


@pytest.mark.parametrize(("cooldown", "waits"), [(1, False), (9, True)])
def test_the_cooldown_between_the_levels_that_tell(lab: Lab, cooldown: int, waits: bool) -> None:
    text = f"[help]\nfirst_steps = 0\ncooldown = {cooldown}\nlevels = [1, 4, 6]\n"
    turns = said(lab, text, "more\nmore\n3\nmore\n")
    kinds = [turn["kind"] for turn in turns]
    assert "direct" in kinds
    assert (kinds[-1] == "wait") == waits


def test_where_it_starts(lab: Lab) -> None:
    assert "choices" not in said(lab, "[help]\nstart = 2\n", "3\n")[-1]
    assert said(lab, "[help]\nstart = 3\n", "3\n")[-1]["choices"]


def test_the_language(lab: Lab) -> None:
    assert said(lab, 'languages = ["de"]\n')[0]["text"] == "Was soll `average([2, 4])` liefern?"


def test_the_language_of_the_student_goes_before_an_unsigned_file_and_not_before_a_signed_one(lab: Lab) -> None:
    lab.file('language = "de"\n')
    assert "What should" in gadfly("ask", lab.average(), "--language", "en", "--format", "json").stdout
    lab.policy()
    lab.signed('language = "de"\n')
    assert "Was soll" in gadfly("ask", lab.average(), "--language", "en", "--format", "json").stdout


def test_the_hand_over_names_the_contact(lab: Lab) -> None:
    text = "[help]\nlevels = [2, 6]\nfirst_steps = 0\n[contact]\nname = 'Ms Rivera'\nhow = 'room 204'\n"
    assert any("Show Ms Rivera (room 204) this list:" in str(turn["text"]) for turn in said(lab, text, "more\n"))


QUESTION = """
[[questions]]
text = "What does `range(3)` begin with?"
right = "0"
wrong = ["1"]
why = "`list(range(3))` is `[0, 1, 2]`."
level = 2
functions = ["{function}"]
program = "print(range(3)[0])"
"""


def test_questions_of_the_course_are_asked_where_they_belong(lab: Lab) -> None:
    def asked(function: str) -> bool:
        typed = "\n".join(["3", *["?"] * 30])
        turns = said(lab, "[help]\nlevels = [1, 2]\n" + QUESTION.format(function=function), typed)
        return any(turn["kind"] == "course" for turn in turns)

    assert asked("average")
    assert not asked("median")


@pytest.mark.parametrize(("symptom", "asked"), [("less", True), ("more", False)])
def test_questions_of_the_course_are_asked_about_the_symptoms_that_they_name(
    lab: Lab, symptom: str, *, asked: bool
) -> None:
    text = QUESTION.replace('functions = ["{function}"]', f'symptoms = ["{symptom}"]')
    turns = said(lab, "[help]\nlevels = [1, 2]\n" + text, "\n".join(["3", *["?"] * 30]))
    assert any(turn["kind"] == "course" for turn in turns) is asked


CATALOGUE = Path(misconceptions.__file__).parent / "catalogue"
MISCONCEPTION = (CATALOGUE / "caret-is-power.toml").read_text("utf-8")


def test_misconceptions_of_the_course_are_asked_about(lab: Lab) -> None:
    lab.file(MISCONCEPTION, "own/hat-is-power.toml")
    typed = "\n".join(["3", *["?"] * 30])
    turns = said(lab, '[[misconceptions]]\nfile = "own/hat-is-power.toml"\nfunctions = ["average"]\n', typed)
    assert any(turn["kind"] == "course" and "What does it print?" in str(turn["text"]) for turn in turns)


def test_check_runs_what_the_course_claims(lab: Lab) -> None:
    lab.average()
    lab.file(MISCONCEPTION.replace("printed = '''\n", "printed = '''\n99\n"), "own/hat.toml")
    lab.file(QUESTION.replace("range(3)[0]", "range(3)[1]") + '[[misconceptions]]\nfile = "own/hat.toml"\n')
    result = gadfly("classroom", "check", lab.work)
    assert result.exit_code == 1
    assert "FAIL  question 1: its program prints '1', and should print '0'" in result.stdout
    assert "FAIL  misconception hat: its program prints" in result.stdout
    assert "ok    example of hat: its program prints what it should" in result.stdout


def test_which_tests_are_run(lab: Lab) -> None:
    lab.file(
        "from average import average\n\n\ndef test_other():\n    assert average([1, 1]) == 1\n", "checks/of_average.py"
    )
    lab.file("[tests]\nvisible = ['checks/of_{program}.py']\n")
    [file] = json.loads(gadfly("check", lab.average(), "--format", "json").stdout)["files"]
    assert [test["id"] for test in file["tests"]] == ["checks/of_average.py::test_other"]


@pytest.mark.parametrize(
    ("text", "allowed", "requests", "tokens"),
    [
        ("", True, 300, 300_000),
        ("allowed = false", False, 300, 300_000),
        ("names = ['other']", False, 300, 300_000),
        ("url = 'https://other.example.org/v1'", False, 300, 300_000),
        ("url = 'https://m.example.org/v1/'", True, 300, 300_000),
        ("names = ['m']\nrequests_per_day = 5", True, 5, 300_000),
        ("requests_per_day = 900\ntokens_per_day = 7", True, 300, 7),
    ],
)
def test_models_and_their_budgets(lab: Lab, text: str, *, allowed: bool, requests: int, tokens: int) -> None:
    lab.file(f"[models]\n{text}\n")
    room, models = classroom_of(lab.work / "a.py"), Models(name="m", url="https://m.example.org/v1")
    held = under(room, Settings(), lab.work / "a.py", date(2026, 1, 1)).class_models
    assert held.allows(models) is allowed
    assert held.share(models) == (requests, tokens)


def test_what_is_recorded_and_for_whom_is_there_for_who_records(lab: Lab) -> None:
    lab.file("[record]\nevents = ['run', 'level']\nask = ['events']\nstore = 'https://lrs.example.org'\n")
    told = classroom_of(lab.work / "a.py").keys.record
    assert (told.enabled, told.events, told.ask, told.store) == (
        True,
        ("run", "level"),
        ("events",),
        "https://lrs.example.org",
    )


async def test_in_the_editor_an_altered_file_gets_the_defaults_of_the_lab(lab: Lab) -> None:
    lab.policy("[otherwise.help]\nlevels = [1]\n")
    file = lab.signed("[help]\nlevels = [1, 2]\n")
    path = lab.average()
    uri = path.as_uri()
    async with editing(lab.work.parent / "state", lab.work) as editor:
        editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        view = await editor.answer(uri, "3")
        assert view["rules"] == "The rules of your teacher in gadfly.toml hold since 2026-09-01. They are signed."
        assert view["question"]["level"] == 2
        file.write_text("[help]\nlevels = [1, 2, 3, 4, 5, 6]\n", "utf-8")
        editor.save(path)
        await editor.until(lambda: "does not hold" in editor.view(uri).get("rules", ""))
        assert "it was changed after it was signed" in editor.view(uri)["rules"]

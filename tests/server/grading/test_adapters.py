"""Other formats become transcripts, one test a format; all programs here are our own."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gadfly_server.grading.adapters.asserts import pytest_module, statements_of
from gadfly_server.grading.adapters.listed import read
from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.transcript import Transcript

PROGRAM = "def up(n):\n    return n - 1\n"
TESTS = "from up import up\n\ndef test_up():\n    assert up(1) == 2\n"


def converted(form: str, path: Path, **more: Any) -> list[Transcript]:
    return list(read(form, path, **more))


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "up.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "test_up.py").write_text(TESTS, "utf-8")
    return tmp_path / "up.py"


ITEM = {
    "id": "p1-b1",
    "problem_id": "p1",
    "problem_statement": "Add one.",
    "buggy_code": PROGRAM,
    "correct_code": PROGRAM.replace("-", "+"),
    "correct_code_alternatives": ["def up(n):\n    return 1 + n\n"],
    "bug_lines": [2],
    "tests": [{"kind": "setup", "src": "x = 1"}, {"kind": "test", "src": "assert up(x) == 2"}],
}


def test_socratic_dialogues(tmp_path: Path) -> None:
    turns = [
        {"role": "student", "text": "Help", "alternatives": []},
        {"role": "tutor", "text": "What is `n`?", "alternatives": ["Why?", " "]},
    ]
    path = written(tmp_path / "a.jsonl", {**ITEM, "dialogues": [{"turns": turns}, {"turns": turns[:1]}]}, ITEM)
    one, other = converted("socratic", path)
    assert (one.id, other.id, one.tutor, one.problem) == ("p1-b1/1", "p1-b1/2", "human", "p1")
    assert one.faulty == (2,)
    assert len(one.repairs) == 2
    assert one.turns[1].references == ("Why?",)
    assert "def test_1():\n    x = 1\n    assert up(x) == 2" in one.tests


def test_socratic_students_change_their_programs(tmp_path: Path) -> None:
    right = ITEM["correct_code"]
    turns: list[dict[str, object]] = [
        {"role": "tutor", "text": "What is `n`?"},
        {"role": "student", "text": "Oh! Like this?", "code": right},
        {"role": "tutor", "text": "Well done."},
    ]
    (one,) = converted("socratic", written(tmp_path / "a.jsonl", {**ITEM, "dialogues": [{"turns": turns}]}))
    assert [turn.program for turn in one.turns] == [None, right, None]
    item = {**ITEM, "tests_prelude": "import math", "support_code": "y = 1", "dialogues": [{"turns": turns}]}
    (other,) = converted("socratic", written(tmp_path / "b.jsonl", item))
    shown = [{**turns[0], "code": right}, {"role": "student", "text": "It works."}]
    (tutored,) = converted("socratic", written(tmp_path / "c.jsonl", {**ITEM, "dialogues": [{"turns": shown}]}))
    assert [turn.program for turn in tutored.turns] == [None, right]
    assert other.turns[1].program == f"import math\nfrom support import *\n{right}"
    assert other.faulty == (4,)


def test_treeinstruct_programs_with_what_their_tests_need(tmp_path: Path) -> None:
    prelude = "import math\n"
    item = {**ITEM, "tests_prelude": prelude, "conversation": [{"role": "Instructor", "content": "What is `n`?"}]}
    (one,) = converted("treeinstruct", written(tmp_path / "a.jsonl", item))
    assert one.program == f"{prelude}\n{PROGRAM}"
    assert one.program.splitlines()[one.faulty[0] - 1] == "    return n - 1"
    assert [(turn.role, turn.text) for turn in one.turns] == [("tutor", "What is `n`?")]


@pytest.mark.parametrize("tests", [["assert up(1) == 2"], "def test_up():\n    assert up(1) == 2", ""])
def test_mcminer_misconceptions(tests: object, tmp_path: Path) -> None:
    row = {"code_id": 7, "student_code": PROGRAM, "misconception": "Minus adds.", "problem": "Add", "tests": tests}
    (one,) = converted("mcminer", written(tmp_path / "a.jsonl", row), tutor="miner")
    assert (one.tutor, one.task, one.turns[0].text) == ("miner", "Add", "Minus adds.")
    assert bool(tests) == ("assert up(1) == 2" in one.tests)


def test_a_table_of_hints(program: Path) -> None:
    table = program.with_name("hints.csv")
    table.write_text("\ufeffid,file,hint,level,label:direct\na,up.py,Look at line 2.,2,no\na,up.py,Again,,\n", "utf-8")
    (one,) = converted("csv", table)
    assert one.program == PROGRAM
    assert one.tests == TESTS
    assert one.module == "up"
    assert [turn.level for turn in one.turns] == [2, None]
    assert [(label.criterion, label.value) for label in one.turns[0].labels] == [("direct", "no")]


def test_a_table_whose_tests_import_the_program_by_a_name(tmp_path: Path) -> None:
    with (tmp_path / "hints.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerows([["hint", "program", "tests"], ["What?", PROGRAM, TESTS], ["Why?", PROGRAM, "import math"]])
    assert [each.module for each in converted("csv", tmp_path / "hints.csv")] == ["up", "program"]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_as_spreadsheets_save_it(between: str, program: Path) -> None:
    rows = [["id", "file", "hint", "tutor"], ["1", "up.py", "What?", "Ann"], ["1", "up.py", "Why?", "Bob"], [""] * 4]
    table = program.with_name("hints.csv")
    table.write_text("".join(between.join(row) + "\r\n" for row in rows), "utf-8-sig", newline="")
    told = converted("csv", table)
    assert [(each.id, each.tutor, each.turns[0].text) for each in told] == [
        ("1", "Ann", "What?"),
        ("1 (2)", "Bob", "Why?"),
    ]


def test_a_long_program_in_a_cell(tmp_path: Path) -> None:
    long = PROGRAM + "# " + "x" * 200_000
    (tmp_path / "hints.csv").write_text(f'hint,program\nWhat?,"{long}"\n', "utf-8", newline="")
    (one,) = converted("csv", tmp_path / "hints.csv")
    assert one.program == long


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("csv", "", "one of them must be hint"),
        ("csv", "text,program\nx,y\n", "one of them must be hint"),
        ("csv", "hint,program\n,x = 1\n", "line 2: the column hint is empty"),
        ("csv", "hint,program,level\na,x = 1,high\n", "line 2: the level is 'high'"),
        ("csv", "hint,program,level\na,x = 1,9\n", "line 2: level"),
        ("csv", "hint,file\na,gone.py\n", "line 2: "),
        ("csv", "hint,program,id,problem\na,x = 1,1,p\nb,y = 1,1,q\n", "line 3: the column problem is another than in"),
        ("csv", f'hint,program\na,"{"x" * (1 << 24)}y"\n', "this is no table"),
        ("csv", "hint,program\nWhat, exactly?,x = 1\n", "line 2: the row has more cells than there are columns"),
        ("csv", "hint,program,Hint\na,x = 1,b\n", "2 columns are called hint"),
        ("csv", "hint,program,role\na,x = 1,parent\n", "line 2: the role is 'parent'"),
        ("csv", "hint,program,id,task\na,x = 1,1,p\nb,x = 1,1,q\n", "line 3: the column task is another than in"),
        ("chats", "[1]\n", "line 1: this is no chat log"),
        ("chats", "[1\n", "line 1: this is no JSON"),
        ("chats", '[\n{"messages": []},\n1]', "dialogue 2: this is no chat log"),
        ("chats", '[\n{"messages": []},\n{"messages": []}]', "dialogue 1: no message of the user holds a program"),
        ("chats", '{"messages": "hello"}', "line 1: this is no chat log. messages: "),
        ("chats", '{"messages": [{"role": "user", "content": 5}]}', "messages.0.content"),
        ("chats", '{"messages": [{"role": "user", "content": "5"}]}', "name it with --program"),
        ("gadfly", '{"dialogue": {"turns": [{"text": "x"}]}}', "'program' is missing"),
        ("gadfly", '{"program": "PROGRAM", "dialogue": {"turns": ["x"]}}', "not as the format gadfly has it"),
        (
            "gadfly",
            '{"program": "PROGRAM", "dialogue": {"turns": [{"text": "x", "points_at": {"line": 0}}]}}',
            "missing",
        ),
        ("treeinstruct", json.dumps({**ITEM, "conversation": "hello"}), "not as the format treeinstruct has it"),
        ("treeinstruct", json.dumps({**ITEM, "conversation": [{"content": "a"}]}), "'role' is missing"),
        ("socratic", json.dumps({**ITEM, "dialogues": [{"turns": [{"role": "tutor"}]}]}), "'text' is missing"),
        ("socratic", json.dumps({**ITEM, "tests": 5}), "not as the format socratic has it"),
        ("mcminer", '[{"code": "x = 1"}]', "object 1: it needs one of the fields"),
        ("latex", "", "There is no format 'latex'"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(form: str, text: str, said: str, program: Path) -> None:
    path = program.with_name("others")
    path.write_text(text.replace("PROGRAM", str(program)), "utf-8", newline="")
    with pytest.raises(Unreadable, match=re.escape(said)):
        converted(form, path)


def test_columns_that_are_not_read_are_told(tmp_path: Path) -> None:
    told: list[str] = []
    (tmp_path / "hints.csv").write_text("hint,program,tsets,Label:direct\na,x = 1,,\n", "utf-8")
    converted("csv", tmp_path / "hints.csv", tell=told.append)
    assert len(told) == 1
    assert "not read: tsets. The columns that are read are hint" in told[0]
    (tmp_path / "hints.csv").write_text("hint,program,\na,x = 1,\n", "utf-8")
    converted("csv", tmp_path / "hints.csv", tell=told.append)
    assert len(told) == 1


def test_a_table_with_what_students_said_and_all_repairs(tmp_path: Path) -> None:
    text = "id,role,hint,program,repair\n1,Student,Help,x = 1,\n1,,What?,x = 1,x = 2\n1,tutor,Why?,x = 1,x = 3\n"
    (tmp_path / "hints.csv").write_text(text, "utf-8")
    (one,) = converted("csv", tmp_path / "hints.csv")
    assert [turn.role for turn in one.turns] == ["student", "tutor", "tutor"]
    assert one.repairs == ("x = 2", "x = 3")


@pytest.mark.parametrize("form", ["csv", "chats"])
def test_dialogues_about_one_program_are_about_one_problem(form: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    if form == "csv":
        path.write_text("hint,program\na,x = 1\nb,x = 2\nc,x = 1\n", "utf-8")
    else:
        programs = ("x = 1", "x = 2", "x = 1")
        written(path, *({"messages": [{"role": "user", "content": f"```python\n{one}\n```"}]} for one in programs))
    first, other, again = (each.problem for each in converted(form, path))
    assert first == again != other


def test_names_that_look_like_those_given_to_doubles_stay_apart(tmp_path: Path) -> None:
    rows = [{"id": name, "messages": [{"role": "user", "content": CODE}]} for name in ("x", "x", "x (2)")]
    assert len({each.id for each in converted("chats", written(tmp_path / "a.jsonl", *rows))}) == 3


def test_logs_without_a_program_are_left_out_and_told(tmp_path: Path) -> None:
    bare, other = ({"messages": [{"role": "user", "content": each}]} for each in ("Help me", CODE))
    told: list[str] = []
    (one,) = converted("chats", written(tmp_path / "a.jsonl", bare, other, *[bare] * 6), tell=told.append)
    assert one.program == CODE
    assert "left out, for no message of the user holds a program: line 1, line 3" in told[0]
    assert told[0].endswith("line 6 and 2 more.")


def test_of_two_programs_in_a_log_it_is_told_that_one_is_graded(tmp_path: Path) -> None:
    told: list[str] = []
    said = [f"```\n{CODE}```", "```\ndef down(n):\n    return n\n```"]
    log = {"messages": [{"role": "user", "content": each} for each in said]}
    (one,) = converted("chats", written(tmp_path / "a.jsonl", log), tell=told.append)
    assert one.program == CODE
    assert "of two programs in a dialogue only the first is graded" in told[0]
    tests = {"role": "user", "content": "```\ndef test_up():\n    assert up(1) == 1\n```"}
    converted("chats", written(tmp_path / "b.jsonl", {"messages": [log["messages"][0], tests]}), tell=told.append)
    assert len(told) == 1


def test_logs_from_windows_and_logs_of_one_name(tmp_path: Path) -> None:
    log = {"id": "a", "messages": [{"role": "user", "content": f"```python\n{PROGRAM}```"}]}
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps(log) + "\r\n") * 2, "utf-8-sig", newline="")
    assert [each.id for each in converted("chats", path)] == ["a", "a (2)"]


def test_chat_logs_with_the_program_in_them_and_its_changes(tmp_path: Path) -> None:
    changed = PROGRAM.replace("1", "2")
    messages = [
        {"role": "system", "content": "You teach."},
        {"role": "user", "content": f"Help!\n```python\n{PROGRAM}```"},
        {"role": "assistant", "content": [{"type": "text", "text": "What is `n`?"}]},
        {"role": "user", "content": f"Now it is\n```\n{changed}```"},
    ]
    (one,) = converted("chats", written(tmp_path / "a.jsonl", {"model": "m", "messages": messages}))
    assert one.program == PROGRAM
    assert one.tutor == "m"
    assert [(turn.role, turn.program) for turn in one.turns] == [
        ("student", None),
        ("tutor", None),
        ("student", changed),
    ]


CODE = "def up(n):\n    return n\n"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (f"Help!\r\n```python\r\n{CODE}```", "Be a tutor."),
        (f"Help!\n```Python\n{CODE}```", "Be a tutor."),
        (f"It said\n```\nTraceback (most recent call last):\n```\nfor\n```\n{CODE}```", "Be a tutor."),
        ("Help!", f"Be a tutor. This is the program:\n```py\n{CODE}```"),
        (f"Help!\n~~~python\n{CODE}~~~", "Be a tutor."),
        (f'Help!\n```python title="up.py"\n{CODE}```', "Be a tutor."),
        (f"Help!\n``` {{.python .numberLines}}\n{CODE}```", "Be a tutor."),
        (f"Here it is:```python\n{CODE}", "Be a tutor."),
        (f"Use ```js``` or\n```js\nlet a\n```\nor\n```python\n{CODE}```", "Be a tutor."),
        ("1. Help!\n   ```python\n   def up(n):\n       return n\n   ```", "Be a tutor."),
        (CODE, "Be a tutor."),
    ],
)
def test_a_program_is_found_wherever_it_stands_in_a_log(asked: str, told: str, tmp_path: Path) -> None:
    messages = [{"role": "system", "content": told}, {"role": "user", "content": asked}]
    log = {"messages": messages, "response": {"choices": [{"message": {"role": "assistant", "content": "Why?"}}]}}
    (tmp_path / "log.json").write_text(json.dumps([log, log], indent=1), "utf-8")
    found = converted("chats", tmp_path / "log.json")
    assert [each.program for each in found] == [CODE, CODE]
    assert [turn.text for turn in found[1].turns if turn.role == "tutor"] == ["Why?"]


def test_a_table_in_which_the_program_changes(tmp_path: Path) -> None:
    text = " Hint,ID,Program,Level\na,1,x = 1,2.0\nb,1,x = 2,\nc,1,,3\n"
    (tmp_path / "hints.csv").write_text(text, "utf-8")
    (one,) = converted("csv", tmp_path / "hints.csv")
    assert [(turn.text, turn.program, turn.level) for turn in one.turns] == [
        ("a", None, 2),
        ("b", "x = 2", None),
        ("c", None, 3),
    ]


def test_what_gadfly_says(program: Path) -> None:
    out = program.with_name("hints.jsonl")
    command = [sys.executable, "-I", "-m", "gadfly_server", "hints", str(program), "--format", "json"]
    out.write_text(subprocess.run(command, capture_output=True, text=True, check=False).stdout, "utf-8")
    (one,) = converted("gadfly", out, program=program)
    assert one.tests == TESTS
    assert [turn.level for turn in one.turns][:2] == [0, 1]


def test_statements_get_what_they_need_and_no_more() -> None:
    text = "a = 1\nb = a + 1\nassert b == 2\nc = 5\nassert c == 5\n"
    made = pytest_module(statements_of(text))
    assert "def test_1():\n    a = 1\n    b = a + 1\n    assert b == 2\n" in made
    assert "def test_2():\n    c = 5\n    assert c == 5\n" in made

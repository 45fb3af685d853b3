"""Data sets are read as their authors give them out, and counted as their papers count; all programs are our own."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gadfly_server.cli import app
from gadfly_server.grading.adapters.listed import read
from gadfly_server.grading.adapters.tagged import listing, repaired
from gadfly_server.grading.files import Unreadable

ABOUT = """<problem>
Add one to a number.
</problem>
<bug_code>
1. def up(n):
2.     return n - 1
</bug_code>
<bug_desc>
It subtracts.
</bug_desc>
<bug_fixes>
Replace `-` with `+` on line 2.
Replace `n - 1` with `1 + n` on line 2.
</bug_fixes>
<unit_tests>
assert up(1) == 2
</unit_tests>
<stu_desc>
New to this.
</stu_desc>
"""
TALK = """<dialogue>
User: It gives 0.
\t<alt>Help!
Assistant: Of which call?
\t<alt>What is `n` then?
\t<alt> What did you expect?
User: Of `up(1)`. Is it this?
<code>
1. def up(n):
2.     return n + 1
</code>
\t<alt>Or this?
<code>
1. def up(n):
2.     return n * 2
</code>
Assistant: Try it.
Then tell me.
User: It works.
</dialogue>
"""
BEGUN_BY_THE_TUTOR = """<dialogue>
Assistant: Hello, how can I help?
User: It gives 0.
Assistant: I see.
Assistant: What is `n` there?
</dialogue>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "3_7_up_conversational_thread_1.txt").write_text(ABOUT + TALK, "utf-8")
    (tmp_path / "3_7_up_socratic_dialogue.txt").write_text(ABOUT + BEGUN_BY_THE_TUTOR, "utf-8")
    return tmp_path


def test_dialogues_of_the_benchmark_as_texts(folder: Path) -> None:
    one, other = read("socratic", folder)
    assert (one.tutor, one.problem, one.task) == ("human", "3", "Add one to a number.")
    assert one.program == other.program == "def up(n):\n    return n - 1\n"
    assert one.repairs == ("def up(n):\n    return n + 1\n", "def up(n):\n    return 1 + n\n")
    assert one.faulty == (2,)
    assert "def test_1():\n    assert up(1) == 2" in one.tests
    assert [(turn.role, turn.text) for turn in one.turns] == [
        ("student", "It gives 0."),
        ("tutor", "Of which call?"),
        ("student", "Of `up(1)`. Is it this?"),
        ("tutor", "Try it.\nThen tell me."),
        ("student", "It works."),
    ]
    assert one.turns[1].references == ("What is `n` then?", "What did you expect?")
    assert [turn.program for turn in one.turns] == [None, None, "def up(n):\n    return n + 1\n", None, None]
    (alone,) = read("socratic", folder / "3_7_up_conversational_thread_1.txt")
    assert alone == one


def test_a_folder_is_counted_as_the_benchmark_counts(folder: Path) -> None:
    """Five times a tutor speaks, and three times after the student: not at the beginning, and not after itself."""
    target = folder / "out.jsonl"
    done = CliRunner().invoke(app, ["grade", "convert", "--from", "socratic", str(folder), "--to", str(target)])
    assert done.exit_code == 0
    assert (
        "2 dialogues about 1 program, 5 turns of tutors, 3 of these after a turn of the student."
        in done.output.replace("\n", " ")
    )
    assert len(target.read_text("utf-8").splitlines()) == 2


def test_a_student_who_only_shows_code_has_spoken(folder: Path) -> None:
    item = {"id": "a", "buggy_code": "x = 1\n", "tests": []}
    turns = [{"role": "student", "text": " ", "code": "x = 2\n"}, {"role": "tutor", "text": "Good."}]
    path = folder / "a.jsonl"
    path.write_text(json.dumps({**item, "dialogues": [{"turns": turns}]}), "utf-8")
    (one,) = read("socratic", path)
    assert [turn.program for turn in one.turns] == ["x = 2\n", None]


def test_listings_have_a_space_behind_each_number_or_one_column_for_all() -> None:
    body = ["def up(n):", *(f"    n += {number}" for number in range(2, 11)), "    return n"]
    spaced = "\n".join(f"{number}. {line}" for number, line in enumerate(body, 1))
    aligned = "\n".join(f"{number}.".ljust(3) + line for number, line in enumerate(body, 1))
    assert listing(spaced) == listing(aligned) == "\n".join(body) + "\n"
    assert listing("x = 1.5\n") == "x = 1.5\n"
    assert listing("1. def up(n)\n2.   return n\n") == "def up(n)\n  return n\n"


@pytest.mark.parametrize(
    "fix", ["Replace `-` with `+` on line 9.", "Replace `*` with `+` on line 2.", "Add a colon at the end of line 2."]
)
def test_a_fix_that_cannot_be_made_as_it_is_written_gives_no_program(fix: str) -> None:
    assert repaired("def up(n):\n    return n - 1\n", fix) is None


def test_programs_of_multi_debug_with_their_heads(tmp_path: Path) -> None:
    head = ABOUT[: ABOUT.index("<bug_code>")] + ABOUT[ABOUT.index("<bug_fixes>") : ABOUT.index("<unit_tests>")]
    head = head.replace("Replace `n - 1` with `1 + n` on line 2.", "Replace `up` with `increased` on line 1.")
    (tmp_path / "up.py").write_text(f'"""\n{head}"""\ndef up(n):\n    return n - 1\n', "utf-8")
    (one,) = read("treeinstruct", tmp_path)
    assert (one.id, one.task, one.turns, one.tests) == ("up", "Add one to a number.", (), "")
    assert one.program == "def up(n):\n    return n - 1\n"
    assert one.repairs == ("def increased(n):\n    return n + 1\n",)
    assert one.faulty == (1, 2)


def test_mcminers_programs_with_what_was_found_in_them(tmp_path: Path) -> None:
    solutions = [
        {"solution_index": 0, "generated_code": "def up(n):\n    return n - 1"},
        {"solution_index": 1, "generated_code": "NONE"},
    ]
    made = {"problem_id": 4, "misconception_id": 2, "misconception_description": "Minus adds.", "solutions": solutions}
    problem = {"id": 4, "description": "Add one.", "unit_tests": "assert up(1) == 2", "solutions": ["def up(n): ..."]}
    (tmp_path / "codes").mkdir()
    path = tmp_path / "codes" / "problem_4_misc_2.json"
    path.write_text(json.dumps(made, indent=2), "utf-8")
    (alone,) = read("mcminer", path)
    assert (alone.turns[0].text, alone.tests) == ("Minus adds.", "")
    (tmp_path / "problems_processed.json").write_text(json.dumps([problem]), "utf-8")
    (tested,) = read("mcminer", tmp_path)
    assert (tested.problem, tested.task, tested.repairs) == ("4", "Add one.", ("def up(n): ...",))
    assert "assert up(1) == 2" in tested.tests
    found = {"prediction_id": "x", "source_file": path.name, "solution_index": 0}
    found |= {"predicted_misconceptions": [{"description": "Lists start at 1."}]}
    (tmp_path / "predictions.json").write_text(json.dumps([found]), "utf-8")
    (mined,) = read("mcminer", tmp_path)
    assert mined.turns[0].text == "Lists start at 1."
    assert mined.program == "def up(n):\n    return n - 1\n"


def test_what_models_of_quest_gen_said_beside_what_people_did(tmp_path: Path) -> None:
    asked = f"You are given <METADATA> and <CONVERSATION>.\n<METADATA>\n{ABOUT}</METADATA>\n\n<CONVERSATION>\n"
    row = {"prompt": f"{asked}User: Hi\nAssistant: Hello\nUser: It gives 0.", "output": "['What is `n`?', 'Why?']"}
    path = tmp_path / "model.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["prompt", "output", "prediction"])
        table.writeheader()
        table.writerow({**row, "prediction": r"['What is `n`?</CONVERSATION>\nUser: 1', 'Why?</s>']"})
    (one,) = read("quest-gen", path)
    assert (one.tutor, one.program, one.problem) == ("model", "def up(n):\n    return n - 1\n", "Add one to a number.")
    assert [turn.text for turn in one.turns] == ["It gives 0.", "What is `n`?"]
    assert (one.turns[1].suggestions, one.turns[1].references) == (("Why?",), ("What is `n`?", "Why?"))


@pytest.mark.parametrize(
    ("form", "name", "text", "said"),
    [
        ("socratic", "", "", "holds no .txt file: name the folder in which the dialogues are"),
        ("socratic", "a.txt", "Hello", "there is no <dialogue> in it"),
        ("socratic", "a.txt", "<unit_tests>assert</unit_tests><dialogue>", "what is in <unit_tests> is no Python"),
        ("treeinstruct", "", "", "holds no .py file"),
        ("treeinstruct", "a.py", "x = 1\n", "no head with <problem> and <bug_fixes> is above it"),
        ("mcminer", "", "", "holds no programs of McMiner"),
        ("mcminer", "a.json", "[\n1,\n", "is no JSON: Expecting value: line 3"),
        ("mcminer", "a.json", '{"code": "x", "misconception": "y"}\n{\n', "line 2: this is no JSON"),
        ("mcminer", "a.json", '[{"prediction_id": "a"}]', "name the folder that holds both"),
        ("quest-gen", "a.csv", "a,b\n", "prompt is not among them"),
        ("quest-gen", "a.csv", "prompt,output,prediction\nx,['a'],What?\n", "row 1: prediction must be a list"),
        ("csv", "", "", "Is a directory"),
    ],
)
def test_what_is_wrong_with_a_data_set_is_told(form: str, name: str, text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name if name else tmp_path
    if name:
        path.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=re.escape(said)):
        list(read(form, path))

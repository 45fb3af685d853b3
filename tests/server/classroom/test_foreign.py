"""Tests that were written for other tools: none of them gets lost, and a teacher is told of what is not read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from gadfly_server.classroom.foreign.translating import LARGEST_YAML, translated
from gadfly_server.classroom.reading import UnreadableError
from helpers.classrooms import Lab, gadfly

CHECKS = """\
check50:
  checks:
    prints 1:
      - run: python3 sign.py
        stdin: [1]
        stdout: plus
    prints -1:
      - run: python3 sign.py
        stdin: ["-1"]
        stdout: minus
    "?":
      - run: python3 sign.py
        stdin: [0]
        stdout: none
    "!":
      - run: python3 sign.py
        stdin: [2]
        stdout: plus
"""
SIGN = "print('plus' if int(input()) > 0 else 'minus')\n"


def cell(name: str, text: str) -> dict[str, object]:
    about = {"grade": True, "solution": False, "grade_id": name}
    return {"cell_type": "code", "metadata": {"nbgrader": about}, "source": text}


def outcomes(lab: Lab, program: str) -> dict[str, str]:
    [file] = json.loads(gadfly("check", lab.work / program, "--format", "json").stdout)["files"]
    return {test["id"].partition("::")[2]: test["outcome"] for test in file["tests"]}


def test_checks_whose_names_differ_in_signs_alone_are_all_run(lab: Lab) -> None:
    lab.file(CHECKS, ".cs50.yaml")
    lab.file(SIGN, "sign.py")
    lab.file('[tests]\nvisible = [".cs50.yaml"]\n')
    assert outcomes(lab, "sign.py") == {
        "test_prints_1": "passed",
        "test_prints_1_2": "passed",
        "test_check": "failed",
        "test_check_2": "passed",
    }
    assert "\n  ✗ test_check  " in gadfly("check", lab.work / "sign.py").stdout


def test_cells_whose_names_differ_in_signs_alone_are_all_run(lab: Lab) -> None:
    cells = [
        cell("a-1", "assert half(2) == 1"),
        cell("a_1", "assert half(3) == 1.5"),
        cell("a_1_2", "assert not half(0)"),
    ]
    lab.file(json.dumps({"cells": cells}), "half.ipynb")
    lab.file("def half(number):\n    return number // 2\n", "half.py")
    lab.file('[tests]\nvisible = ["*.ipynb"]\n')
    assert outcomes(lab, "half.py") == {"test_a_1": "passed", "test_a_1_2": "failed", "test_a_1_2_2": "passed"}


def test_a_file_that_cannot_be_read_is_told_to_the_teacher(lab: Lab) -> None:
    lab.file("check50:\n  checks: &all\n    one: *all\n", ".cs50.yaml")
    lab.file(SIGN, "sign.py")
    lab.file('[tests]\nvisible = [".cs50.yaml"]\n')
    checked = gadfly("classroom", "check")
    assert checked.exit_code == 1
    assert "it has references (& or *), which are not read" in checked.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("check50:\n  checks:\n    one: [\n", "it is not YAML (line 4: "),
        ("check50:\n  checks:\n    1:\n    - run: rm -r .\n", "the check 1 on line 3 does more than run a program"),
    ],
)
def test_what_is_wrong_in_a_file_of_check50_is_told_with_its_line(lab: Lab, text: str, said: str) -> None:
    lab.file(text, ".cs50.yaml")
    lab.file(SIGN, "sign.py")
    lab.file('[tests]\nvisible = [".cs50.yaml"]\n')
    assert said in gadfly("classroom", "check").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_test_to_which_a_link_leads_out_of_the_folder_is_told_to_the_teacher(lab: Lab, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text("from average import average\n\ndef test_far():\n    assert average([1]) == 1\n")
    lab.average()
    (lab.work / "test_far.py").symlink_to(elsewhere)
    lab.file('[tests]\nvisible = ["test_*.py"]\n')
    checked = gadfly("classroom", "check")
    assert checked.exit_code == 1
    assert "test_far.py: left out: a link leads out of" in checked.stdout


def test_yaml_is_read_in_little_time_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("check50:\n  checks:\n" + "    a: []\n" * LARGEST_YAML, "utf-8")
    with pytest.raises(UnreadableError, match="larger than 64 kB"):
        translated(path, tmp_path / "work.py")


@pytest.mark.parametrize("pattern", ["**/" * 3 + "*.py", "**/*/" * 3 + "*.py"])
def test_a_glob_that_takes_for_ever_is_told_and_left_out(lab: Lab, pattern: str) -> None:
    lab.work.joinpath(*map(str, range(30))).mkdir(parents=True)
    program = lab.average()
    lab.file(f'[tests]\nvisible = ["{pattern}", "test_{{program}}.py"]\n')
    result = gadfly("check", program)
    assert "has ** more than 2 times. One ** is as good" in result.stderr
    assert "test_two" in result.stdout
    assert "No test file matches" in gadfly("check", program, "--tests", f"{'**/' * 9}x.py").stderr

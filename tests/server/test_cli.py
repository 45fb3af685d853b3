"""The command line keeps its contract: shapes, exit codes, and a clear word for every bad input."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from glob import escape
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from gadfly_server.cli import app
from gadfly_server.home import state_folder
from gadfly_server.memory import FILE, Memory
from gadfly_server.record import Record
from gadfly_server.tutor.learning import Evidence
from gadfly_server.tutor.remembered import Sign
from gadfly_server.tutor.turns import Dialogue
from helpers import examples


def gadfly(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=typed)


def turns(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def average(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average")) / "average.py"


def answers(folder: Path, *lines: str) -> Path:
    path = folder / "answers.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_ask_prints_each_turn_of_the_tutor_as_one_line(average: Path) -> None:
    result = gadfly("ask", average, "--answers", answers(average.parent, "3", "2", "1"), "--format", "json")
    assert result.exit_code == 1
    said = turns(result)
    assert said[0] == {
        "turn": 1,
        "level": 1,
        "kind": "expected-value",
        "text": "What should `average([2, 4])` give?",
        "points_at": None,
    }
    assert said[1]["marked"] == "right"
    assert said[2]["text"] == "How many times does the body of the loop on line 4 run for `[2, 4]`?"
    assert said[2]["points_at"] == {"line": 4, "end_line": 5}
    assert (said[3]["level"], said[3]["marked"]) == (3, "wrong")
    assert said[3]["text"] == "You said 2. In the run it was 1."
    assert all(set(turn) <= {"turn", "level", "kind", "text", "points_at", "choices", "marked"} for turn in said)
    numbers = [turn["turn"] for turn in said]
    assert numbers == sorted(set(numbers))


def test_ask_is_the_same_every_time(average: Path) -> None:
    given = answers(average.parent, "3", "2", "?", "b", "skip", "why", "4")
    runs = [gadfly("ask", average, "--answers", given, "--format", "json").stdout for _ in range(2)]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) > 8


def test_ask_reads_answers_from_a_pipe(average: Path) -> None:
    assert "Right, that is what the test wants." in gadfly("ask", average, typed="3\n").stdout


@pytest.mark.parametrize("word", ["quit", "exit"])
def test_what_comes_behind_the_word_for_leaving_is_no_answer(average: Path, word: str) -> None:
    asked = gadfly("ask", average, typed=f"{word}\n3\n")
    assert asked.exit_code == 1
    assert asked.stdout == gadfly("ask", average, typed="").stdout


def test_ask_in_words(average: Path) -> None:
    result = gadfly("ask", average, "--answers", answers(average.parent, "3"))
    assert "2 tests disagree with average" in result.stdout
    assert "What should average([2, 4]) give?" in result.stdout
    assert "assert average([2, 4]) == 3" in result.stdout


def test_nothing_wrong_is_zero(average: Path) -> None:
    average.write_text(examples.repaired("average"), encoding="utf-8")
    result = gadfly("ask", average, "--answers", answers(average.parent, "3"))
    assert (result.exit_code, "All 3 tests agree" in result.stdout) == (0, True)


@pytest.mark.parametrize("command", ["hints", "ask"])
def test_a_file_of_tests_is_not_tutored_about(average: Path, command: str) -> None:
    tests = average.with_name("test_average.py")
    done = gadfly(command, tests)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"gadfly: {tests} holds tests. Name the program that they are for: {average}.\n"
    spoken = gadfly(command, tests, "--language", "de")
    assert "enthält Tests" in spoken.stderr
    tests.write_text("class TestIt:\n    def test_one(self):\n        assert 1 == 2\n", encoding="utf-8")
    assert gadfly(command, tests).stderr.endswith("holds tests. Name the program that they are for.\n")


def test_a_program_with_the_name_of_a_test_is_one(average: Path) -> None:
    tests = average.with_name("test_average.py")
    text = average.read_text("utf-8") + "\n\ndef test_two():\n    assert average([2, 4]) == 3\n"
    tests.write_text(text, encoding="utf-8")
    assert "holds tests" not in gadfly("hints", tests).stderr


def test_what_check_shows_is_all_in_the_language_that_was_asked_for(average: Path) -> None:
    shown = gadfly("check", average, "--language", "de").stdout
    assert "Diese Zeilen zuerst ansehen:\n    Zeile " in shown
    assert "\n  line " not in shown
    assert "\n    line " not in shown
    assert (
        "Von den kleinen Änderungen, die ausprobiert wurden, passen nur mit solchen an dieser Anweisung alle Tests."
        in shown
    )
    assert "Zeile 4 läuft in 2 von 2 Tests, die nicht passen. Zeile 4 läuft in 1 von 1 Tests, die passen." in shown
    assert not any(word in shown for word in ("statement", "failing", "passing", "the run"))
    assert "Lines to look at first:\n    line " in gadfly("check", average, "--language", "en").stdout


def test_check_tells_tests_symptoms_and_suspects(average: Path) -> None:
    result = gadfly("check", average, "--format", "json")
    assert result.exit_code == 1
    (file,) = json.loads(result.stdout)["files"]
    assert file["path"] == str(average)
    outcomes = {test["id"].rpartition("::")[2]: test for test in file["tests"]}
    assert outcomes["test_two_numbers"]["outcome"] == "failed"
    assert outcomes["test_two_numbers"]["symptom"] == "Your program gives `2.0`: it is too small."
    assert outcomes["test_two_numbers"]["symptoms"] == ["less", "differs"]
    assert set(outcomes["test_zero_comes_first"]) == {"id", "outcome"}
    scores = [suspect["score"] for suspect in file["suspects"]]
    assert scores == sorted(scores, reverse=True)
    assert all(set(s) == {"line", "end_line", "score", "evidence", "bug", "certain", "sole"} for s in file["suspects"])


BASKET = "def add(item, basket=[]):\n    basket.append(item)\n    return basket\n\n\ndef same(x):\n    return x is 3\n"
BOTH_SHARE = "from basket import add\n\ndef test_b():\n    assert add(1) == [1]\n    assert add(2) == {}\n"


def basket(folder: Path, expected: str = "") -> Path:
    """A program with a pattern that is certain and one that is not, and perhaps a test of the latter."""
    path = folder / "basket.py"
    path.write_text(BASKET, encoding="utf-8")
    if expected:
        (folder / "test_basket.py").write_text(BOTH_SHARE.format(expected), encoding="utf-8")
    return path


def findings(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["files"][0]["findings"]
    return found


def test_check_tells_patterns_with_the_belief_behind_them(tmp_path: Path) -> None:
    result = gadfly("check", basket(tmp_path, "[2]"), "--format", "json")
    assert result.exit_code == 1
    shared, same = findings(result)
    assert (shared["pattern"], shared["misconception"]) == ("mutable-default", "default-made-per-call")
    assert (shared["line"], shared["end_line"]) == (1, 1)
    assert same["pattern"] == "identity-of-literal"
    assert set(shared) == {"pattern", "misconception", "line", "end_line", "message"}


@pytest.mark.parametrize(("line", "belief"), [("i++", "plus-plus-increments"), ("print(1", "")])
def test_check_tells_the_belief_behind_this_very_syntax_error(line: str, belief: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"{line}\n", encoding="utf-8")
    (found,) = findings(gadfly("check", program, "--format", "json"))
    assert (found["pattern"], found["misconception"]) == ("syntax-place", belief)


@pytest.mark.parametrize("expected", ["", "[1, 2]"], ids=["no tests", "tests pass"])
def test_check_tells_only_what_is_certain_where_no_test_fails(tmp_path: Path, expected: str) -> None:
    result = gadfly("check", basket(tmp_path, expected), "--format", "json")
    assert [each["pattern"] for each in findings(result)] == ["identity-of-literal"]
    assert result.exit_code == 1
    shown = gadfly("check", tmp_path / "basket.py").stdout
    assert ("[identity-of-literal]" in shown, "[mutable-default]" in shown) == (True, False)


def test_check_passes_over_what_the_classroom_file_turns_off(tmp_path: Path) -> None:
    path = basket(tmp_path)
    (tmp_path / "gadfly.toml").write_text('[patterns]\ndisabled = ["identity-of-literal"]\n', encoding="utf-8")
    result = gadfly("check", path, "--format", "json")
    assert (result.exit_code, findings(result), result.stderr) == (0, [], "")


@pytest.mark.parametrize("command", ["check", "ask", "hints"])
def test_what_is_wrong_with_the_classroom_file_is_told_once_and_all_goes_on(tmp_path: Path, command: str) -> None:
    path = basket(tmp_path, "[2]")
    file = tmp_path / "gadfly.toml"
    file.write_text('[patterns]\ndisabled = ["mutable-defualt"]\n', encoding="utf-8")
    result = gadfly(command, path, *([path] if command == "check" else []), "--format", "json")
    told = f"gadfly: {file}, line 2: `patterns.disabled` names no pattern `mutable-defualt`. Is it `mutable-default`?\n"
    assert (result.exit_code, result.stderr) == (1, told)
    assert [json.loads(line) for line in result.stdout.splitlines()]


def test_check_looks_at_several_programs(average: Path) -> None:
    good = average.with_name("good.py")
    good.write_text("def one():\n    return 1\n", encoding="utf-8")
    result = gadfly("check", good, average)
    assert result.exit_code == 1
    assert "good.py" in result.stdout
    assert "✗ test_average.py::test_two_numbers" in result.stdout


def test_a_program_without_tests_is_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "good.py"
    path.write_text("def one():\n    return 1\n", encoding="utf-8")
    assert gadfly("check", path).exit_code == 0
    asked = gadfly("ask", path, typed="")
    assert asked.exit_code == 0
    assert "def test_one():" in asked.stdout


def test_hints_climb_from_level_to_level(average: Path) -> None:
    result = gadfly("hints", average, "--format", "json")
    said = turns(result)
    assert [hint["level"] for hint in said] == [0, 1, 2, 3, 4, 5]
    assert said[0]["text"] == "2 tests disagree with `average`"
    assert said[3]["text"].startswith("How many times does the body of the loop on line 4 run for `[2, 4]`?")
    assert "In the run it was 1." in said[3]["text"]


def test_tests_can_be_named(average: Path) -> None:
    average.with_name("test_average.py").rename(average.with_name("checks.py"))
    result = gadfly("check", average, "--tests", "checks.py", "--format", "json")
    assert len(json.loads(result.stdout)["files"][0]["tests"]) == 3


def test_tests_are_counted_from_here_or_from_the_program(average: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checks = average.parent / "week [1]" / "checks"
    checks.mkdir(parents=True)
    average.with_name("test_average.py").rename(checks / "one.py")
    here = checks.parent
    monkeypatch.chdir(here)
    for glob in ("checks/*.py", "week*/checks/*.py", escape(str(checks)) + "/*.py"):
        result = gadfly("check", average, "--tests", glob, "--format", "json")
        assert result.exit_code == 1, result.output
        assert len(json.loads(result.stdout)["files"][0]["tests"]) == 3


@pytest.mark.parametrize("command", ["ask", "check", "hints"])
@pytest.mark.parametrize("glob", ["nothing/*.py", "**x", "/nowhere/*.py"])
def test_tests_that_are_nowhere(average: Path, command: str, glob: str) -> None:
    result = gadfly(command, average, "--tests", glob)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"gadfly: No test file matches '{glob}'")
    assert len(result.stderr.splitlines()) == 1


def test_what_is_refused_or_crashes_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "test_work.py").write_text("from work import f\ndef test_f():\n    assert f(1) == 2\n")
    for body, words in {
        "import os; os.remove(__file__)": "Gadfly does not let a run change or delete your file work.py.",
        "import ctypes; ctypes.string_at(0)": "The run gave nothing: the program crashed Python (SIGSEGV).",
    }.items():
        (tmp_path / "work.py").write_text(f"def f(n):\n    {body}\n")
        assert words in gadfly("check", tmp_path / "work.py").stdout


def test_a_test_file_that_does_not_load_is_told_with_its_line(average: Path) -> None:
    average.with_name("test_average.py").write_text("import average\nimport no_such_thing\n")
    assert "test_average.py does not load (line 2): ModuleNotFoundError" in gadfly("check", average).stdout


def bad_inputs(folder: Path) -> dict[Path, str]:
    """Each bad input and what is said about it."""
    (folder / "notes.txt").write_text("hello")
    (folder / "latin.py").write_bytes(b"x = 1\ny = '\xe9'\n")
    (folder / "large.py").write_text("x = 1\n" * 200_000)
    return {
        folder / "missing.py": "There is no file",
        folder: "is a folder",
        folder / "notes.txt": "is not a Python program",
        folder / "latin.py": "is not UTF-8 text: see line 2",
        folder / "large.py": "is larger than 1 MB",
        folder / ("x" * 300 + ".py"): "cannot be read: File name too long",
    }


@pytest.mark.parametrize("command", ["ask", "check", "hints"])
def test_bad_input_gets_one_clear_line(tmp_path: Path, command: str) -> None:
    for path, message in bad_inputs(tmp_path).items():
        result = gadfly(command, path)
        assert result.exit_code == 2, path
        assert message in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert "Traceback" not in result.output


@pytest.mark.skipif(os.geteuid() == 0, reason="everything can be read by root")
def test_an_unreadable_program(average: Path) -> None:
    average.chmod(0)
    result = gadfly("ask", average)
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_missing_answers(average: Path) -> None:
    result = gadfly("ask", average, "--answers", average.with_name("nowhere.txt"))
    assert result.exit_code == 2
    assert "nowhere.txt cannot be read" in result.stderr


@pytest.mark.parametrize(
    "words", [["ask"], ["ask", "a.py", "--format", "xml"], ["nothing"], ["serve", "--stdio", "--tcp", "x:1"]]
)
def test_wrong_usage_is_two(words: list[str]) -> None:
    assert gadfly(*words).exit_code == 2


def test_help_names_every_command() -> None:
    result = gadfly("--help")
    assert result.exit_code == 0
    for command in ("ask", "check", "hints", "memory", "forget", "serve", "doctor"):
        assert f"  {command}" in result.stdout
        assert gadfly(command, "--help").exit_code == 0


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from gadfly_server.cli import app; heavy = {'tree_sitter', 'pygls', 'lsprotocol', 'asyncio'}; "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & heavy))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_doctor_tells_of_an_environment_whose_python_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(tmp_path / "gone")
    result = gadfly("doctor", tmp_path)
    assert result.exit_code == 0
    assert f"{tmp_path / '.venv'} is broken: the Python it was made from is gone." in result.stdout


def test_doctor_says_nothing_of_what_is_in_force_where_nothing_ran(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    result = gadfly("doctor", tmp_path)
    assert result.exit_code == 2
    assert "what is in force is not known, for no test ran" in result.stdout
    assert "in force: " not in result.stdout


def test_doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "state"))
    result = gadfly("doctor", tmp_path)
    assert result.exit_code == 0, result.output
    assert "Test runs" in result.stdout
    assert str(tmp_path / "state") in result.stdout
    assert "FAIL" not in result.stdout


def test_it_speaks_the_language_of_the_option_else_of_the_classroom_else_of_the_terminal(
    average: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(*words: str) -> str:
        return str(turns(gadfly("ask", average, "--format", "json", *words))[0]["text"])

    german, english = "Was soll `average([2, 4])` liefern?", "What should `average([2, 4])` give?"
    assert first("--language", "de") == german
    assert first() == english
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert first() == german
    (average.parent / "gadfly.toml").write_text('language = "en"\n', encoding="utf-8")
    assert first() == english
    assert first("--language", "de") == german
    refused = gadfly("hints", average, "--language", "tlh")
    assert (refused.exit_code, refused.stderr) == (2, "gadfly: Gadfly speaks en and de, not tlh.\n")


def test_a_whole_dialogue_in_german(average: Path) -> None:
    typed = answers(average.parent, "drei", "Ich glaube, 2", "b", "weiß nicht", "b")
    result = gadfly("ask", average, "--answers", typed, "--format", "json", "--language", "de")
    said = turns(result)
    marks = [turn["marked"] for turn in said if "marked" in turn]
    assert marks == ["right", "wrong", "right", "right"]
    assert said[1]["text"] == "Richtig, genau das will der Test. Dein Programm liefert `2.0`: Es ist zu klein."
    assert said[3]["text"] == "Du sagst: 2. Im Programmlauf war es 1."
    hinted = gadfly("hints", average, "--format", "json", "--language", "de")
    assert turns(hinted)[0]["text"] == "2 Tests passen nicht zu `average`"
    checked = gadfly("check", average, "--format", "json", "--language", "de")
    symptoms = {test.get("symptom") for test in json.loads(checked.stdout)["files"][0]["tests"]}
    assert "Dein Programm liefert `2.0`: Es ist zu klein." in symptoms


def test_the_opening_is_german_with_a_test_and_without(average: Path, tmp_path: Path) -> None:
    assert "test_average.py, Zeile 4:" in gadfly("ask", average, "--language", "de").stdout
    alone = tmp_path / "untested" / "alone.py"
    alone.parent.mkdir()
    alone.write_text("def double(n):\n    return n + n\n", encoding="utf-8")
    assert "Ein erster Test könnte so aussehen:" in gadfly("ask", alone, "--language", "de").stdout


def learned() -> Memory:
    """A memory of two ideas, and a dialogue."""
    memory = Memory()
    Record().keep(Path("there.py"), Dialogue())
    wrong = [Evidence("range-includes-end", Sign.WRONG, str(number)) for number in range(2)]
    memory.learn(Path("there.py"), [*wrong, Evidence("append-returns", Sign.RIGHT, "3")])
    return memory


def test_memory_shows_what_is_remembered_in_words() -> None:
    assert "remembers nothing about you yet" in gadfly("memory").stdout
    learned()
    shown = gadfly("memory")
    assert shown.exit_code == 0
    row = next(line for line in shown.stdout.splitlines() if "range includes its end" in line)
    assert [cell.strip() for cell in row.split("│")[2:4]] == ["2", "0"]
    assert "watch for it" in row
    assert "range-includes-end" in shown.stdout
    assert str(state_folder() / FILE) in shown.stdout


def test_memory_for_programs() -> None:
    learned()
    shown = json.loads(gadfly("memory", "--format", "json").stdout)
    assert shown["file"] == str(state_folder() / FILE)
    first, second = shown["remembered"]
    assert {key: first[key] for key in ("misconception", "held", "refuted", "programs")} == {
        "misconception": "range-includes-end", "held": 2, "refuted": 0, "programs": 1,
    }  # fmt: skip
    assert (second["misconception"], second["held"], second["refuted"]) == ("append-returns", 0, 1)
    assert 0 < first["weight"] <= 1


def test_one_idea_is_forgotten() -> None:
    memory = learned()
    unknown = gadfly("forget", "range-include-end")
    assert (unknown.exit_code, unknown.stderr.endswith("Is it `range-includes-end`?\n")) == (2, True)
    assert gadfly("forget", "range-includes-end").stdout == "Forgotten: 2 things about you.\n"
    assert [each.misconception for each in memory.everything()] == ["append-returns"]


def test_everything_is_forgotten_with_one_command() -> None:
    learned()
    said = gadfly("forget", "--all").stdout
    assert said.startswith("Forgotten: 3 things about you. 1 dialogue is gone, too. Deleted: ")
    assert all(str(state_folder() / name) in said for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"))
    assert [path for path in state_folder().rglob("*") if path.is_file()] == [state_folder() / "lock"]
    assert gadfly("forget", "--all").stdout == "There was nothing to forget.\n"


def test_what_to_forget_has_to_be_said() -> None:
    assert gadfly("forget").exit_code == 2
    assert gadfly("forget", "range-includes-end", "--all").exit_code == 2


def test_doctor_tells_of_a_memory_that_was_broken(tmp_path: Path) -> None:
    learned().close()
    (state_folder() / FILE).write_bytes(b"no database at all" * 100)
    first, second = gadfly("doctor", tmp_path).stdout, gadfly("doctor", tmp_path).stdout
    assert ("was broken" in first, "was broken" in second) == (True, False)
    assert "memory.broken.sqlite3" in second


def test_check_has_the_suspects_best_first_whatever_test_is_talked_about(tmp_path: Path) -> None:
    program = tmp_path / "stats.py"
    program.write_text(
        "def mean(values):\n    total = 0\n    for v in values:\n        total += v\n"
        "    return total // len(values)\n\n\n"
        "def spread(values):\n    high = max(values)\n    low = min(values)\n    return high + low\n",
        "utf-8",
    )
    (tmp_path / "test_stats.py").write_text(
        "from stats import mean, spread\n\n\ndef test_mean():\n    assert mean([1, 2]) == 1.5\n\n\n"
        "def test_four():\n    assert mean([1, 2, 3, 4]) == 2.5\n\n\n"
        "def test_spread():\n    assert spread([4, 9, 5]) == 5\n",
        "utf-8",
    )
    file = json.loads(gadfly("check", program, "--format", "json").stdout)["files"][0]
    assert (file["suspects"][0]["line"] in range(1, 6), file["suspects"][0]["bug"]) == (True, 0)
    talk = gadfly("ask", program, "--answers", "-", "--format", "json", typed="5\n[4, 9, 5]\nskip\nskip\nskip\nmore\n")
    (direct,) = [turn["text"] for turn in turns(talk) if turn["kind"] == "direct"]
    assert "I would look at line 11 first." in direct

"""What is exported keeps to OpenAI's formats, tells of nobody, and needs the student's word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from gadfly_server.cli import app
from gadfly_server.events.journal import Journal
from gadfly_server.grading.files import write
from gadfly_server.grading.transcript import Place as Lines
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.transcript import Turn as Said
from gadfly_server.models.answering import Prompt
from gadfly_server.models.request import WordingRequest, prompt_of
from gadfly_server.record import Record
from gadfly_server.settings import Models
from gadfly_server.terminal import data
from gadfly_server.terminal.export import export
from gadfly_server.terminal.programs import Unusable
from gadfly_server.tuning import consent
from gadfly_server.tuning.outputs import Outputs, keeping
from gadfly_server.tutor.question import Place
from gadfly_server.tutor.turns import Dialogue, Seen, Turn

PROGRAM = """\
# by ada@example.org
def total_of(numbers):
    total = 0
    for n in numbers[1:]:
        total += n
    return total
"""
QUESTION = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
GOOD = "Picture the run. How many times does the body of the loop on line 4 run for `[2, 4]`?"
BAD = "The loop is wrong. How many times does the body of the loop on line 4 run for `[2, 4]`?"
MESSAGE = {
    "type": "object",
    "required": ["role", "content"],
    "additionalProperties": False,
    "properties": {"role": {"enum": ["system", "user", "assistant"]}, "content": {"type": "string", "minLength": 1}},
}
OUTPUT = {
    "type": "array",
    "minItems": 1,
    "items": {**MESSAGE, "properties": {**MESSAGE["properties"], "role": {"const": "assistant"}}},  # type: ignore[dict-item]
}
CHAT = {
    "type": "object",
    "required": ["messages"],
    "additionalProperties": False,
    "properties": {"messages": {"type": "array", "minItems": 2, "items": MESSAGE}},
}
PREFERENCE = {
    "type": "object",
    "required": ["input", "preferred_output", "non_preferred_output"],
    "additionalProperties": False,
    "properties": {
        "input": {
            "type": "object",
            "required": ["messages"],
            "additionalProperties": False,
            "properties": {
                "messages": {"type": "array", "minItems": 1, "items": MESSAGE},
                "tools": {"type": "array"},
                "parallel_tool_calls": {"type": "boolean"},
            },
        },
        "preferred_output": OUTPUT,
        "non_preferred_output": OUTPUT,
    },
}


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("GADFLY_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "config.toml").write_text('[models]\nname = "m"\nkeepForTuning = true\n', "utf-8")
    return tmp_path


def dialogue() -> Dialogue:
    turns = (
        Turn(1, "tutor", 1, "expected-value", "What should `total_of([2, 4])` give?", question="goal"),
        Turn(2, "student", 1, "answer", "6, says ada@example.org", question="goal", marked="right"),
        Turn(3, "tutor", 2, "count", QUESTION, Place(4, 5), question="count:4", worded=GOOD, by="m"),
    )
    return Dialogue(turns=turns, seen=Seen(PROGRAM, "failing", (("test_two", "4"),)), bug="test_two")


def kept(state: Path, *replies: tuple[str, str]) -> None:
    Record().keep(state / "work.py", dialogue())
    keep = keeping(Models("m", keep=True), _nobody)
    for output, reason in replies:
        keep(prompt_of(WordingRequest(2, "count", QUESTION)), output, reason)


def _nobody(problem: str) -> None:
    raise AssertionError(problem)


def rows(folder: Path, name: str) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_each_line_is_of_the_format(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = (json.dumps({"question": BAD}), "states something")
    kept(state, refused, (json.dumps({"question": GOOD}), ""))
    assert export(state / "out") == 0
    assert "preferences.jsonl: 1 examples" in capsys.readouterr().out
    (decomposed,), questions, (pair,) = (
        rows(state / "out", name) for name in ("decomposer", "questioner", "preferences")
    )
    for row in (decomposed, *questions):
        jsonschema.validate(row, CHAT)
        assert [each["role"] for each in row["messages"]] == ["system", "user", "assistant"]
    jsonschema.validate(pair, PREFERENCE)
    steps = json.loads(decomposed["messages"][-1]["content"])["steps"]
    assert steps == [{"kind": "expected-value", "lines": None}, {"kind": "count", "lines": [4, 5]}]
    assert [json.loads(row["messages"][-1]["content"])["question"] for row in questions][1] == GOOD
    assert json.loads(pair["preferred_output"][0]["content"]) == {"question": GOOD}
    assert json.loads(pair["non_preferred_output"][0]["content"]) == {"question": BAD}
    assert rows(state / "out", "reasons") == [{"reason": "states something"}]


def test_where_nothing_passed_ours_is_preferred(state: Path) -> None:
    kept(state, (json.dumps({"question": BAD}), "states something"), ("no JSON", "was not JSON"))
    export(state / "out")
    pairs = rows(state / "out", "preferences")
    assert [json.loads(each["preferred_output"][0]["content"])["question"] for each in pairs] == [QUESTION] * 2
    assert len(rows(state / "out", "reasons")) == len(pairs)


def test_what_tells_who_somebody_is_is_taken_out(state: Path) -> None:
    kept(state)
    export(state / "out")
    assert not any("ada@" in path.read_text("utf-8") for path in (state / "out").iterdir())


def test_nothing_is_kept_or_exported_without_the_students_word(state: Path) -> None:
    assert not consent.given(Models("m"))
    keeping(Models("m"), _nobody)(Prompt("r", "{}", {}), "text", "reason")
    assert not Outputs().path.exists()
    (state / "config.toml").write_text('[models]\nname = "m"\n', "utf-8")
    with pytest.raises(Unusable, match="keepForTuning"):
        export(state / "out")
    assert not (state / "out").exists()


def test_the_word_is_kept_with_the_others_and_can_be_taken_back(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not Journal().consents()
    assert consent.given(Models("m", keep=True))
    assert Journal().consent(consent.TUNING).texts
    data.show(as_json=False)
    assert "for tuning models: programs and words." in capsys.readouterr().out
    data.tune(allowed=False)
    assert "Nothing is recorded for tuning models." in capsys.readouterr().out
    assert not consent.given(Models("m", keep=True)), "whatever the file says"
    with pytest.raises(Unusable, match="`gadfly data allow --tuning` allows it again"):
        export(state / "out")
    data.tune(allowed=True)
    assert consent.given(Models("m", keep=True))
    assert not consent.given(Models("m"))


def test_without_the_setting_it_is_told_that_nothing_is_kept(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.tune(allowed=True)
    assert "Nothing is kept" not in capsys.readouterr().out
    (state / "config.toml").write_text('[models]\nname = "m"\n', "utf-8")
    data.tune(allowed=True)
    assert "Nothing is kept before `keepForTuning = true`" in capsys.readouterr().out
    (state / "config.toml").write_text("", "utf-8")
    data.tune(allowed=True)
    assert "No model is set up, so nothing is kept yet." in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["allow", "--texts"], ["allow", "--contact", "Ada"], ["allow", "--for", "."], ["refuse", "--for", "."]]
)
def test_what_is_asked_for_beside_it_is_not_dropped_silently(state: Path, words: list[str]) -> None:
    done = CliRunner().invoke(app, ["data", *words, "--tuning"])
    assert (done.exit_code, Journal().consents()) == (2, {})
    assert "Type two commands" in done.stderr


def test_who_deletes_everything_has_still_said_no(state: Path) -> None:
    assert consent.given(Models("m", keep=True))
    data.delete(dialogues=False, memory=False, sure=True)
    assert not Journal().consents()
    data.tune(allowed=False)
    data.delete(dialogues=False, memory=False, sure=True)
    assert not consent.given(Models("m", keep=True))


def test_where_nobody_can_know_nothing_is_kept_and_it_is_told(state: Path) -> None:
    (state / "state").write_text("no folder", "utf-8")
    told: list[str] = []
    keeping(Models("m", keep=True), told.append)(Prompt("r", "{}", {}), "text", "reason")
    assert [each.partition(" cannot be used")[0] for each in told] == [str(state / "state" / "events.sqlite3")]
    with pytest.raises(Unusable, match="cannot be used"):
        export(state / "out")


def test_transcripts_of_anybody_make_the_same_files(state: Path) -> None:
    told = Transcript(
        id="one",
        tutor="somebody",
        problem="sums",
        program=PROGRAM,
        tests="def test_it(): assert total_of([2, 4]) == 6",
        repairs=(PROGRAM.replace("[1:]", ""),),
        turns=(
            Said(role="tutor", text="What should `total_of([2, 4])` give?", level=1),
            Said(role="student", text="6, says ada@example.org"),
            Said(role="tutor", text=QUESTION, points_at=Lines(line=4, end_line=5)),
            Said(role="tutor", text="Well done."),
            Said(role="tutor", text="What is `n` now?", program="n = 1\n", points_at=Lines(line=1, end_line=1)),
        ),
    )
    write(state / "told.jsonl", [told])
    (state / "config.toml").write_text("", "utf-8")
    assert export(state / "out", [state / "told.jsonl"]) == 0
    (decomposed,), questions = rows(state / "out", "decomposer"), rows(state / "out", "questioner")
    for row in (decomposed, *questions):
        jsonschema.validate(row, CHAT)
    steps = json.loads(decomposed["messages"][-1]["content"])["steps"]
    assert steps == [{"kind": "question", "lines": None}, {"kind": "question", "lines": [4, 5]}]
    asked = [json.loads(row["messages"][-1]["content"])["question"] for row in questions]
    assert asked == ["What should `total_of([2, 4])` give?", QUESTION, "What is `n` now?"]
    written = "".join(path.read_text("utf-8") for path in (state / "out").iterdir())
    assert "ada@" not in written
    assert "test_it" not in written
    assert "for n in numbers:" not in written, "a repair"
    (state / "told.jsonl").write_text('{"id": 3}\n', "utf-8")
    with pytest.raises(Unusable, match="line 1"):
        export(state / "other", [state / "told.jsonl"])


def test_a_folder_with_something_in_it_is_left_alone(state: Path) -> None:
    (state / "out").mkdir()
    (state / "out" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Unusable, match="is there already"):
        export(state / "out")
    assert [each.name for each in (state / "out").iterdir()] == ["mine.txt"]


def test_a_line_that_was_cut_off_is_left_out(state: Path) -> None:
    kept(state, (json.dumps({"question": BAD}), "states something"))
    with Outputs().path.open("a", encoding="utf-8") as file:
        file.write('{"rules": "r", "da')
    assert len([*Outputs().read()]) == 1


def test_who_forgets_everything_forgets_these(state: Path) -> None:
    kept(state, (json.dumps({"question": BAD}), "states something"))
    assert Record().forget_everything() == 1
    assert not Outputs().path.exists()

"""Dialogues outlive the process: whole or not at all, one for each program."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from gadfly_server.home import state_folder
from gadfly_server.record import Record
from gadfly_server.tutor.dialogue import answer, begin, observe
from gadfly_server.tutor.turns import MOST_TURNS, Dialogue
from helpers import examples
from helpers.dialogues import right
from helpers.recorded import facts_from

FACTS = facts_from(examples.program("average"), examples.tests("average"))


@pytest.fixture
def begun() -> Dialogue:
    return answer(begin(FACTS), FACTS, "3")


def test_what_was_kept_comes_back(tmp_path: Path, begun: Dialogue) -> None:
    assert Record(tmp_path).keep(tmp_path / "average.py", begun)
    assert Record(tmp_path).load(tmp_path / "average.py") == begun


def test_the_restored_dialogue_goes_on_where_it_was(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    restored = record.load(tmp_path / "average.py")
    assert restored is not None
    assert observe(restored, FACTS) is restored
    assert restored.question is not None
    assert answer(restored, FACTS, right(restored.question)) == answer(begun, FACTS, right(restored.question))


def test_after_a_restart_with_other_facts_the_run_is_told(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    restored = record.load(tmp_path / "average.py")
    assert restored is not None
    later = observe(restored, facts_from(examples.repaired("average"), examples.tests("average")))
    assert later.turns[: len(begun.turns)] == begun.turns
    assert later.turns[-1].kind == "passed"


def test_each_program_has_its_own(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "a" / "average.py", begun)
    assert record.load(tmp_path / "b" / "average.py") is None


def test_a_link_to_the_program_is_the_program(tmp_path: Path, begun: Dialogue) -> None:
    (tmp_path / "real.py").write_text("")
    (tmp_path / "link.py").symlink_to(tmp_path / "real.py")
    Record(tmp_path).keep(tmp_path / "real.py", begun)
    assert Record(tmp_path).load(tmp_path / "link.py") == begun


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 1}', '{"format": 99, "dialogue": {}}', "\x00"])
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, begun: Dialogue, text: str) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    record.path(tmp_path / "average.py").write_text(text)
    assert record.load(tmp_path / "average.py") is None


FIRST_FIELDS = ("turns", "question", "seen", "asked", "answered", "topic", "wrong", "tries", "closed")


def test_a_dialogue_kept_by_an_earlier_version_is_read(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    path = record.path(tmp_path / "average.py")
    kept = json.loads(path.read_text())
    first = {name: value for name, value in kept["dialogue"].items() if name in FIRST_FIELDS}
    path.write_text(json.dumps({**kept, "dialogue": {**first, "asked_before": []}}))
    loaded = record.load(tmp_path / "average.py")
    assert loaded is not None
    assert (loaded.turns, loaded.question, loaded.level) == (begun.turns, begun.question, 0)


def test_a_dialogue_with_fields_missing_counts_as_nothing(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    path = record.path(tmp_path / "average.py")
    kept = json.loads(path.read_text())
    for field in FIRST_FIELDS:
        path.write_text(json.dumps({**kept, "dialogue": {k: v for k, v in kept["dialogue"].items() if k != field}}))
        assert record.load(tmp_path / "average.py") is None, field


def test_a_folder_that_cannot_be_written_costs_the_memory_only(tmp_path: Path, begun: Dialogue) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert not Record(blocked).keep(tmp_path / "average.py", begun)
    assert Record(blocked).load(tmp_path / "average.py") is None


def test_nothing_half_written_is_left_behind(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    for _ in range(3):
        record.keep(tmp_path / "average.py", begun)
    assert [path.suffix for path in (tmp_path / "dialogues").iterdir()] == [".json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path / "state")
    record.keep(tmp_path / "average.py", begun)
    kept = record.path(tmp_path / "average.py")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (kept.parent, kept, record.folder / "lock")}
    assert modes == {"dialogues": 0o700, kept.name: 0o600, "lock": 0o600}


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, begun: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the new file is written, or the machine ends before it takes the old one's place."""
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    more = answer(begun, FACTS, "2")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    for owner, name in ((os, "fdopen"), (Path, "replace")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, full)
            assert not record.keep(tmp_path / "average.py", more)
        assert Record(tmp_path).load(tmp_path / "average.py") == begun
        assert [path.suffix for path in (tmp_path / "dialogues").iterdir()] == [".json"]
    assert record.keep(tmp_path / "average.py", more)
    assert Record(tmp_path).load(tmp_path / "average.py") == more


def test_two_windows_lose_no_turn(tmp_path: Path) -> None:
    program = tmp_path / "average.py"
    one, other = Record(tmp_path), Record(tmp_path)
    ours, theirs = begin(FACTS), begin(FACTS)
    one.keep(program, ours)
    assert other.load(program) == theirs
    said = [turn.text for turn in ours.turns]
    for turn, word in enumerate(["3", "I don't know", "2", "why", "7", "skip"]):
        if turn % 2:
            before, theirs = theirs, answer(theirs, FACTS, word)
            assert other.keep(program, theirs)
            said += [each.text for each in theirs.turns[len(before.turns) :]]
        else:
            before, ours = ours, answer(ours, FACTS, word)
            assert one.keep(program, ours)
            said += [each.text for each in ours.turns[len(before.turns) :]]
    kept = Record(tmp_path).load(program)
    assert kept is not None
    assert [turn.text for turn in kept.turns] == said
    assert [turn.number for turn in kept.turns] == list(range(1, len(said) + 1))
    assert kept.question == theirs.question


def test_a_window_that_began_before_anything_was_kept_loses_none_either(tmp_path: Path, begun: Dialogue) -> None:
    program = tmp_path / "average.py"
    Record(tmp_path).keep(program, begun)
    Record(tmp_path).keep(program, answer(begin(FACTS), FACTS, "4"))
    kept = Record(tmp_path).load(program)
    assert kept is not None
    assert kept.turns[: len(begun.turns)] == begun.turns
    assert "4" in [turn.text for turn in kept.turns]


def test_the_record_keeps_turns_that_the_dialogue_let_go_of(tmp_path: Path) -> None:
    record = Record(tmp_path)
    dialogue = begin(FACTS)
    while dialogue.turns[-1].number <= MOST_TURNS:
        dialogue = answer(dialogue, FACTS, "why")
        if dialogue.turns[-1].number > MOST_TURNS - 6:
            record.keep(tmp_path / "average.py", dialogue)
    assert dialogue.turns[0].number > 1
    kept = Record(tmp_path).load(tmp_path / "average.py")
    assert kept is not None
    assert [turn.number for turn in kept.turns] == list(range(1, dialogue.turns[-1].number + 1))


def test_lone_surrogates_in_a_program_are_kept(tmp_path: Path) -> None:
    from dataclasses import replace

    odd = replace(begin(FACTS), seen=replace(begin(FACTS).seen, text="x = '\udc80'"))
    assert Record(tmp_path).keep(tmp_path / "odd.py", odd)
    assert Record(tmp_path).load(tmp_path / "odd.py") == odd


def test_forget(tmp_path: Path, begun: Dialogue) -> None:
    record = Record(tmp_path)
    record.keep(tmp_path / "average.py", begun)
    record.forget(tmp_path / "average.py")
    assert record.load(tmp_path / "average.py") is None


def test_what_another_process_forgot_is_not_written_again(tmp_path: Path, begun: Dialogue) -> None:
    program = tmp_path / "average.py"
    record = Record(tmp_path)
    record.keep(program, begun)
    assert Record(tmp_path).forget_everything() == 1
    further = answer(begun, FACTS, "2")
    record.keep(program, further)
    kept = Record(tmp_path).load(program)
    assert kept is not None
    assert kept.turns == further.turns[len(begun.turns) :]


@pytest.mark.parametrize("everything", [True, False])
def test_after_forgetting_two_windows_lose_no_turn(tmp_path: Path, begun: Dialogue, everything: bool) -> None:
    program = tmp_path / "average.py"
    one, other = Record(tmp_path), Record(tmp_path)
    one.keep(program, begun)
    assert other.load(program) == begun
    one.forget_everything() if everything else one.forget(program)
    theirs = answer(begun, FACTS, "2")
    other.keep(program, theirs)
    ours = begin(FACTS)
    one.keep(program, ours)
    ours = answer(ours, FACTS, "?")
    one.keep(program, ours)
    kept = Record(tmp_path).load(program)
    assert kept is not None
    said = [turn.text for turn in (*theirs.turns[len(begun.turns) :], *ours.turns)]
    assert [turn.text for turn in kept.turns] == said


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path))
    assert state_folder() == tmp_path
    monkeypatch.delenv("GADFLY_STATE")
    assert state_folder().name == "gadfly"
    assert state_folder().is_absolute()

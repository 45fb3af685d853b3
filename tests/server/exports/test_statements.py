"""xAPI statements: the same for the same event, read back without loss, and nothing in them that was not allowed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.exports.dataset import write
from gadfly_server.exports.shared import shared
from gadfly_server.exports.statements import EVENT, read, statement
from helpers.happened import journal_of

ALL = Consent(events=True, texts=True, contact="Zaphod")


def made(folder: Path, consent: Consent = ALL) -> list[dict[str, Any]]:
    return [statement(each) for each in shared(journal_of(folder, consent), "cs1")]


def test_the_same_event_makes_the_same_statement(tmp_path: Path) -> None:
    first = made(tmp_path)
    again = made(tmp_path)  # runs are written once more, as other runs
    assert again[: len(first)] == first
    assert len({each["id"] for each in again}) == len(again)


def test_what_is_read_back_is_what_was_shared(tmp_path: Path) -> None:
    every = shared(journal_of(tmp_path, ALL), "cs1")
    for each in every:
        back = read(json.loads(json.dumps(statement(each))))
        assert back is not None
        assert (back.event, back.student, back.assignment) == (each.event, each.student, each.assignment)
        assert (back.session, back.contact, back.at) == (each.session, "Zaphod", each.at)


def test_who_guesses_where_a_program_lies_does_not_find_its_student(tmp_path: Path) -> None:
    """The names of events as they are kept can be worked out for any path; none that leaves can."""
    journal = journal_of(tmp_path, ALL)
    shared_, kept = shared(journal, "cs1"), [each.id for each in journal.read("cs1")]
    write(tmp_path / "out", shared_)
    whole = "".join(path.read_text("utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert not any(each in whole for each in kept)
    guessed = {statement(replace(each, id=name))["id"] for each, name in zip(shared_, kept, strict=True)}
    assert guessed.isdisjoint(statement(each)["id"] for each in shared_)


def test_without_consent_no_word_is_in_them(tmp_path: Path) -> None:
    assert "zaphod" not in json.dumps(made(tmp_path, Consent(events=True))).lower()


def test_statements_of_others_are_none_of_ours() -> None:
    assert read({"id": "x", "verb": {"id": "http://example.org"}}) is None


@pytest.mark.parametrize("broken", [{"kind": "no such"}, {"turn": "<script>"}, {"tests": [1]}, {"level": True}])
def test_a_broken_one_is_told(tmp_path: Path, broken: dict[str, Any]) -> None:
    one = made(tmp_path)[3]
    one["context"]["extensions"][EVENT] |= broken
    with pytest.raises(ValueError, match=r"must not be|statement|valid"):
        read(one)

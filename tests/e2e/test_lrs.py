"""What is sent is taken by a real learning record store, and comes back from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.exports.sending import send
from gadfly_server.exports.shared import Shared, shared
from gadfly_server.exports.statements import read, statement
from gadfly_server.exports.store import Refused, Store
from gadfly_server.report.reading import from_folder, from_store
from gadfly_server.report.report import report_of
from helpers.classes import make
from helpers.happened import EVERY, journal_of
from helpers.stores import KEY, RALPH, ralph

pytestmark = pytest.mark.skipif(not (RALPH.parent / ".ready").exists(), reason="needs Ralph: `make build/ralph/.ready`")
ALL = Consent(events=True, texts=True, contact="Zaphod")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ralph(tmp_path_factory.mktemp("ralph")) as address:
        yield address


def back(store: Store, student: str) -> list[Shared]:
    found = (read(each) for each in store.get())
    return [each for each in found if each and each.student == student]


def test_it_takes_a_statement_of_every_kind_once(url: str, tmp_path: Path) -> None:
    store, journal = Store(url, KEY), journal_of(tmp_path, ALL)
    every = shared(journal, "cs1")
    assert send(journal, store, "cs1") == len(EVERY)
    store.put([statement(each) for each in every])  # once more, as after a kill
    there = back(store, every[0].student)
    assert sorted(there, key=lambda each: each.number) == [
        Shared(**{name: getattr(each, name) for name in each.__slots__} | {"id": statement(each)["id"]})
        for each in every
    ]


def test_a_statement_that_changed_since_holds_the_others_up_not(url: str, tmp_path: Path) -> None:
    store, journal = Store(url, KEY), journal_of(tmp_path, ALL)
    every = shared(journal, "cs1")
    store.put([statement(every[0]) | {"timestamp": "2020-01-01T00:00:00.000Z"}])
    assert send(journal, store, "cs1") == len(EVERY)
    assert len(back(store, every[0].student)) == len(EVERY)


def test_a_report_from_a_store_is_that_from_the_files(url: str, tmp_path: Path) -> None:
    store, problems = Store(url, KEY), list[str]()
    for folder in make(tmp_path, 8):
        lines = (folder / "statements.jsonl").read_text("utf-8").splitlines()
        store.put([json.loads(line) for line in lines])
    files = report_of(from_folder(tmp_path, problems))
    ours = (each for each in from_store(store, problems) if each.course == "cs1-2026")
    assert report_of(ours) == files
    assert files.students == 8
    assert problems == []


def test_a_wrong_key_is_told(url: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not take the key"):
        send(journal_of(tmp_path, ALL), Store(url, "me:wrong"), "cs1")


def test_statements_are_valid_by_ralphs_own_models(tmp_path: Path) -> None:
    import subprocess

    lines = "".join(json.dumps(statement(each)) + "\n" for each in shared(journal_of(tmp_path, ALL), "cs1"))
    check = (
        "import sys; from ralph.models.xapi.base.statements import BaseXapiStatement as S\n"
        "for line in sys.stdin: S.model_validate_json(line)"
    )
    done = subprocess.run([RALPH / "python", "-c", check], input=lines, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]

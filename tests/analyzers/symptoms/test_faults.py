"""A fault in one family of symptoms does not silence the others, and does not go unseen."""

from __future__ import annotations

import logging

import pytest

from gadfly_analyzers.symptoms import ALL, naming
from gadfly_analyzers.symptoms.family import Rank, family
from helpers.symptoms import failing, families

FAULTY = family("faulty", Rank.SEEN, "It is at fault.", lambda _: bool(1 // 0))


def test_the_others_speak(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(naming, "ALL", (FAULTY, *ALL))
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    with caplog.at_level(logging.ERROR):
        assert families(failing([1, 2, 3], [1, 2]))[0] == "last-missing"
    assert "faulty" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_under_test_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "ALL", (FAULTY, *ALL))
    with pytest.raises(ZeroDivisionError):
        families(failing([1, 2, 3], [1, 2]))

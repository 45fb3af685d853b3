"""Patterns are asked one by one, and none can keep the others from being heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.pieces import heard
from gadfly_analyzers.source import Source


def faulty(_: Source) -> Iterator[Finding]:
    raise LookupError("no such node")
    yield


def test_a_fault_in_one_pattern_is_logged_and_does_not_silence_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    assert heard("lone-name", faulty, Source.parse("")) == []
    assert "lone-name" in caplog.text
    assert "no such node" in caplog.text


def test_a_fault_in_a_pattern_fails_its_test() -> None:
    with pytest.raises(LookupError):
        heard("lone-name", faulty, Source.parse(""))

"""Statements reach a store in batches, each once, whatever goes wrong on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Event, Kind
from gadfly_server.events.journal import Journal, Place
from gadfly_server.exports.sending import BATCH, send
from gadfly_server.exports.shared import shared
from gadfly_server.exports.statements import statement
from gadfly_server.exports.store import TRIES, Refused, Store
from gadfly_server.report.reading import from_store
from helpers.happened import EVERY, journal_of
from helpers.stores import answering, page, replying, sent

ALL = Consent(events=True, texts=True)


def impatient(url: str, waited: list[float] | None = None) -> Store:
    return Store(url, wait=(waited if waited is not None else []).append)


def test_a_busy_store_is_asked_again_ever_later(tmp_path: Path) -> None:
    waited: list[float] = []
    with answering(503, 500, 429, 200) as (url, bodies):
        assert send(journal_of(tmp_path, ALL), impatient(url, waited), "cs1") == len(EVERY)
    assert len(bodies) == 4
    assert len({bytes(body) for body in bodies}) == 1
    assert len(waited) == 3
    assert waited[0] < 0.5 < waited[2] <= 2.0


def test_it_waits_as_long_as_the_store_says(tmp_path: Path) -> None:
    waited: list[float] = []
    with answering(429, 200, Retry_After="7") as (url, _):
        send(journal_of(tmp_path, ALL), impatient(url, waited), "cs1")
    assert waited == [7.0]


def test_a_store_that_stays_away_loses_nothing(tmp_path: Path) -> None:
    journal = journal_of(tmp_path, ALL)
    with answering(503) as (url, bodies), pytest.raises(Refused, match="busy"):
        send(journal, impatient(url), "cs1")
    assert len(bodies) == TRIES
    with pytest.raises(Refused, match="cannot be reached"):
        send(journal, impatient(url), "cs1")
    with answering(200) as (url, bodies):
        assert send(journal, impatient(url), "cs1") == len(EVERY)


@pytest.mark.parametrize(("status", "reason"), [(401, "GADFLY_STORE_KEY"), (400, "HTTP 400"), (302, "HTTP 302")])
def test_a_refusal_is_told_at_once(tmp_path: Path, status: int, reason: str) -> None:
    with answering(status, Location="http://127.0.0.1:1/") as (url, bodies), pytest.raises(Refused, match=reason):
        send(journal_of(tmp_path, ALL), impatient(url), "cs1")
    assert len(bodies) == 1


def test_only_what_is_new_is_sent_in_batches(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.allow("cs1", ALL)
    place = Place("p", "cs1")
    journal.write(place, [Event(Kind.REPLY, turn) for turn in range(2 * BATCH + 1)])
    with answering(200) as (url, bodies):
        store = impatient(url)
        assert send(journal, store, "cs1") == 2 * BATCH + 1
        assert len(bodies) == 3
        journal.write(place, [Event(Kind.REPLY, 9999)])
        assert send(journal, store, "cs1") == 1
        assert send(journal, store, "cs1") == 0
    assert len(set(sent(bodies))) == len(sent(bodies)) == 2 * BATCH + 2


def test_after_an_end_between_sending_and_noting_the_same_is_sent(tmp_path: Path) -> None:
    journal = journal_of(tmp_path, ALL)
    with answering(200) as (url, bodies):
        store = impatient(url)
        store.put([statement(each) for each in shared(journal, "cs1")])  # and here the process ends
        send(journal, store, "cs1")
    assert bodies[0] == bodies[1]


def test_too_large_a_batch_is_halved_and_a_known_statement_holds_nothing_up(tmp_path: Path) -> None:
    with answering(413, 200) as (url, bodies):
        send(journal_of(tmp_path / "a", ALL), impatient(url), "cs1")
    assert sent(bodies[1:]) == sent(bodies[:1])
    with answering(409, 409, 200) as (url, bodies):
        send(journal_of(tmp_path / "b", ALL), impatient(url), "cs1")
    assert sent(bodies[1:]) == sent(bodies[:1])


def test_nothing_is_sent_without_consent(tmp_path: Path) -> None:
    journal = journal_of(tmp_path, ALL)
    journal.allow("cs1", Consent())
    with answering(200) as (url, bodies):
        assert send(journal, impatient(url), "cs1") == 0
    assert bodies == []


FORGED = {
    "no HTTP": b"\0\xff" * 1000 + b"\r\n",
    "cut off": page(b'{"statements": [', 10**9),
    "no JSON": page(b"<html>"),
    "no object": page(b"[1]"),
    "no list": page(b'{"statements": 3}'),
    "no address": page(b'{"statements": [], "more": [1]}'),
    "deep": page(b"[" * 10**6),
    "elsewhere": page(b'{"statements": [], "more": "https://example.org/xAPI/statements"}'),
    "in a circle": page(b'{"statements": [], "more": "/xAPI/statements?page=2"}'),
    "too much": page(b" " * (65 << 20)),
}


@pytest.mark.parametrize("reply", FORGED.values(), ids=FORGED)
def test_a_reply_that_no_store_gives_is_refused(reply: bytes) -> None:
    with replying(reply) as (url, _), pytest.raises(Refused):
        list(impatient(url).get())


def test_a_key_for_a_store_goes_over_no_line_that_all_can_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    reply = b'{"statements": [], "more": "http://lrs.example.org/xAPI/statements?page=2"}'

    def ask(_: Store, __: str, url: str, ___: bytes | None) -> bytes:
        asked.append(url)
        return reply

    monkeypatch.setattr(Store, "_ask", ask)
    with pytest.raises(Refused, match="sends us elsewhere"):
        list(Store("https://lrs.example.org/xAPI", "me:secret").get())
    assert len(asked) == 1


def test_what_is_in_a_page_need_not_be_ours() -> None:
    with replying(page(b'{"statements": [1, null, {"context": 3}, {"context": {"extensions": [1]}}]}')) as (url, _):
        assert list(from_store(impatient(url), [])) == []


def test_a_server_that_speaks_no_http_loses_nothing(tmp_path: Path) -> None:
    journal = journal_of(tmp_path, ALL)
    with replying(FORGED["no HTTP"]) as (url, heard), pytest.raises(Refused, match="cannot be reached"):
        send(journal, impatient(url), "cs1")
    assert len(heard) == TRIES
    assert journal.sent(url, "cs1") == 0


@pytest.mark.parametrize("url", ["http://lrs.example.org/xAPI", "file:///etc/passwd", "", "https://me:pw@example.org"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        Store(url)


def test_the_key_is_in_no_message() -> None:
    assert "secret" not in repr(Store("https://example.org/xAPI", "me:secret"))

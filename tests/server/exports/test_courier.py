"""What a student shares is brought to the store without being asked, and is that student's own."""

from __future__ import annotations

import time
from contextvars import copy_context

from gadfly_server.events.consent import Consent
from gadfly_server.events.journal import Journal
from gadfly_server.exports.courier import Courier
from gadfly_server.home import belongs_to
from helpers.happened import EVERY, PLACE
from helpers.stores import answering, sent

PATIENCE = 30.0  # seconds


def until(bodies: list[bytes], number: int) -> None:
    began = time.monotonic()
    while len(sent(bodies)) < number:
        assert time.monotonic() < began + PATIENCE
        time.sleep(0.01)


def test_each_student_of_a_class_server_shares_their_own() -> None:
    def of(student: str, url: str) -> tuple[Courier, str]:
        belongs_to(student)
        journal = Journal()
        journal.allow(PLACE.course, Consent(events=True, store=url))
        journal.write(PLACE, EVERY)
        return Courier(url, PLACE.course, problems.append), journal.pseudonyms.student(PLACE.course)

    problems: list[str] = []
    with answering(200) as (url, bodies):
        couriers, names = zip(*(copy_context().run(of, name, url) for name in ("Ada", "Bob")), strict=True)
        for courier in couriers:
            courier.start()
        until(bodies, 2 * len(EVERY))
        for courier in couriers:
            courier.stop()
    whole = b"".join(bodies).decode()
    assert len(set(names)) == 2
    assert all(name in whole for name in names)
    assert problems == []


def test_a_store_that_is_none_is_told_and_nothing_else_happens() -> None:
    problems: list[str] = []
    courier = Courier("http://example.org", "cs1", problems.append)
    courier.start()
    began = time.monotonic()
    while not problems:
        assert time.monotonic() < began + PATIENCE
        time.sleep(0.01)
    assert "must begin with https://" in problems[0]

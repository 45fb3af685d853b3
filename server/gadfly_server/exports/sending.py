"""Sends what a student shares to a learning record store: in batches, each once, going on where it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.exports.shared import shared
from gadfly_server.exports.statements import statement

if TYPE_CHECKING:
    from gadfly_server.events.journal import Journal
    from gadfly_server.exports.store import Store

BATCH = 100  # statements


def send(journal: Journal, store: Store, course: str) -> int:
    """Send what is new, and tell how many statements that were. Raises ``Refused`` and ``Unusable``.

    A batch counts as sent when the store said so; if this process ends before that is written down, the same
    statements are sent once more, with the same ids.
    """
    count = 0
    while batch := shared(journal, course, journal.sent(store.url, course), BATCH):
        store.put([statement(each) for each in batch])
        journal.mark_sent(store.url, course, batch[-1].number)
        count += len(batch)
    return count

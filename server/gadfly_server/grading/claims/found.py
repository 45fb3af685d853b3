"""All claims of a text, checked."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_server.grading.case import Case
from gadfly_server.grading.claims.calls import claims_of_calls
from gadfly_server.grading.claims.claim import Checked
from gadfly_server.grading.claims.lines import checked_lines


def claims(text: str, case: Case) -> Iterator[Checked]:
    """Check what a text says of calls and of lines."""
    yield from claims_of_calls(text, case.calls)
    yield from checked_lines(text, case)

"""How a server says no, and what that means for whoever waits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from gadfly_server.models.answering import Unanswered
from gadfly_server.wording import say

_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_SOON = 0.2  # seconds to wait after a fault of a server that names no time
_AN_HOUR = 3600.0
_SPENT = frozenset({"insufficient_quota", "budget_exceeded", "billing_hard_limit_reached"})  # OpenAI's, LiteLLM's


@dataclass(frozen=True, slots=True)
class Fault:
    """A status; ``wait`` is for how many seconds the server asks, ``spent`` tells that it counts a budget, used up."""

    status: int
    wait: float | None
    spent: bool


def fault(status: int, headers: Mapping[str, str], body: object) -> Fault:
    """Read a failure; of its body only what kind it is, for the words in it may quote the key."""
    told = body if isinstance(body, dict) else {}
    told = told["error"] if isinstance(told.get("error"), dict) else told
    kinds = {str(told.get(key)) for key in ("type", "code")}
    return Fault(status, _seconds(headers.get("retry-after", "")), bool(kinds & _SPENT))


def within(body: object) -> Fault:
    """Read a failure that a server tells of in a reply that it had begun; it may name the status there."""
    code = str(body.get("code")) if isinstance(body, dict) else ""
    return fault(int(code) if re.fullmatch("[45][0-9][0-9]", code) else 500, {}, body)


def unanswered(fault: Fault) -> Unanswered:
    """The same for people, and when to ask again."""
    if fault.spent:
        return Unanswered(say("The budget that the model's server counts is used up."), again=fault.wait or _AN_HOUR)
    if fault.status in (401, 403):
        return Unanswered(
            say("The model's server does not take the key (HTTP {status}).", status=fault.status), lasting=True
        )
    if 300 <= fault.status < 400:  # who goes there takes the program to somebody whom nobody has named
        return Unanswered(say("The model's server sends us to another address (HTTP {status}).", status=fault.status))
    if fault.status not in _BUSY:
        return Unanswered(
            say("The model's server does not know what it is asked (HTTP {status}).", status=fault.status)
        )
    wait = None if fault.status == 429 else _SOON
    return Unanswered(
        say("The model's server is busy or broken (HTTP {status}).", status=fault.status),
        again=wait if fault.wait is None else fault.wait,
    )


def _seconds(named: str) -> float | None:
    """The time in a header ``Retry-After``: seconds, or a date; no more than an hour, for servers err in it, too."""
    if named.isdecimal():
        return min(float(named), _AN_HOUR)
    try:
        until = (parsedate_to_datetime(named) - datetime.now(timezone.utc)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(until, 0.0), _AN_HOUR)

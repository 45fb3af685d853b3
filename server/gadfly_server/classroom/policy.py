"""The lab's policy: a file of the system, which students cannot write.

It names the keys whose signatures the lab trusts and those that open hidden tests, what holds whatever a classroom
file says (``[always]``), and what holds where no classroom file does (``[otherwise]``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from gadfly_server.classroom.checking import checked
from gadfly_server.classroom.reading import Told, UnreadableError, read

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ("lab", "since", "trusted", "signed_since", "hidden_keys", "always", "otherwise")


@dataclass(frozen=True, slots=True)
class Policy:
    """What a lab lays down; where it trusts keys, or cannot be read, only signed classroom files hold.

    What was signed before ``signed_since`` holds no more: who has kept an older file could put it back.
    """

    file: Path
    lab: str = ""
    since: date | None = None
    trusted: tuple[str, ...] = ()
    signed_since: date | None = None
    hidden_keys: tuple[str, ...] = field(default=(), repr=False)
    always: dict[str, Any] = field(default_factory=dict)
    otherwise: dict[str, Any] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    wants_signatures: bool = True


def read_policy(file: Path) -> Policy:
    """Read it; what is wrong with it is told, and the rest holds."""
    try:
        told = read(file)
    except UnreadableError as error:
        return Policy(file, problems=(str(error),))
    table = told.table or {}
    problems = [
        f"{file}: `{name}` means nothing in a policy. Known: {', '.join(KEYS)}." for name in table if name not in KEYS
    ]
    trusted, broken = _texts(told, "trusted")
    hidden, unread = _texts(told, "hidden_keys")
    since, not_since = _day(told, "since")
    signed_since, not_signed = _day(told, "signed_since")
    lab = table.get("lab", "")
    always, wrong = _rules(told, "always")
    otherwise, also_wrong = _rules(told, "otherwise")
    return Policy(
        file,
        lab if isinstance(lab, str) else "",
        since,
        trusted,
        signed_since,
        hidden,
        always,
        otherwise,
        (*problems, *not_since, *not_signed, *broken, *unread, *wrong, *also_wrong),
        wants_signatures="trusted" in table,
    )


def _texts(told: Told, name: str) -> tuple[tuple[str, ...], list[str]]:
    value = (told.table or {}).get(name, [])
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value), []
    return (), [f'{told.file}: `{name}` has to be a list of texts. Write, for example: {name} = ["…"]']


def _day(told: Told, name: str) -> tuple[date | None, list[str]]:
    value = (told.table or {}).get(name)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value, []
    return None, [f"{told.file}: `{name}` has to be a date. Write, for example: {name} = 2026-09-01"]


def _rules(told: Told, name: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    value = (told.table or {}).get(name, {})
    if not isinstance(value, dict):
        return {}, (f"{told.file}: `{name}` is a table. Begin it with [{name}] on a line of its own.",)
    return checked(told, f"{name}.", value)

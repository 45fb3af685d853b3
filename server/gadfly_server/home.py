"""Whose state this is: of the user of this machine, or of one of many students that one server talks to."""

from __future__ import annotations

import hashlib
import hmac
import os
from contextvars import ContextVar
from pathlib import Path

_STUDENT: ContextVar[str] = ContextVar("student", default="")


def state_folder() -> Path:
    """Where programs keep their state; ``GADFLY_STATE`` overrides it, and each student of a class has a part of it."""
    from platformdirs import user_state_path  # noqa: PLC0415 - not needed before something is kept

    chosen = os.environ.get("GADFLY_STATE")
    shared = Path(chosen) if chosen else user_state_path("gadfly", appauthor=False)
    student = _STUDENT.get()
    return shared / "students" / hashlib.sha256(student.encode()).hexdigest()[:32] if student else shared


def translated_tests() -> Path:
    """Where tests lie that were made of those for other tools; whoever they are for, they follow from a file."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - few need it

    return user_cache_path("gadfly") / "tests"


def belongs_to(student: str) -> None:
    """From here on, in this task and those that it starts, state is that of a student; of the user, if empty."""
    _STUDENT.set(student)


def token_of(student: str, secret: bytes) -> str:
    """What a student's editor shows so that nobody else can be taken for that student."""
    return hmac.new(secret, student.encode(), hashlib.sha256).hexdigest()


def is_token_of(student: str, token: str, secret: bytes) -> bool:
    """Whether a token was made for a student with this secret."""
    return hmac.compare_digest(token_of(student, secret).encode(), token.encode())

"""What a student lets be recorded and told: nothing, until the student says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Consent:
    """What was allowed for one course, and since when (UTC).

    ``events`` is what happened, without words; ``texts`` are programs and what was said; ``contact`` is how the student
    wants to be called when a teacher is told who may need help, and empty where nobody is to be told.
    ``store`` is the address to which it may be sent, as the student was told it; anybody may have written another one
    into a classroom file since.
    """

    events: bool = False
    texts: bool = False
    contact: str = ""
    since: str = ""
    store: str = ""


NONE = Consent()

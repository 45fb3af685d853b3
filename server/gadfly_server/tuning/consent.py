"""Whether texts may be kept and given to who tunes models: one more thing that a student allows, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.events.consent import Consent
from gadfly_server.events.journal import Journal

if TYPE_CHECKING:
    from gadfly_server.settings import Models

TUNING = "tuning models"  # stands where others have the name of a course


def given(models: Models, journal: Journal | None = None) -> bool:
    """Tell whether the student allows it; everything that keeps or exports texts for tuning asks here.

    It takes ``keepForTuning`` in the student's own file, which is written down as a consent when it is first met;
    what ``gadfly data refuse --tuning`` takes back stays so whatever that file says.
    """
    journal = journal or Journal()
    if models.keep and not journal.consent(TUNING).since:
        journal.allow(TUNING, Consent(texts=True))
    return said(models, journal)


def said(models: Models, journal: Journal | None = None) -> bool:
    """Tell whether the student said so with ``gadfly data allow --tuning``: somebody else's file is no consent."""
    return models.keep and (journal or Journal()).consent(TUNING).texts

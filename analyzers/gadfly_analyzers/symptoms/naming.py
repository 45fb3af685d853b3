"""Names how the result of a failing test is wrong."""

from __future__ import annotations

import logging
import os

from gadfly_analyzers.symptoms import ALL
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Family, Symptom

_LOG = logging.getLogger(__name__)


def symptoms_of(evidence: Evidence) -> tuple[Symptom, ...]:
    """List the symptoms that a failing test shows, the most specific first; there is always at least one."""
    shown = [family.symptom for family in ALL if _is_shown(family, evidence)]
    return tuple(sorted(shown, key=lambda symptom: -symptom.specificity))


def _is_shown(family: Family, evidence: Evidence) -> bool:
    try:
        return family.is_shown_by(evidence)
    except Exception:  # A fault in one family must not silence the others.
        if "PYTEST_CURRENT_TEST" in os.environ:
            raise
        _LOG.exception("symptom %s failed", family.symptom.family)
        return False

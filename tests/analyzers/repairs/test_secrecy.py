"""A repair cannot be shown, copied or written down."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.repairs.repair import Edit, Repair, edits_of

EDIT = Edit(3, 4, b"the cure")
REPAIR = Repair("comparison/a to b", Span(0, 9), [EDIT])
KEYS = re.compile(r"\bedits_(of|together)\b")
OPENERS = {
    *("localize/luck.py", "localize/search.py", "localize/repairs/candidates.py", "localize/repairs/repair.py"),
    *("attempts/trying.py", "variants/making.py"),  # for simulated students, and nobody else may import them
}


def test_only_the_key_opens_it() -> None:
    assert edits_of(REPAIR) == (EDIT,)
    assert not hasattr(REPAIR, "__dict__")
    assert not hasattr(REPAIR, "edits")


def test_the_key_is_used_where_repairs_are_made_and_tried_and_nowhere_else() -> None:
    room = Path(__file__).parents[3]
    package = room / "analyzers" / "gadfly_analyzers"
    files = [*package.rglob("*.py"), *(room / "server").rglob("*.py")]
    users = {path.relative_to(package).as_posix() for path in files if KEYS.search(path.read_text("utf-8"))}
    assert users == OPENERS


@pytest.mark.parametrize("shown", [REPAIR, EDIT, [REPAIR], {"repair": EDIT}])
def test_no_printed_form_tells_what_it_is(shown: object, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        logging.info("%s %r", shown, shown)
    told = f"{shown} {shown!r} {shown!s:>20} {shown!a} {caplog.text}"
    assert "cure" not in told


@pytest.mark.parametrize("copied", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_it_cannot_be_copied_or_written_down(copied: Callable[[Repair], object]) -> None:
    with pytest.raises(TypeError):
        copied(REPAIR)


def test_repairs_with_the_same_edits_are_equal() -> None:
    assert Repair("other", Span(1, 2), [EDIT]) == REPAIR
    assert len({REPAIR, Repair("other", Span(1, 2), [EDIT])}) == 1
    assert Repair("comparison/a to b", Span(0, 9), []) != REPAIR

"""A verdict tells nothing of a repair, and a checker cannot be looked into by accident."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.changes import Change, change_of
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.source import Source
from helpers.leaks import checker_of

SECRET = change_of("x = a > 1\n", "x = a >= secret\n")
KNOWN = Known(Source.parse("x = a > 1\n"), (), (SECRET,))
ROOM = Path(__file__).parents[3] / "analyzers" / "gadfly_analyzers" / "leaks"
ALL_REASONS = re.compile(
    r"tells to edit|leads to what should be otherwise|"
    r"names an operator that only a repair has|has a (?:name|value) that only a repair has there|"
    r"has a piece of code that only a repair has|writes a line of the program otherwise|"
    r"a piece of code in it makes \d+ more tests? pass at line \d+|"
    r"names a line|quotes a piece of a statement|quotes the very part of a statement that matters"
)


async def test_reasons_are_of_a_few_forms_none_of_which_holds_a_repair(tmp_path: Path) -> None:
    texts = (
        "Replace `>` with `>=` on line 3, so that it is greater than or equal to.",
        "What about `age >= 18`?",
        "Is it `return age >= 18`?",
        "Shouldn't the limit be inclusive on line 3?",
    )
    async with Runner() as runner:
        checker = await checker_of("grown_up", runner, tmp_path)
        verdicts = [await checker.verdict(text, level) for text in texts for level in range(7)]
    reasons = [reason.text for verdict in verdicts for reason in verdict.reasons]
    assert len(set(reasons)) > 4
    assert [text for text in reasons if not ALL_REASONS.fullmatch(text)] == []
    assert [text for text in reasons if ">" in text or "equal" in text] == []


@pytest.mark.parametrize("secret", [SECRET, KNOWN, [SECRET], {"changes": KNOWN}])
def test_no_printed_form_tells_what_it_is(secret: object) -> None:
    assert "secret" in SECRET.new
    told = f"{secret} {secret!r} {secret!s:>20} {secret!a}"
    assert not re.search(r"secret|>=", told)


@pytest.mark.parametrize("copied", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_it_cannot_be_copied_or_written_down(copied: Callable[[object], object]) -> None:
    for secret in (SECRET, KNOWN):
        assert isinstance(secret, (Change, Known))
        with pytest.raises(TypeError):
            copied(secret)


def test_repairs_are_read_in_one_file_of_this_room() -> None:
    users = {path.name for path in ROOM.glob("*.py") if "localize.repairs" in path.read_text("utf-8")}
    assert users == {"repairs.py", "splices.py"}

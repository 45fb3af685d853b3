"""What the command line says of a test that passes although it is marked as one that has to fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.classrooms import gadfly

MARKED = "@pytest.mark.xfail(strict=True)\ndef test_it():\n    assert work.half(2) == 1\n"
FAILING = "def test_too():\n    assert work.half(4) == 3\n"


@pytest.mark.parametrize(("tests", "suspects"), [(MARKED, []), (MARKED + FAILING, [2])], ids=["alone", "beside"])
def test_a_test_that_has_to_fail_and_passes_accuses_nobody(tests: str, suspects: list[int], tmp_path: Path) -> None:
    program = tmp_path / "work.py"
    program.write_text("def half(n):\n    return n // 2\n")
    (tmp_path / "test_work.py").write_text(f"import pytest, work\n{tests}")
    result = gadfly("check", program, "--format", "json")
    told = json.loads(result.stdout)["files"][0]
    assert result.exit_code == 1
    assert told["tests"][0] == {"id": "test_work.py::test_it", "outcome": "skipped"}
    assert told["problems"][0]["message"].startswith("`test_it` is marked as one that has to fail, and it passes.")
    assert [suspect["line"] for suspect in told["suspects"]] == suspects

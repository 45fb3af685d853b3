"""nbgrader's notebooks: the cells that grade, as far as they are asserts about functions of the program.

https://nbgrader.readthedocs.io/en/stable/user_guide/creating_and_grading_assignments.html describes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gadfly_analyzers.python_text import is_python
from gadfly_server.classroom.foreign.naming import Names

_HIDDEN = re.compile(
    r"^[^\S\n]*### BEGIN HIDDEN TESTS.*?^[^\S\n]*### END HIDDEN TESTS[^\n]*\n?", re.MULTILINE | re.DOTALL
)


def translate(text: str, program: Path) -> tuple[str, tuple[str, ...]]:
    """Each cell that grades as a test function; raises ``ValueError`` for what is no notebook."""
    try:
        told = json.loads(text)
    except ValueError as error:
        raise ValueError(f"it is no notebook ({error})") from None
    tests, left_out, names = [f"from {program.stem} import *"], [], Names()
    for number, (name, source) in enumerate(_graded(told), 1):
        if _HIDDEN.search(source):
            left_out.append(f"the hidden tests in cell {name}: put them into the bundle of hidden tests")
        shown = _HIDDEN.sub("", source).strip("\n")
        if not is_python(shown):
            left_out.append(f"cell {name} holds what is not plain Python")
            continue
        if shown.strip():
            word = names.of(name, str(number))
            tests.append(f"\ndef test_{word}():\n" + "\n".join(f"    {line}" for line in shown.split("\n")))
    return "\n\n".join(tests) + "\n", tuple(left_out)


def _graded(told: Any) -> Iterator[tuple[str, str]]:
    """Names and texts of the cells that grade and are no solution."""
    cells = _dict(told).get("cells")
    for cell in map(_dict, cells if isinstance(cells, list) else ()):
        about = _dict(_dict(cell.get("metadata")).get("nbgrader"))
        if cell.get("cell_type") == "code" and about.get("grade") and not about.get("solution"):
            source = cell.get("source", "")
            yield str(about.get("grade_id", "")), "".join(map(str, source)) if isinstance(source, list) else str(source)


def _dict(told: Any) -> dict[str, Any]:
    """What should be a dictionary; an empty one if it is none."""
    return told if isinstance(told, dict) else {}

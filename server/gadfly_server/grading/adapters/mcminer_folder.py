"""A folder with McMiner's data as its repository has them: programs, what was found in them, and the problems.

A program's file has the misconception that it was made of; ``predictions.json`` has what a model found, by the
program's file and the number of the solution in it; ``problems_processed.json`` has tests and right programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

NO_PROGRAM = ("", "NONE")  # the misconception could not be put into this one
Item = Mapping[str, Any]


def rows(found: Sequence[tuple[Path, Item]]) -> Iterator[dict[str, Any]]:
    """Give a row for each thing that was found in a program; where nothing was looked for, for what it was made of."""
    predicted: dict[tuple[str, int], list[str]] = {}
    for _, item in found:
        if "predicted_misconceptions" in item and "source_file" in item:
            place = (_stem(item["source_file"]), int(item.get("solution_index") or 0))
            told = (str(each.get("description") or "") for each in item["predicted_misconceptions"])
            predicted.setdefault(place, []).extend(text for text in told if text)
    problems = {str(item["id"]): item for _, item in found if "unit_tests" in item and "id" in item}
    for path, item in found:
        for number, solution in enumerate(item.get("solutions") or () if "misconception_id" in item else ()):
            place = (path.stem, int(solution.get("solution_index", number)))
            said = predicted.get(place, []) if predicted else [str(item.get("misconception_description") or "")]
            code = str(solution.get("generated_code") or "").strip("\n")
            if code.strip() not in NO_PROGRAM:
                about = problems.get(str(item.get("problem_id")), {})
                for one in filter(None, said):
                    yield _row(place, code, one, item, about)


def _row(place: tuple[str, int], code: str, said: str, item: Item, problem: Item) -> dict[str, Any]:
    return {
        "id": f"{place[0]}/{place[1]}",
        "problem_id": item.get("problem_id"),
        "code": code + "\n",
        "misconception": said,
        "task": problem.get("description"),
        "tests": problem.get("unit_tests"),
        "repairs": [str(each) for each in problem.get("solutions") or ()],
    }


def _stem(name: object) -> str:
    return str(name).removesuffix(".json")

"""The words of our questions beside those of human tutors, as the Socratic Debugging Benchmark scores them.

It says little: constant sentences do as well as large models.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gadfly_server.grading.overlap import section
from gadfly_server.grading.overlap.said import Said, first_lines
from gadfly_server.grading.overlap.similarity import published
from gadfly_server.tutor.turns import Turn


def units(item: Mapping[str, Any], ours: Sequence[Turn]) -> Iterator[Said]:
    """Give each turn of a tutor that follows one of the student: what may be said, and what we say by then."""
    for dialogue in item.get("dialogues") or ():
        number, heard = 0, ""
        for before, turn in zip([{}, *dialogue["turns"]], dialogue["turns"], strict=False):
            heard = turn["text"] if turn["role"] == "student" else heard
            if turn["role"] != "tutor" or before.get("role") != "student":
                continue
            last = max(0, min(number, len(ours) - 3))
            systems = {
                "Gadfly, 1": tuple(each.text for each in ours[min(number, len(ours) - 1) :][:1]),
                "Gadfly, 3": tuple(each.text for each in ours[last : last + 3]),
            }
            references = first_lines([turn["text"], *turn["alternatives"]])
            if references:
                yield Said(item["problem_id"], heard, references, systems)
            number += 1


def table(found: Sequence[Said]) -> Iterator[str]:
    """Score everything, beside constant sentences and retrieval."""
    ways = published()
    if found:
        yield from section.table(section.with_baselines(found, ways["ROUGE-L"]), ways)

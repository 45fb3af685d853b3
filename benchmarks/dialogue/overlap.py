"""The words of our questions beside those of human tutors, as the Socratic Debugging Benchmark scores them.

It says little: constant sentences do as well as large models.  The scorers are installed into ``build/overlap``.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from environments import environment
from gadfly_server.tutor.turns import Turn
from localize.programs import ROOT

PLACE = ROOT / "build" / "overlap"
WANTED = ("rouge-score==0.1.2", "sacrebleu==2.5.1")
SCORER = Path(__file__).with_name("overlap_scores.py")


def units(item: Mapping[str, Any], ours: Sequence[Turn]) -> Iterator[dict[str, Any]]:
    """Give each turn of a tutor that follows one of the student: what may be said, and what we say by then."""
    half = hashlib.sha256(f"fold{item['problem_id']}".encode()).digest()[0] % 2
    for dialogue in item.get("dialogues") or ():
        number, heard = 0, ""
        for before, turn in zip([{}, *dialogue["turns"]], dialogue["turns"], strict=False):
            heard = turn["text"] if turn["role"] == "student" else heard
            if turn["role"] != "tutor" or before.get("role") != "student":
                continue
            said = [turn["text"], *turn["alternatives"]]
            last = max(0, min(number, len(ours) - 3))
            yield {
                "fold": half,
                "problem": item["problem_id"],
                "heard": heard,
                "references": [text.strip().split("\n")[0] for text in said if text.strip()],
                "systems": {
                    "Gadfly, 1": [each.text for each in ours[min(number, len(ours) - 1) :][:1]],
                    "Gadfly, 3": [each.text for each in ours[last : last + 3]],
                },
            }
            number += 1


def table(found: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Score everything, beside constant sentences and retrieval."""
    python = environment(PLACE, WANTED)
    if python is None or not found:
        yield "The words of human tutors were not compared: the scorers could not be installed."
        return
    done = subprocess.run(
        [str(python), str(SCORER)], input=json.dumps(found), capture_output=True, text=True, check=True
    )
    yield f"| questions a turn ({len(found)} turns) | ROUGE-L P | R | F1 | BLEU-4 P | R | F1 |"
    yield "|---|---|---|---|---|---|---|"
    for name, scores in json.loads(done.stdout).items():
        yield f"| {name} | {' | '.join(f'{score:.3f}' for score in scores)} |"

"""Kill the server and its workers at random moments of a dialogue, and count the turns that are lost.

    python benchmarks/kills.py [--kills 200] [--seed 1]

A real client talks over LSP. After each restart, every turn that was ever shown must be in the panel, in the kept
dialogue and in the record of events.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from helpers import editor
from helpers.kills import survive

HEADING = "## Killed at any moment\n\n"
PATIENCE = 300.0  # seconds for a server to answer: what is lost is measured, and not how soon
QUICK = os.environ.get("GADFLY_BENCH_QUICK") == "1"


def main() -> int:
    """Kill, count and print; a lost turn is a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20 if QUICK else 200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if not Path("/proc/self/task").exists():
        print(f"{HEADING}Not measured here: it reads /proc.")
        return 0
    editor.PATIENCE = PATIENCE
    with tempfile.TemporaryDirectory() as place:
        outcome = asyncio.run(survive(Path(place), chosen.kills, chosen.seed))
    print(
        f"{HEADING}`benchmarks/kills.py`: {outcome.servers} kills of the server and {outcome.workers} of its workers "
        f"(`kill -9`, at random moments of a scripted dialogue over LSP, seed {chosen.seed}). "
        f"Of {len(outcome.shown)} turns that were shown, {len(outcome.lost)} were missing after the restart "
        "in the panel, in the kept dialogue or in the record."
    )
    for each in outcome.lost[:20]:
        print(f"- {each}", file=sys.stderr)
    return 1 if outcome.lost else 0


if __name__ == "__main__":
    raise SystemExit(main())

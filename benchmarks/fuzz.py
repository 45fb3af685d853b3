"""Throw messages at the server, and hold what it says against a fresh server's.

    python benchmarks/fuzz.py [--messages 1000000] [--again]

Legs of 50,000 messages are worked through one after another, each with a seed and a server of its own; what is done is
kept in build/fuzz.json, so that a run that was stopped goes on. ``--again`` begins anew.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from helpers.storms import ACTIONS, UNITS
from helpers.typing_memory import STATUS, resident
from helpers.weather import Weather, stormy

HEADING = "## Any message at all\n\n"
DONE = Path(__file__).resolve().parents[1] / "build" / "fuzz.json"
LEG = 50_000
BETWEEN = 60  # actions from one comparison to the next
QUICK = os.environ.get("GADFLY_BENCH_QUICK") == "1"


def main() -> int:
    """Run what is missing of the messages, and print; a difference, a fault or a leak is a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=LEG if QUICK else 1_000_000)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--leg", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if not STATUS.exists():
        print(f"{HEADING}Not measured here: it reads /proc.")
        return 0
    if chosen.leg is not None:
        print(json.dumps(asyncio.run(leg(chosen.leg))))
        return 0
    legs = [] if chosen.again or not DONE.exists() else json.loads(DONE.read_text("utf-8"))
    while sum(each["messages"] for each in legs) < chosen.messages:
        legs.append(run(len(legs)))
        DONE.parent.mkdir(exist_ok=True)
        DONE.write_text(json.dumps(legs), encoding="utf-8")
    print(HEADING + told(legs))
    return 1 if any(each["wrong"] or each["growth"] > 1.05 for each in legs) else 0


def run(seed: int) -> dict[str, Any]:
    """Work through a leg in a process of its own; whatever ends it too early is what was wrong."""
    command = [sys.executable, __file__, "--leg", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        found: dict[str, Any] = json.loads(done.stdout)
        return found
    print(f"leg {seed}: {done.stderr[-2000:]}", file=sys.stderr)
    return {"seed": seed, "messages": LEG, "compared": 0, "growth": 1.0, "wrong": done.stderr[-2000:]}


async def leg(seed: int) -> dict[str, Any]:
    """Throw the messages of a seed at a server; gives how often it was compared, and how much it grew."""
    logging.disable(logging.CRITICAL)
    chance = Random(seed)
    compared, early = 0, 0
    async with stormy(sorted(UNITS)[seed % len(UNITS)], chance) as weather:
        while weather.storm.sent < LEG:
            if not early and weather.storm.sent > LEG // 2:
                early = await calm(weather)
            await storm(weather, chance)
            await weather.agrees()
            compared += len(weather.storm.texts)
        growth = await calm(weather) / early
    return {"seed": seed, "messages": weather.storm.sent, "compared": compared, "growth": growth, "wrong": ""}


async def storm(weather: Weather, chance: Random) -> None:
    """Do a number of things, with a breath for the server between some of them."""
    actions, weights = zip(*ACTIONS, strict=True)
    for action in chance.choices(actions, weights, k=BETWEEN):
        action(weather.storm, chance)
        if not chance.randrange(4):
            await asyncio.sleep(0)


async def calm(weather: Weather) -> int:
    """Close everything, and give the pages of memory that the process holds then."""
    for uri in tuple(weather.storm.texts):
        weather.storm.texts.pop(uri)
        weather.storm.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    await weather.agrees()
    return resident()


def told(legs: list[dict[str, Any]]) -> str:
    """Say what came of it."""
    growth = max(each["growth"] for each in legs)
    wrong = [each["seed"] for each in legs if each["wrong"]]
    return (
        f"`benchmarks/fuzz.py`: {sum(each['messages'] for each in legs):,} messages to {len(legs)} servers "
        "(edits in and out of place, three encodings of positions, half characters, huge texts, versions that go back, "
        "documents opened twice or never, requests cancelled, repeated, unknown or of the wrong kind, settings in "
        "storms, broken JSON and broken headers, cut anywhere). "
        f"{sum(each['compared'] for each in legs):,} times a document and its diagnostics were held against a fresh "
        f"server's. Servers that went down, differed, left a request unanswered or told of a fault of their own: "
        f"{len(wrong)}{f' (seeds {wrong})' if wrong else ''}. "
        f"Memory of a process from half of its messages on to the last: at most {100 * (growth - 1):+.1f} %."
    )


if __name__ == "__main__":
    raise SystemExit(main())

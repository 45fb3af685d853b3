"""Throw messages at servers, and hold what they say against a fresh server's.

    python benchmarks/fuzz.py [--messages 1000000] [--length 100000] [--seed 0] [--processes 1] [--again]

Each seed is a leg: so many messages (``--length``) to one server, in a process of its own.
What is done is kept in build/fuzz.json, so that a run that was stopped goes on; ``--again`` begins anew.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import json
import logging
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from gadfly_server.lsp import heap
from helpers.storms import ACTIONS, UNITS, URIS, largest
from helpers.typing_memory import STATUS, resident
from helpers.weather import Weather, stormy

Leg = dict[str, Any]
Remembering = type(functools.lru_cache(bool))

HEADING = "## Any message at all\n\n"
DONE = Path(__file__).resolve().parents[1] / "build" / "fuzz.json"
BETWEEN = 60  # actions from one comparison to the next
FILLS = 24  # times that all documents hold the largest texts before a leg: so often until Python asks for no more
WEIGHED = 10  # times that a server's memory is looked at; before the second it is warming up
LONGEST = 3600.0  # seconds that a leg may take
QUICK = os.environ.get("GADFLY_BENCH_QUICK") == "1"


def main() -> int:
    """Run what is missing of the messages, and print; a difference, a fault or a leak is a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=50_000 if QUICK else 1_000_000)
    parser.add_argument("--length", type=int, default=50_000 if QUICK else 100_000, help="messages to each server")
    parser.add_argument("--seed", type=int, default=0, help="the first of them")
    parser.add_argument("--processes", type=int, default=1, help="servers at a time")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--leg", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if not STATUS.exists():
        print(f"{HEADING}Not measured here: it reads /proc.")
        return 0
    if chosen.leg:
        print(json.dumps(asyncio.run(leg(chosen.seed, chosen.length))))
        return 0
    seeds = range(chosen.seed, chosen.seed + math.ceil(chosen.messages / chosen.length))
    legs = worked(seeds, chosen.length, chosen.processes, [] if chosen.again else kept())
    print(HEADING + told(legs))
    return 1 if any(each["wrong"] or each["growth"] > 1.05 for each in legs) else 0


def kept() -> list[Leg]:
    """Give what other runs have done."""
    return json.loads(DONE.read_text("utf-8")) if DONE.exists() else []


def worked(seeds: Iterable[int], length: int, processes: int, done: list[Leg]) -> list[Leg]:
    """Work through the seeds that are not done, and keep each as it ends; gives those that were asked for."""
    DONE.parent.mkdir(exist_ok=True)
    missing = [seed for seed in seeds if not any((each["seed"], each["length"]) == (seed, length) for each in done)]
    with ThreadPoolExecutor(processes) as pool:
        for found in pool.map(lambda seed: run(seed, length), missing):
            done.append(found)
            DONE.write_text(json.dumps(done), encoding="utf-8")
    return [each for each in done if each["seed"] in seeds and each["length"] == length]


def run(seed: int, length: int) -> Leg:
    """Work through a leg in a process of its own; whatever ends it too early is what was wrong."""
    command = [sys.executable, __file__, "--leg", "--seed", str(seed), "--length", str(length)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
        fault = done.stderr[-2000:] or f"it ended with {done.returncode}"
    except subprocess.TimeoutExpired:
        done, fault = None, "it came to no end"
    if done and done.returncode == 0:
        found: Leg = json.loads(done.stdout)
        return found
    print(f"{' '.join(command)}: {fault}", file=sys.stderr)
    return {"seed": seed, "length": length, "messages": 0, "compared": 0, "growth": 1.0, "seconds": 0.0, "wrong": fault}


async def leg(seed: int, length: int) -> Leg:
    """Throw the messages of a seed at a server; gives how often it was compared, and how much it grew.

    ``growth`` is the most memory that it ever held with everything closed, as a ratio to that after a tenth of the
    messages, and ``held`` the pages at each look; ``seconds`` are of the processor, with those of the client and of the
    fresh servers. The largest texts come first: what a process once needed, it does not all give back.
    """
    logging.disable(logging.CRITICAL)
    heap.tidy()  # as the process of a server does
    chance = Random(seed)
    compared, held = 0, list[int]()
    async with stormy(sorted(UNITS)[seed % len(UNITS)], chance) as weather:
        await fill(weather, chance)
        while weather.storm.sent < length:
            await storm(weather, chance)
            await weather.agrees()
            compared += len(weather.storm.texts)
            if weather.storm.sent >= (len(held) + 1) * length / WEIGHED:
                held.append(await calm(weather))
    return {
        "seed": seed,
        "length": length,
        "messages": weather.storm.sent,
        "compared": compared,
        "growth": max(held) / held[0],
        "held": held,
        "seconds": time.process_time(),
        "wrong": "",
    }


async def fill(weather: Weather, chance: Random) -> None:
    """Have every document hold as much at once as the storm ever puts into one, a few times."""
    for _ in range(FILLS):
        for uri in URIS:
            weather.storm.open(uri, 0, largest(chance))
        await weather.agrees()


async def storm(weather: Weather, chance: Random) -> None:
    """Do a number of things, with a breath for the server between some of them."""
    actions, weights = zip(*ACTIONS, strict=True)
    for action in chance.choices(actions, weights, k=BETWEEN):
        action(weather.storm, chance)
        if not chance.randrange(4):
            await asyncio.sleep(0)


async def calm(weather: Weather) -> int:
    """Close everything, empty what keeps so many of the latest and no more, and give the pages that are held then."""
    for uri in URIS:
        weather.storm.close(uri)
    await weather.agrees()
    for each in remembering():
        if each.cache_parameters()["maxsize"] is not None:
            each.cache_clear()
    return resident()


def remembering() -> list[Any]:
    """List what remembers, by the names in our modules: to ask for all objects breaks tuples that a thread builds."""
    ours = [module for name, module in sys.modules.items() if name.startswith("gadfly_")]
    return [each for module in ours for each in vars(module).values() if isinstance(each, Remembering)]


def told(legs: list[Leg]) -> str:
    """Say what came of it."""
    messages = sum(each["messages"] for each in legs)
    growth = max(each["growth"] for each in legs)
    wrong = [each["seed"] for each in legs if each["wrong"]]
    speed = messages / max(sum(each["seconds"] for each in legs), 1e-9)
    return (
        f"`benchmarks/fuzz.py`: {messages:,} messages to {len(legs)} servers "
        "(edits in and out of place, three encodings of positions, half characters, huge texts, versions that go back, "
        "documents opened twice or never, requests cancelled, repeated, unknown or of the wrong kind, settings in "
        "storms, broken JSON and broken headers, cut anywhere). "
        f"{sum(each['compared'] for each in legs):,} times a document and its diagnostics were held against a fresh "
        f"server's. Servers that went down, differed, left a request unanswered or told of a fault of their own: "
        f"{len(wrong)}{f' (seeds {wrong})' if wrong else ''}. "
        f"Memory, looked at {WEIGHED} times in each server's life with all documents closed: at most "
        f"{100 * (growth - 1):+.1f} % of what it was after the first tenth, which begins with the largest texts. "
        f"About {speed:,.0f} messages per second of one processor, with the comparing."
    )


if __name__ == "__main__":
    raise SystemExit(main())

"""How early the faulty statement comes on each data set, and how soon: ours beside other ways and beside guessing.

    python benchmarks/localization.py [--data FOLDER …] [--set NAME …] [--limit N] [--save FILE] [--compare FILE] …

``FOLDER`` holds sets: folders with a ``dev.jsonl`` (or another ``*.jsonl``), or with one folder per item.
By default these are the development sets, which are not part of this repository, and our own beside this script.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from localize.measuring import Wanted, measure
from localize.programs import ROOT, SHARED, programs_of, sets_in
from localize.records import changes, save
from localize.section import HEADING, section

QUICK = bool(os.environ.get("GADFLY_BENCH_QUICK"))


def main() -> None:
    """Measure and print."""
    options = arguments()
    print(HEADING)
    every = {name: place for data in options.data for name, place in sets_in(data).items()}
    sets = {name: place for name, place in every.items() if name in (options.set or (name,))}
    if not sets:
        print("Not measured: the data sets are not here. `--data FOLDER` names their place.")
        return
    wanted = Wanted(options.shipped, options.peers, options.mutation, options.mutation_seconds)
    with tempfile.TemporaryDirectory() as workshop:
        chosen = [programs_of(name, place, Path(workshop), options.limit) for name, place in sets.items()]
        told = measure([program for programs in chosen for program in programs], wanted)
    if options.save:
        save(options.save, told.records)
    print("\n".join(section(told, options.limit, options.image)))
    if options.compare:
        print("\n".join(changes(options.compare, told.records)), file=sys.stderr)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, nargs="*", default=[SHARED / "data", ROOT / "benchmarks"])
    parser.add_argument("--set", nargs="*", help="only these sets")
    limit = "so many programs of each set, evenly spread over it; 0 for all"
    parser.add_argument("--limit", type=int, default=4 if QUICK else 25, help=limit)
    parser.add_argument(
        "--mutation", type=int, default=1 if QUICK else 3, help="so many programs for FauxPy's mutation"
    )
    parser.add_argument("--mutation-seconds", type=float, default=90.0 if QUICK else 300.0, help="for each of these")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="leave FauxPy out")
    parser.add_argument("--shipped", action="store_true", help="take the weights that ship, learned on every set")
    parser.add_argument("--save", type=Path, help="keep what was measured of each program, as JSON Lines")
    parser.add_argument("--compare", type=Path, help="say what is better and worse than in a file kept before")
    parser.add_argument("--image", type=Path, help="draw the shares of programs whose fault comes first, as SVG")
    return parser.parse_args()


if __name__ == "__main__":
    main()

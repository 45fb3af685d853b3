"""Measure the CPU time from a keystroke to its findings, at several lengths of a program.

Run it with `python benchmarks/keystroke.py`. Each keystroke types or takes away a letter of a name, at many places
of a text made of the standard library's own modules; `broken` does the same below a line that is not Python.
Then it does so in programs that are one long thing: a function, a chain of `elif`, a table, a line.
"""

from __future__ import annotations

import argparse
import statistics
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path

from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.source import Edit, Position, Source

SIZES = (500, 5_000, 20_000)
MODULES = (
    "textwrap.py",
    "argparse.py",
    "difflib.py",
    "inspect.py",
    "tarfile.py",
    "pydoc.py",
    "doctest.py",
    "_pydecimal.py",
)

LONG = {
    "a function": "def f(a, b):\n"
    + "".join(f"    c{one} = a + {one}\n    if c{one} > b:\n        print(c{one})\n" for one in range(6_667)),
    "5,000 elif": "def f(x):\n    if x == 0:\n        return 0\n"
    + "".join(f"    elif x == {one}:\n        return {one}\n" for one in range(1, 5_000)),
    "a table": "table = {\n" + "".join(f"    'key{one}': [{one}, value],\n" for one in range(20_000)) + "}\n",
    "1 MB a line": "row = [" + "abc, " * 200_000 + "]\n",
}


def text_of(lines: int) -> str:
    """Give a valid program of about so many lines."""
    folder = Path(sysconfig.get_path("stdlib"))
    whole = "\n".join((folder / name).read_text(encoding="utf-8") for name in MODULES)
    whole = whole.replace("from __future__ import annotations", "")
    statements = Source.parse(whole).tree.root_node.children
    chosen = bytearray()
    while chosen.count(b"\n") < lines:
        for node in statements:
            chosen += (node.text or b"") + b"\n"
            if chosen.count(b"\n") >= lines:
                break
    return chosen.decode()


def keystrokes(text: str, count: int) -> list[float]:
    """Give the milliseconds of CPU that each keystroke took."""
    checker = Checker()
    return timed_keystrokes(text, count, checker.check)


def timed_keystrokes(text: str, count: int, follow: Callable[[Source], object]) -> list[float]:
    """Give the milliseconds of CPU that it took to take over each keystroke and to follow it."""
    source = Source.parse(text)
    follow(source)
    names = list(source.nodes("identifier"))
    taken = []
    for number in range(count):
        # A letter typed and taken away, ten times at one name, then on to a name elsewhere.
        place = source.position(names[(number // 20 * 7919) % len(names)].start_byte)
        typed = Edit(place, Position(place.line, place.column + number % 2), "" if number % 2 else "x")
        start = time.process_time()
        source = source.edited([typed])
        follow(source)
        taken.append((time.process_time() - start) * 1000)
    return taken


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keystrokes", type=int, default=200)
    count = parser.parse_args().keystrokes
    print(f"{'lines':>6} {'findings':>8} {'full ms':>8} {'median':>8} {'p95':>8} {'broken':>8} {'p95':>8}")
    for size in SIZES:
        text = text_of(size)
        start = time.process_time()
        found = len(check(Source.parse(text)))
        full = (time.process_time() - start) * 1000
        whole, broken = keystrokes(text, count), keystrokes("def f(:\n    x = )\n" + text, count)
        figures = [value for taken in (whole, broken) for value in (statistics.median(taken), p95(taken))]
        print(f"{text.count(chr(10)):>6} {found:>8} {full:>8.1f} " + " ".join(f"{value:>8.3f}" for value in figures))
    print(f"\n{'long':>12} {'median':>8} {'p95':>8} {'parser':>8}")
    for name, text in LONG.items():
        taken, parsed = keystrokes(text, count // 5), timed_keystrokes(text, count // 5, lambda source: source.tree)
        print(f"{name:>12} {statistics.median(taken):>8.1f} {p95(taken):>8.1f} {statistics.median(parsed):>8.1f}")


def p95(values: list[float]) -> float:
    """Give the value that 95 of 100 do not exceed."""
    return sorted(values)[int(len(values) * 0.95)]


if __name__ == "__main__":
    main()

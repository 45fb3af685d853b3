"""Run benchmarks and write what they print into BENCHMARKS.md.

    python benchmarks/report.py                     # all of them
    python benchmarks/report.py --quick             # all of them, with few programs and rounds each
    python benchmarks/report.py --list              # what there is, and how many minutes it takes
    python benchmarks/report.py NAME [ARGUMENT …]   # one, with these arguments; what the others printed stays

Each benchmark is a script that prints one Markdown section, and can be run alone.
One that lacks what it needs (the development data sets, another language server) prints that instead.
One that fails says so in its section; the report is written after each, so that a run that is stopped leaves what it
has, and the rest as it was.
"""

from __future__ import annotations

import os
import platform
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
REPORT = HERE.parent / "BENCHMARKS.md"
IMAGES = HERE.parent / "docs" / "images"
PATIENCE = 6  # times as long as is expected, and then a benchmark is stopped
LEAST = 20  # minutes


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A script; about how many minutes it takes on two cores with nothing else to do, ``quick`` and in full."""

    name: str
    quick: float
    full: float
    arguments: tuple[str, ...] = ()


BENCHMARKS = (
    Benchmark("save_to_question", 0.3, 0.3, ("--image", str(IMAGES / "save.svg"))),
    Benchmark("editor", 4, 50, ("--image", str(IMAGES / "keystroke.svg"))),
    Benchmark("budget", 2, 2, ("--markdown", "--image", str(IMAGES / "floors.svg"))),
    Benchmark("first_question", 2, 2),
    Benchmark("localization", 15, 95, ("--image", str(IMAGES / "localization.svg"))),
    Benchmark("symptoms", 2, 2),
    Benchmark("next_turn", 1, 1),
    Benchmark("leaks", 5, 30, ("--asked",)),
    Benchmark("dialogues", 5, 20),
    Benchmark("guard", 3, 3),
    Benchmark("recording", 1, 1),
    Benchmark("kills", 1, 6),
    Benchmark("class_load", 1.5, 13, ("--image", str(IMAGES / "class.svg"))),
    Benchmark("sandbox", 2, 2),
    Benchmark("fuzz", 3, 60),
    Benchmark("decoders", 1, 5),
    Benchmark("grading", 1, 10),
    Benchmark("scale", 5, 15),
)
COMPARED = ("pygls", "tree-sitter", "pytest", "ruff", "python-lsp-server")
_SECTION = re.compile(r"<!-- (\w+) -->\n(.*?)(?=\n<!-- \w+ -->\n|\Z)", re.DOTALL)


def main(arguments: Sequence[str]) -> int:
    """Write the report; 1 if a benchmark failed."""
    if "--list" in arguments:
        print("\n".join(f"{each.name:18} {each.quick:5.1f} quick {each.full:6.1f} full" for each in BENCHMARKS))
        return 0
    if "--quick" in arguments:
        os.environ["GADFLY_BENCH_QUICK"] = "1"
    only, *more = [each for each in arguments if each != "--quick"] or [""]
    chosen = [each for each in BENCHMARKS if only in ("", each.name)]
    if not chosen:
        print(f"There is no benchmark {only}; --list tells which there are.", file=sys.stderr)
        return 2
    text = REPORT.read_text("utf-8") if REPORT.exists() else ""
    head = text.partition("\n<!-- ")[0] if only and text else heading()
    sections = {name: section.strip() for name, section in _SECTION.findall(text)}
    minutes = sum(each.quick if quick() else each.full for each in chosen)
    print(f"About {minutes:.0f} minutes on two cores with nothing else to do.", file=sys.stderr, flush=True)
    failed = []
    for each in chosen:
        sections[each.name], worked = section_of(each, more)
        if not worked:
            failed.append(each.name)
        REPORT.write_text(written(head, sections), "utf-8")
    print(f"Written: {REPORT.name}" + (f"; failed: {', '.join(failed)}" if failed else ""), file=sys.stderr)
    return 1 if failed else 0


def quick() -> bool:
    """Tell whether few programs and rounds are enough."""
    return os.environ.get("GADFLY_BENCH_QUICK") == "1"


def section_of(benchmark: Benchmark, more: Sequence[str] = ()) -> tuple[str, bool]:
    """Run a benchmark; its section, and whether it did what it should."""
    print(f"{benchmark.name} …", file=sys.stderr, flush=True)
    began = time.monotonic()
    limit = 60 * max(LEAST, PATIENCE * (benchmark.quick if quick() else benchmark.full))
    command = [sys.executable, str(HERE / f"{benchmark.name}.py"), *benchmark.arguments, *more]
    told, trouble = ended(command, limit)
    seconds = time.monotonic() - began
    section = told.strip() or f"## {benchmark.name}"
    if trouble:
        section += f"\n\n**This benchmark failed: {trouble}.**"
    print(f"{benchmark.name}: {seconds:.0f} s{f', {trouble}' if trouble else ''}", file=sys.stderr, flush=True)
    return section, not trouble


def ended(command: Sequence[str], limit: float) -> tuple[str, str]:
    """Run a command for so many seconds at most; what it printed, and what went wrong, if anything."""
    # A session of its own, so that whatever it started can be ended with it.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace", start_new_session=True)
    try:
        told, _ = process.communicate(timeout=limit)
    except BaseException as error:
        os.killpg(process.pid, signal.SIGKILL)
        told, _ = process.communicate()
        if not isinstance(error, subprocess.TimeoutExpired):
            raise
        return told, f"it was stopped after {limit / 60:.0f} minutes"
    return told, f"it ended with {process.returncode}" if process.returncode else ""


def written(head: str, sections: dict[str, str]) -> str:
    """The whole report; sections stand in the order of the benchmarks, each behind a mark with its name."""
    parts = [
        f"<!-- {each.name} -->\n{sections.get(each.name) or f'## {each.name}{chr(10) * 2}Not measured.'}"
        for each in BENCHMARKS
    ]
    return "\n\n".join([head.strip(), *parts]) + "\n"


def heading() -> str:
    """Say what the figures are, and on what kind of machine they came about."""
    effort = "QUICK=1 " if quick() else ""
    versions = ", ".join(f"{name} {version(name)}" for name in COMPARED)
    return f"""# Benchmarks

Written by `{effort}make bench`; read the ratios, since machines are noisy.
Machine class: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.
Versions: {versions}."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

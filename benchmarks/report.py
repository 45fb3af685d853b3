"""Run benchmarks and write what they print into BENCHMARKS.md.

    python benchmarks/report.py                     # all of them
    python benchmarks/report.py NAME [ARGUMENT …]   # one, with these arguments; what the others printed stays

Each benchmark is a script that prints one Markdown section, and can be run alone.
One that lacks what it needs (the development data sets, another language server) prints that instead.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
REPORT = HERE.parent / "BENCHMARKS.md"
SCRIPTS = {
    "save_to_question": (),
    "editor": (),
    "first_question": (),
    "localization": ("--image", str(HERE.parent / "docs" / "images" / "localization.svg")),
    "symptoms": (),
    "next_turn": (),
    "leaks": (),
    "dialogues": (),
    "guard": (),
    "recording": (),
    "kills": (),
    "class_load": (),
    "sandbox": (),
    "fuzz": (),
    "decoders": (),
    "grading": (),
    "scale": (),
}
COMPARED = ("pygls", "tree-sitter", "pytest", "ruff", "python-lsp-server")


def main(only: Sequence[str]) -> int:
    """Write the report; 1 if a benchmark failed."""
    first, *kept = REPORT.read_text("utf-8").strip().split("\n\n## ") if only else [heading()]
    sections = [f"## {section}" for section in kept]
    sections += [f"## {name}\n\nNot measured." for name in list(SCRIPTS)[len(kept) :]]
    failed = False
    for number, (name, arguments) in enumerate(SCRIPTS.items()):
        if only and only[0] != name:
            continue
        print(f"{name} …", file=sys.stderr, flush=True)
        command = [sys.executable, str(HERE / f"{name}.py"), *arguments, *only[1:]]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        failed = failed or done.returncode != 0
        sections[number] = done.stdout.strip() or f"## {name}\n\nThis benchmark failed."
    REPORT.write_text("\n\n".join([first, *sections]) + "\n", encoding="utf-8")
    print(f"Written: {REPORT.name}", file=sys.stderr)
    return 1 if failed else 0


def heading() -> str:
    """Say what the figures are, and on what kind of machine they came about."""
    effort = "GADFLY_BENCH_QUICK=1 " if os.environ.get("GADFLY_BENCH_QUICK") else ""
    versions = ", ".join(f"{name} {version(name)}" for name in COMPARED)
    return f"""# Benchmarks

Written by `{effort}make bench`; read the ratios, since machines are noisy.
Machine class: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.
Versions: {versions}."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

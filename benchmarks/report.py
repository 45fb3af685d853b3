"""Run every benchmark and write what they print into BENCHMARKS.md.

Each benchmark is a script that prints one Markdown section, and can be run alone.
One that lacks what it needs (the development data sets, another language server) prints that instead.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = ("save_to_question.py", "editor.py", "first_question.py", "localization.py")
COMPARED = ("pygls", "tree-sitter", "pytest", "ruff", "python-lsp-server")


def main() -> int:
    """Write the report; 1 if a benchmark failed."""
    sections, failed = [], False
    for script in SCRIPTS:
        print(f"{script} …", file=sys.stderr, flush=True)
        done = subprocess.run([sys.executable, HERE / script], stdout=subprocess.PIPE, text=True, check=False)
        failed = failed or done.returncode != 0
        sections.append(done.stdout.strip() or f"## {script}\n\nThis benchmark failed.")
    (HERE.parent / "BENCHMARKS.md").write_text("\n\n".join([heading(), *sections]) + "\n", encoding="utf-8")
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
    sys.exit(main())

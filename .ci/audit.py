"""Ask the registries for known holes in what the lock files name; say so where they do not answer.

    python .ci/audit.py [--strict]

A hole that becomes known tomorrow must not stop a checkout of today: only ``--strict`` fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 90  # seconds
PYTHON = (sys.executable, "-m", "pip_audit", "--requirement", "requirements.lock", "--disable-pip", "--no-deps")


def main(strict: bool) -> int:
    """Print what is known; 1 if there is something, and that matters."""
    told = {
        "PyPI": answer((*PYTHON, "--format", "json", "--progress-spinner", "off", "--timeout", "10"), of_python),
        "npm": answer(("npm", "audit", "--json", "--fetch-retries", "0"), of_node),
    }
    for registry, holes in told.items():
        print(f"{registry}: {'not answered' if holes is None else '; '.join(holes) or 'no known holes'}")
    return 1 if strict and any(told.values()) else 0


def answer(command: tuple[str, ...], read: Callable[[Any], list[str]]) -> list[str] | None:
    """The holes that a tool tells of; ``None`` if it was not told itself."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return read(json.loads(done.stdout))
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        return None


def of_python(told: Any) -> list[str]:
    """What pip-audit found."""
    return [
        f"{package['name']} {package['version']}: {hole['id']}"
        for package in told["dependencies"]
        for hole in package.get("vulns", ())
    ]


def of_node(told: Any) -> list[str]:
    """What ``npm audit`` found; an error has no such part."""
    return [f"{name}: {hole['severity']}" for name, hole in told["vulnerabilities"].items()]


if __name__ == "__main__":
    raise SystemExit(main("--strict" in sys.argv[1:]))

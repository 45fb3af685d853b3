"""Python environments of their own, for what a benchmark needs and a project should not carry."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def environment(place: Path, wanted: Sequence[str]) -> Path | None:
    """Give the interpreter of a folder beside which these packages are; ``None`` if they cannot be had."""
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    ready = place / ".ready"
    if ready.exists() and ready.read_text() == "\n".join(wanted):
        return python
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    try:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(place)], check=True)
        subprocess.run(
            [*pip, "install", "--quiet", "--disable-pip-version-check", *wanted], check=True, stdout=sys.stderr
        )
    except subprocess.CalledProcessError:
        return None
    ready.write_text("\n".join(wanted))
    return python

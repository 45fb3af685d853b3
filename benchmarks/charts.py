"""Charts for BENCHMARKS.md, drawn in an environment of its own that has matplotlib."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import environments

ROOT = Path(__file__).resolve().parent.parent
PLOT = Path(__file__).with_name("plot.py")


def chart(image: Path | None, title: str, told: Mapping[str, Any]) -> str:
    """Draw what was measured; gives the Markdown that shows it, or nothing where it cannot be drawn.

    ``told`` is what plot.py reads: series by name, and what the axes are called.
    """
    python = environments.environment(ROOT / "build" / "charts", ("matplotlib",)) if image else None
    if image is None or python is None:
        return ""
    image.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "told.json")
        file.write_text(json.dumps(told), "utf-8")
        done = subprocess.run([str(python), str(PLOT), str(file), str(image)], check=False, stdout=sys.stderr)
    return f"\n![{title}]({os.path.relpath(image.resolve(), ROOT)})\n" if done.returncode == 0 else ""

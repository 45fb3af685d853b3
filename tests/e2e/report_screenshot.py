"""Makes docs/images/report.png: the report of an invented class, as Chromium shows it.

python tests/e2e/report_screenshot.py [FILE]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from gadfly_server.report.page import page  # noqa: E402 - the tests' helpers come first
from gadfly_server.report.reading import from_folder  # noqa: E402
from gadfly_server.report.report import report_of  # noqa: E402
from helpers.classes import make  # noqa: E402

STUDENTS, SIZE = 60, "1100,1480"


def main(to: Path) -> None:
    """Invent, sum up, photograph."""
    chromium = shutil.which("chromium") or "google-chrome"
    with tempfile.TemporaryDirectory() as place:
        make(Path(place), STUDENTS)
        html = Path(place) / "report.html"
        html.write_text(page(report_of(from_folder(Path(place), []))), "utf-8")
        flags = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={SIZE}", f"--screenshot={to}"]
        subprocess.run([chromium, *flags, html.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images" / "report.png")

"""Writes the page that lists all misconceptions: ``python -m gadfly_analyzers.misconceptions FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from gadfly_analyzers.misconceptions import everything
from gadfly_analyzers.misconceptions.pages import all_pages

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m gadfly_analyzers.misconceptions FILE")
    Path(sys.argv[1]).write_text(all_pages(everything()), encoding="utf-8", newline="\n")

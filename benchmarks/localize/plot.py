"""Draws the shares of programs whose fault comes first, as bars: ``python plot.py SHARES.json IMAGE.svg``.

``SHARES.json`` maps each set to its ways, and these to per cents. The same shares give the same bytes.
Runs in the environment that has matplotlib (see ``peers.py``).
"""

import json
import sys
from pathlib import Path

import matplotlib.pyplot as plt  # type: ignore[import-not-found] # not in our own environment

COLOURS = ("#c8c8c8", "#a6bddb", "#67a9cf", "#02818a", "#d95f0e")


def main() -> None:
    """Draw."""
    shares = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    plt.rcParams.update({"svg.hashsalt": "gadfly", "svg.fonttype": "none", "font.size": 9})
    ways = list(dict.fromkeys(way for one in shares.values() for way in one))
    figure, axes = plt.subplots(figsize=(8, 3.4), layout="constrained")
    width = 0.84 / len(ways)
    for number, way in enumerate(ways):
        places = [place + (number - (len(ways) - 1) / 2) * width for place in range(len(shares))]
        heights = [one.get(way, 0.0) for one in shares.values()]
        bars = axes.bar(places, heights, width, label=way, color=COLOURS[number % len(COLOURS)])
        axes.bar_label(bars, fmt="%.0f", fontsize=6.5)
    axes.set_xticks(range(len(shares)), [name.replace(", ", "\n").replace("_", "\n") for name in shares])
    axes.set_ylim(0, 100)
    axes.set_ylabel("fault comes first, % of programs")
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside upper center", ncols=len(ways), frameon=False)
    figure.savefig(sys.argv[2], metadata={"Date": None})


if __name__ == "__main__":
    main()

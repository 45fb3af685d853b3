"""Draws series as lines or as shares of what was not longer: ``python plot.py TOLD.json IMAGE.svg``.

``TOLD.json`` has ``series`` (a name to points for ``lines``, to values for ``shares``), ``kind``, and the labels ``x``
and ``y``; both axes of lines are logarithmic. The same figures give the same bytes.
Runs in the environment that has matplotlib (see ``charts.py``).
"""

import json
import sys
from pathlib import Path

import matplotlib.pyplot as plt  # type: ignore[import-not-found] # not in our own environment

COLOURS = ("#d95f0e", "#02818a", "#67a9cf", "#a6bddb", "#969696")
MARKERS = "osD^v"


def main() -> None:
    """Draw."""
    told = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    plt.rcParams.update({"svg.hashsalt": "gadfly", "svg.fonttype": "none", "font.size": 9})
    figure, axes = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
    for number, (name, points) in enumerate(told["series"].items()):
        style = {"color": COLOURS[number % len(COLOURS)], "label": name}
        if told["kind"] == "lines":
            xs, ys = zip(*sorted(points), strict=True)
            axes.plot(xs, ys, marker=MARKERS[number % len(MARKERS)], **style)
        else:
            values = sorted(points)
            shares = [100 * (place + 1) / len(values) for place in range(len(values))]
            axes.step([values[0], *values], [0, *shares], where="post", **style)
    axes.set_xscale("log")
    if told["kind"] == "lines":
        axes.set_yscale("log")
        axes.set_xticks(told["ticks"], [f"{tick:,}" for tick in told["ticks"]])
        axes.minorticks_off()
    else:
        axes.set_ylim(0, 100)
    axes.set_xlabel(told["x"])
    axes.set_ylabel(told["y"])
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside upper center", ncols=3, frameon=False)
    figure.savefig(sys.argv[2], metadata={"Date": None})


if __name__ == "__main__":
    main()

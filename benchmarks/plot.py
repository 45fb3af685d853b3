"""Draws series as lines, as steps, as bars or as shares of what was not longer: ``python plot.py TOLD.json IMAGE.svg``.

``TOLD.json`` has ``series`` (a name to points for ``lines`` and ``steps``, to values for ``shares``, to pairs of a
label and a value for ``bars``), ``kind``, and the labels ``x`` and ``y``; both axes of lines are logarithmic, and of
steps and bars only ``x``.
The same figures give the same bytes.
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
    height = 0.3 * len(next(iter(told["series"].values()))) if told["kind"] == "bars" else 3.4
    figure, axes = plt.subplots(figsize=(6.4, max(3.4, height)), layout="constrained")
    for number, (name, points) in enumerate(told["series"].items()):
        style = {"color": COLOURS[number % len(COLOURS)], "label": name}
        style["linestyle"] = "-" if number < len(COLOURS) else "--"
        if told["kind"] == "lines":
            xs, ys = zip(*sorted(points), strict=True)
            axes.plot(xs, ys, marker=MARKERS[number % len(MARKERS)], **style)
        elif told["kind"] == "steps":
            xs, ys = zip(*points, strict=True)
            axes.step([xs[0], *xs, told["until"]], [0, *ys, ys[-1]], where="post", **style)
        elif told["kind"] == "bars":
            labels, values = zip(*points, strict=True)
            wide = 0.8 / len(told["series"])
            axes.barh(
                [place + number * wide for place in range(len(labels))], values, wide, label=name, color=style["color"]
            )
            axes.set_yticks([place + (0.8 - wide) / 2 for place in range(len(labels))], labels)
        else:
            values = sorted(points)
            shares = [100 * (place + 1) / len(values) for place in range(len(values))]
            axes.step([values[0], *values], [0, *shares], where="post", **style)
    axes.set_xscale("log")
    if told["kind"] == "lines":
        axes.set_yscale("log")
        axes.set_xticks(told["ticks"], [f"{tick:,}" for tick in told["ticks"]])
        axes.minorticks_off()
    elif told["kind"] == "bars":
        axes.invert_yaxis()
        axes.axvline(1.0, color="black", linewidth=0.8)
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

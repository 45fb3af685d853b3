"""How Gadfly types beside other servers: keystroke, burst, hover, start, memory; all in one run.

`ruff server` and pylsp come with what we develop with. What a project should not carry is installed into
``build/servers``, and left out if it cannot be had, and in a quick run.
Prints a Markdown section, and keeps every sample and ratio in build/bench/editor.json.
The neutral client that measures is a script of its own; without it, or another server, this says so instead.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import environments
from charts import chart

ROOT = Path(__file__).resolve().parent.parent
CLIENT = Path(os.environ.get("GADFLY_LSP_BENCH", ROOT.parent / "shared" / "tools" / "lsp_bench.py"))
RESULTS = ROOT / "build" / "bench"
QUICK = os.environ.get("GADFLY_BENCH_QUICK") == "1"

OURS, RUFF, PYLSP = "gadfly", "ruff", "pylsp"
PEERS = {
    "jedi-ls": ("jedi-language-server==0.47.0", "jedi-language-server"),
    "basedpyright": ("basedpyright==1.40.2", "basedpyright-langserver --stdio"),
}
SIZES = (50, 500, 5_000, 20_000)


@dataclass(frozen=True)
class Goal:
    """A figure of ours, what it is compared with (or nothing), and the most that it may be."""

    what: str
    lines: int
    metric: str
    beside: str | None
    most: float


GOALS = (
    Goal("keystroke → diagnostics", 500, "keystroke ms", RUFF, 1.5),
    Goal("keystroke → diagnostics", 5_000, "keystroke ms", RUFF, 0.6),
    Goal("keystroke → diagnostics", 20_000, "keystroke ms", RUFF, 0.4),
    Goal("burst of 50, settled", 5_000, "burst settled ms", RUFF, 0.25),
    Goal("burst of 50, publishes", 5_000, "burst publishes", None, 5),
    Goal("hover behind that burst", 5_000, "hover behind burst ms", RUFF, 0.25),
    Goal("start → first diagnostics", 500, "first publish ms", PYLSP, 0.8),
    Goal("memory idle, MiB", 500, "RSS idle MiB", None, 50),
)


def main() -> int:
    """Measure and print; a server that failed is a failure, a goal that was missed is a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--image", type=Path, help="draw how long a keystroke takes, as SVG")
    image = parser.parse_args().image
    missing = what_is_missing()
    if missing:
        print(f"## In the editor\n\nNot measured here: {missing} is not there.")
        return 0
    RESULTS.mkdir(parents=True, exist_ok=True)
    raw = RESULTS / "editor-samples.json"
    # What the client prints is for people who watch.
    done = subprocess.run(command(raw), stdout=sys.stderr, check=False)
    if not raw.exists():
        return done.returncode or 1
    summary = json.loads(raw.read_text("utf-8"))["summary"]
    rows = compared(summary)
    (RESULTS / "editor.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print(section(rows))
    print(beside(summary))
    print(drawn(summary, image))
    return done.returncode


def what_is_missing() -> str | None:
    """The first thing that is needed and not there."""
    if not CLIENT.exists():
        return "the client `lsp_bench.py` (set `GADFLY_LSP_BENCH`)"
    return next((f"`{name}`" for name in (RUFF, PYLSP) if find(name) is None), None)


def find(name: str) -> str | None:
    """A program, beside our Python first."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def peers() -> dict[str, str]:
    """The commands of servers that are installed for this alone."""
    python = (
        None if QUICK else environments.environment(ROOT / "build" / "servers", [each for each, _ in PEERS.values()])
    )
    return {name: f"{python.parent / line}" for name, (_, line) in PEERS.items()} if python else {}


def command(raw: Path) -> list[str]:
    """Interleaved sessions of all servers, at all sizes."""
    servers = {OURS: f"{sys.executable} -I -m gadfly_server serve --stdio"}
    servers |= {RUFF: f"{find(RUFF)} server", PYLSP: str(find(PYLSP)), **peers()}
    effort = ["--runs", "2", "--keystrokes", "60", "--budget", "6"] if QUICK else ["--runs", "5", "--budget", "15"]
    named = [part for name, line in servers.items() for part in ("--server", f"{name}={line}")]
    lines = ",".join(map(str, SIZES))
    return [sys.executable, str(CLIENT), *named, "--lines", lines, *effort, "--requests", "20", "--json", str(raw)]


def compared(summary: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each goal with our median, theirs, and what became of it."""
    medians = {
        (row["server"], row["lines"], metric): found["median"]
        for row in summary
        for metric, found in row["metrics"].items()
    }
    rows = []
    for goal in GOALS:
        ours = medians.get((OURS, goal.lines, goal.metric))
        theirs = medians.get((goal.beside, goal.lines, goal.metric)) if goal.beside else 1.0
        reached = ours / theirs if ours is not None and theirs else None
        rows.append({**asdict(goal), "ours": ours, "theirs": theirs, "reached": reached})
    return rows


def drawn(summary: list[dict[str, Any]], image: Path | None) -> str:
    """A keystroke in programs of all lengths, ours beside theirs."""
    metric = "keystroke ms"
    series: dict[str, list[tuple[int, float]]] = {}
    for row in summary:
        if metric in row["metrics"]:
            series.setdefault(row["server"], []).append((row["lines"], row["metrics"][metric]["median"]))
    ticks = sorted({row["lines"] for row in summary})
    told = {"kind": "lines", "series": series, "ticks": ticks, "x": "lines", "y": "ms from a keystroke to diagnostics"}
    return chart(image, "From a keystroke to diagnostics", told)


def section(rows: list[dict[str, Any]]) -> str:
    """The figures for BENCHMARKS.md."""
    lines = [
        "## In the editor",
        "",
        "`benchmarks/editor.py`: medians of one interleaved run, all patterns on.",
        "",
        "| what | lines | Gadfly | beside | ratio | must |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        beside = f"{row['beside']} {shown(row['theirs'])}" if row["beside"] else ""
        ratio = shown(row["reached"]) if row["beside"] else ""
        cells = (row["what"], f"{row['lines']:,}", shown(row["ours"]), beside, ratio, f"≤ {row['most']:g}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


COLUMNS = (
    *((f"keystroke, {lines:,} lines, ms", lines, "keystroke ms") for lines in SIZES),
    ("burst of 50 settled, 5,000 lines, ms", 5_000, "burst settled ms"),
    ("start, 500 lines, ms", 500, "first publish ms"),
    ("memory idle, MiB", 500, "RSS idle MiB"),
)


def beside(summary: list[dict[str, Any]]) -> str:
    """All servers side by side; a dash is what one did not do in its time."""
    found = {
        (row["server"], row["lines"], metric): told["median"]
        for row in summary
        for metric, told in row["metrics"].items()
    }
    servers = dict.fromkeys(row["server"] for row in summary)
    head = ["", f"| server | {' | '.join(name for name, _, _ in COLUMNS)} |", f"|---|{'--:|' * len(COLUMNS)}"]
    rows = [
        f"| {server} | {' | '.join(shown(found.get((server, lines, metric))) for _, lines, metric in COLUMNS)} |"
        for server in servers
    ]
    return "\n".join([*head, *rows])


def shown(value: float | None) -> str:
    """Three significant figures."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main())

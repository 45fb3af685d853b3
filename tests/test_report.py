"""`make bench` writes a report that a benchmark which fails, hangs or is new neither spoils nor empties."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import report
from report import Benchmark

GOOD = "print('## Typing\\n\\n### By length\\n\\nquick\\n\\n## no heading of a benchmark')"


@pytest.fixture(autouse=True)
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "good": GOOD,
        "bad": "print('## Saving\\n\\nhalf a table', flush=True)\nraise SystemExit(3)",
        "silent": "raise ValueError",
        "told": "import sys\nprint('## Told\\n\\n' + ' '.join(sys.argv[1:]))",
    }.items():
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.setattr(report, "HERE", tmp_path)
    monkeypatch.setattr(report, "REPORT", tmp_path / "BENCHMARKS.md")
    benchmarks = (Benchmark("bad", 1, 1), Benchmark("good", 1, 1), Benchmark("silent", 1, 1), Benchmark("told", 1, 1))
    monkeypatch.setattr(report, "BENCHMARKS", benchmarks)
    return tmp_path


def sections(folder: Path) -> dict[str, str]:
    return {name: text.strip() for name, text in report._SECTION.findall((folder / "BENCHMARKS.md").read_text("utf-8"))}


def test_one_that_fails_says_so_and_the_others_are_there(scripts: Path) -> None:
    assert report.main([]) == 1
    assert sections(scripts) == {
        "bad": "## Saving\n\nhalf a table\n\n**This benchmark failed: it ended with 3.**",
        "good": "## Typing\n\n### By length\n\nquick\n\n## no heading of a benchmark",
        "silent": "## silent\n\n**This benchmark failed: it ended with 1.**",
        "told": "## Told",
    }


def test_one_alone_leaves_the_others_as_they_were(scripts: Path) -> None:
    report.main([])
    before = (scripts / "BENCHMARKS.md").read_text("utf-8")
    assert report.main(["told", "--limit", "3"]) == 0
    after = (scripts / "BENCHMARKS.md").read_text("utf-8")
    assert after == before.replace("## Told", "## Told\n\n--limit 3")


def test_a_new_one_is_not_measured_yet(scripts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.main([])
    monkeypatch.setattr(report, "BENCHMARKS", (Benchmark("new", 1, 1), *report.BENCHMARKS))
    report.main(["told"])
    assert sections(scripts)["new"] == "## new\n\nNot measured."
    assert sections(scripts)["good"].startswith("## Typing")


def test_one_that_hangs_is_stopped_with_what_it_started_and_keeps_what_it_said() -> None:
    hanging = "import subprocess; print('so far', flush=True); subprocess.run(['sleep', '600'])"
    command = [sys.executable, "-c", hanging]
    told, trouble = report.ended(command, 5.0)
    assert (told.strip(), trouble) == ("so far", "it was stopped after 0 minutes")


def test_nobody_asks_for_what_is_not_there() -> None:
    assert report.main(["nothing"]) == 2


def test_the_report_that_is_committed_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    names = [each.name for each in report.BENCHMARKS]
    assert all((report.HERE / f"{name}.py").is_file() for name in names)
    found = [name for name, _ in report._SECTION.findall(report.REPORT.read_text("utf-8"))]
    assert set(found) <= set(names)
    assert found

"""The report in a real browser: nothing that students wrote runs, and nothing is asked of any network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from gadfly_server.events.event import Event, Kind
from gadfly_server.exports.shared import Shared
from gadfly_server.report.page import page
from gadfly_server.report.report import report_of

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs the Debian package chromium")
EVILS = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "</style><svg onload=\"document.title='owned'\">",
    "'\"><iframe srcdoc='<script>top.document.title=1</script>'>",
    "{{ 7*191 }}{% raw %}",
)


def dom(html: str, folder: Path) -> str:
    """The page as Chromium has it once all its scripts would have run."""
    (folder / "report.html").write_text(html, "utf-8")
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder}/profile",
        "--virtual-time-budget=2000",
    ]
    command = [str(CHROMIUM), *flags, "--dump-dom", (folder / "report.html").as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def written(evil: str) -> str:
    """The page of a class in which everybody writes the same into everything."""
    events = (
        Event(Kind.RUN, name="failing", tests=((evil, "failed"),)),
        Event(Kind.ANSWER, 1, 2, question="count", mark="wrong", misconception="range-includes-end", text=evil),
        Event(Kind.MODEL, name=evil, tokens=1),
        Event(Kind.HAND_OVER, 6, 6, text=evil),
    )
    return page(
        report_of(
            Shared(n, f"{s} {n}", f"2026-03-02T09:0{n}:00.000Z", evil, evil, f"{s}{evil}", evil, evil, evil, event)
            for s in range(12)
            for n, event in enumerate(events)
        )
    )


def test_what_students_write_never_runs(tmp_path: Path) -> None:
    shown = dom("\n".join(written(evil) for evil in EVILS), tmp_path)
    assert "<title>Where the class is stuck</title>" in shown
    assert "owned" in shown  # as text
    assert not any(f"<{tag}" in shown for tag in ("script", "img", "iframe"))
    assert "1337" not in shown


def test_even_a_script_in_the_page_would_not_run(tmp_path: Path) -> None:
    """The policy of the page holds where escaping would have failed."""
    evil = written("harmless").replace("</main>", f"{EVILS[0]}{EVILS[1]}</main>")
    assert "<title>Where the class is stuck</title>" in dom(evil, tmp_path)
    without = evil.replace("default-src 'none'", "default-src * 'unsafe-inline'")
    assert "<title>owned</title>" in dom(without, tmp_path)  # so that this test can fail

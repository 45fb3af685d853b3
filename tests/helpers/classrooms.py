"""Assignments of a classroom on disk, and the lab around them, each in folders of the test's own."""

from __future__ import annotations

import json
import os
from datetime import datetime, timezone
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gadfly_server.classroom import bundle, signing
from gadfly_server.classroom.checking import checked
from gadfly_server.classroom.named import digest
from gadfly_server.classroom.reading import read
from gadfly_server.cli import app

SECRET, PUBLIC = signing.new_key()
OTHER, _ = signing.new_key()
KEY = bundle.new_key()
AVERAGE = """\
def average(numbers):
    total = 0
    for i in range(1, len(numbers)):
        total = total + numbers[i]
    return total / len(numbers)
"""
TESTS = "from average import average\n\n\ndef test_two():\n    assert average([2, 4]) == 3\n"
WHEN = datetime(2026, 9, 1, 8, tzinfo=timezone.utc)


class Lab:
    """A computer of a lab: where the policy is, where a teacher's keys are, and one folder with work."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.site, self.config, self.work = folder / "site", folder / "config", folder / "work"
        self.work.mkdir()
        patch.setenv("XDG_CONFIG_DIRS", str(self.site))
        patch.setenv("XDG_CONFIG_HOME", str(self.config))
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.delenv(bundle.VARIABLE, raising=False)
        patch.chdir(self.work)

    def policy(self, text: str = "", *, trusted: bool = True) -> Path:
        """Write the lab's policy; it trusts ``SECRET``."""
        path = self.site / "gadfly" / "policy.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        keys = f"since = 2026-08-15\ntrusted = [{json.dumps(signing.public_of(SECRET))}]\n" if trusted else ""
        path.write_text(keys + text, encoding="utf-8")
        return path

    def file(self, text: str | bytes, name: str = "gadfly.toml") -> Path:
        """Write the classroom file."""
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def signed(self, text: str, secret: str = SECRET) -> Path:
        """Write the classroom file and sign it."""
        path = self.file(text)
        told = read(path)
        named = digest(self.work, checked(told)[0])
        signature = signing.sign(told.data, secret, path.name, named, WHEN)
        signing.path_of(path).write_text(signature, encoding="utf-8")
        return path

    def average(self, program: str = AVERAGE, tests: str = TESTS) -> Path:
        """Write a program with its tests."""
        (self.work / "test_average.py").write_text(tests, encoding="utf-8")
        (self.work / "average.py").write_text(program, encoding="utf-8")
        return self.work / "average.py"


def gadfly(*words: str | os.PathLike[str], typed: str = "") -> Result:
    """Run a command."""
    return CliRunner().invoke(app, [str(word) for word in words], input=typed)

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_server.classroom.finding import SYSTEM
from helpers.classrooms import Lab


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    if SYSTEM.exists():
        pytest.skip(f"this computer has a policy of its own: {SYSTEM}")
    return Lab(tmp_path, monkeypatch)

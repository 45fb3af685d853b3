"""What all tests share."""

from __future__ import annotations

import os
from itertools import count

import pytest

pytest.register_assert_rewrite("helpers.check", "helpers.repairs")
os.environ["LC_ALL"] = "C.UTF-8"  # whatever language the developer's terminal speaks
_numbers = count()


@pytest.fixture(autouse=True)
def _nobody_is_known(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of whoever runs the tests has no part in them, nor of one test in another."""
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path_factory.getbasetemp() / f"state{next(_numbers)}"))
    monkeypatch.setenv("GADFLY_CONFIG", os.devnull)

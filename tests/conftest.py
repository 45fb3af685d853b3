"""What all tests share."""

from __future__ import annotations

import os
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("helpers.check", "helpers.repairs")
os.environ["LC_ALL"] = "C.UTF-8"  # whatever language the developer's terminal speaks
# A busy machine is no fault of what is tested. `--hypothesis-profile=exploring` looks at other cases each time.
settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("exploring"), derandomize=True)
settings.load_profile("steady")
_numbers = count()


@pytest.fixture(autouse=True)
def _nobody_is_known(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of whoever runs the tests has no part in them, nor of one test in another."""
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path_factory.getbasetemp() / f"state{next(_numbers)}"))
    monkeypatch.setenv("GADFLY_CONFIG", os.devnull)

"""What all tests share."""

from __future__ import annotations

import os

import pytest

pytest.register_assert_rewrite("helpers.check", "helpers.repairs")
os.environ["LC_ALL"] = "C.UTF-8"  # whatever language the developer's terminal speaks

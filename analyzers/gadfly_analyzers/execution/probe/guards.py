"""What the student's code may not do, refused where Python reports it."""

from __future__ import annotations

from typing import Any


def install(request: "dict[str, Any]") -> None:
    """Refuse from now on."""

"""Namespaces by way of bubblewrap, on systems that give them to it alone (Ubuntu's AppArmor, for one).

Where a run can make its own, it does: they are new for each run, and cost less.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

NAME = "bubblewrap"
_SECONDS = 10
_OPTIONS = [
    "--unshare-user-try",
    "--unshare-pid",
    "--unshare-ipc",
    "--unshare-uts",
    "--die-with-parent",
    "--bind",
    "/",
    "/",
    "--proc",
    "/proc",
    "--dev",
    "/dev",
]


@cache
def command() -> tuple[str, ...]:
    """Give what to write before a command, so that it runs among no other processes; nothing where that fails."""
    found = shutil.which("bwrap")
    if found is None:
        return ()
    words = (found, *_OPTIONS, "--")
    try:
        subprocess.run([*words, "true"], capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - our own words
    except (OSError, subprocess.SubprocessError):
        return ()
    return words

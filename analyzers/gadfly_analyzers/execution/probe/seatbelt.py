"""The sandbox of macOS, by the profile language of ``sandbox-exec``: untested, written to its documentation.

See sandbox-exec(1), sandbox_init(3), and the profiles in ``/System/Library/Sandbox/Profiles``.
"""

from __future__ import annotations

import os
import sys

from gadfly_analyzers.execution.probe.view import View

SYSTEM = (
    "/System /Library /usr /bin /sbin /opt/homebrew /opt/local /dev /private/etc/localtime /private/var/db/timezone "
    "/private/var/db/dyld"
).split()
_LIBRARY = "/usr/lib/libsandbox.1.dylib"


def enter(view: View, network: bool) -> bool:
    """Put this process and all that it starts under a profile; false on other systems, or where it fails."""
    if sys.platform != "darwin":
        return False
    try:
        import ctypes

        library = ctypes.CDLL(_LIBRARY)
        error = ctypes.c_char_p()
        return bool(library.sandbox_init(profile(view, network).encode(), 0, ctypes.byref(error)) == 0)
    except (ImportError, OSError, AttributeError):
        return False


def profile(view: View, network: bool) -> str:
    """Write the profile: read what Python needs and the assignment, write the assignment, reach nobody."""
    shown = [*SYSTEM, *view.skeleton.shown, *view.shown, view.root, view.scratch]
    written = [view.root, view.scratch]
    hidden = [*view.hidden]
    lines = [
        "(version 1)",
        "(deny default)",
        "(allow process-fork process-exec sysctl-read mach-lookup ipc-posix-sem file-read-metadata)",
        "(allow signal (target same-sandbox))",
        f"(allow file-read* {places(shown)})",
        f"(allow file-write* {places(written)})",
        '(allow file-write-data (literal "/dev/null") (literal "/dev/zero") (literal "/dev/tty"))',
        f"(deny file-write* {places(view.fixed)})" if view.fixed else "",
        f"(deny file-read* file-write* {places(hidden)})" if hidden else "",
        "(allow network*)" if network else "(deny network*)",
    ]
    return "\n".join(line for line in lines if line)


def places(paths: "list[str] | tuple[str, ...]") -> str:
    """Word paths, with all below them."""
    return " ".join(f"(subpath {quoted(os.path.realpath(path))})" for path in paths)


def quoted(text: str) -> str:
    """Write a string of the profile language."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

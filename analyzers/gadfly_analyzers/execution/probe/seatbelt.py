"""The sandbox of macOS, by a profile as sandbox-exec(1) takes it with ``-p``: untested.

What is documented is less than what is needed. sandbox-exec starts another program, and a run is a fork of an
interpreter that is warm, so the profile is entered by sandbox_init(3); its manual has profiles by name alone
(``SANDBOX_NAMED``), keeps all other flags back, and calls the function deprecated. A profile's own text, without that
flag, is what other programs have long given it. The language of profiles is documented by those that the system
brings along, in ``/System/Library/Sandbox/Profiles``; of rules that match, the last one counts.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from gadfly_analyzers.execution.probe.view import View

SYSTEM = (
    "/System /Library /usr /bin /sbin /opt/homebrew /opt/local /dev /private/etc/localtime /private/var/db/timezone "
    "/private/var/db/dyld"
).split()
# Who is logged in, what time zone it is, and a log: nobody who would start a program for somebody else.
_SERVICES = "opendirectoryd.libinfo opendirectoryd.membership notification_center logger".split()
_LIBRARY = "/usr/lib/libSystem.B.dylib"
_TEXT = 0  # not SANDBOX_NAMED (1): the profile is no name


def enter(view: View, network: bool) -> bool:
    """Put this process and all that it starts under a profile; false on other systems, or where it fails."""
    if sys.platform != "darwin":
        return False
    try:
        import ctypes

        return applied(ctypes.CDLL(_LIBRARY), profile(view, network))
    except (ImportError, OSError, AttributeError):
        return False


def applied(library: Any, text: str) -> bool:
    """Put this process under a profile by ``int sandbox_init(const char *, uint64_t, char **)``."""
    import ctypes

    library.sandbox_init.argtypes = (ctypes.c_char_p, ctypes.c_uint64, ctypes.POINTER(ctypes.c_char_p))
    library.sandbox_free_error.argtypes = (ctypes.c_char_p,)
    library.sandbox_free_error.restype = None
    error = ctypes.c_char_p()
    if library.sandbox_init(text.encode(), _TEXT, ctypes.byref(error)) == 0:
        return True
    library.sandbox_free_error(error)
    return False


def profile(view: View, network: bool) -> str:
    """Write the profile: read what Python needs and the assignment, write the assignment, reach nobody."""
    shown = [*SYSTEM, *view.skeleton.shown, *view.shown, view.root, view.scratch]
    written = [view.root, view.scratch]
    hidden = [*view.hidden]
    lines = [
        "(version 1)",
        "(deny default)",
        "(allow process-fork process-exec sysctl-read ipc-posix-sem file-read-metadata)",
        "(allow signal process-info* (target same-sandbox))",
        f"(allow mach-lookup {services()})",
        '(allow file-read-data (literal "/"))',  # without which no program starts
        f"(allow file-read* {places(shown)})",
        f"(allow file-write* {places(written)})",
        '(allow file-write-data (literal "/dev/null") (literal "/dev/zero") (literal "/dev/tty"))',
        f"(deny file-write* {places(view.fixed)})" if view.fixed else "",
        f"(deny file-read* file-write* {places(hidden)})" if hidden else "",
        "(allow network*)" if network else "(deny network*)",
    ]
    return "\n".join(line for line in lines if line)


def services() -> str:
    """Word what of the system's own services may be asked."""
    return " ".join(f"(global-name {quoted('com.apple.system.' + name)})" for name in _SERVICES)


def places(paths: "list[str] | tuple[str, ...]") -> str:
    """Word paths, with all below them."""
    return " ".join(f"(subpath {quoted(os.path.realpath(path))})" for path in paths)


def quoted(text: str) -> str:
    """Write a string of the profile language."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""What of the machine's files a run may see: all that its Python needs, its assignment, and nothing else."""

from __future__ import annotations

import os
import sys
from typing import Any, Dict, Iterator, List, NamedTuple, Sequence, Tuple

from gadfly_analyzers.execution.probe.skeleton import Skeleton

SYSTEM = (
    "/usr /bin /sbin /lib /lib32 /lib64 /libx32 /nix/store /gnu/store /sys/devices/system/cpu "
    "/etc/alternatives /etc/fonts /etc/group /etc/gai.conf /etc/host.conf /etc/hostname /etc/hosts /etc/inputrc "
    "/etc/ld.so.cache /etc/ld.so.conf /etc/locale.alias /etc/localtime /etc/lsb-release "
    "/etc/machine-id /etc/magic /etc/matplotlibrc /etc/mime.types /etc/nsswitch.conf /etc/os-release /etc/passwd "
    "/etc/pki/tls/certs /etc/profile /etc/protocols /etc/resolv.conf /etc/services /etc/shells /etc/ssl/certs "
    "/etc/terminfo /etc/timezone"
).split()
# What libraries keep in the home folder: fonts, settings and sets of data.
OF_LIBRARIES = (
    ".cache/matplotlib .config/matplotlib .matplotlib .fonts .local/share/fonts .local/share/jupyter "
    "nltk_data scikit_learn_data seaborn-data .keras/datasets"
).split()
EVERYWHERE = "/proc /dev /sys /tmp /var/tmp".split()  # a run has its own
PROJECT = "pytest.ini pyproject.toml tox.ini setup.cfg setup.py conftest.py".split()
HIGHEST = 6  # folders above the program's whose settings count


class View(NamedTuple):
    """Paths: ``shown`` can be read; ``fixed`` are in the folder, and cannot be changed; ``hidden`` are not there.

    ``root`` is the assignment's folder, ``scratch`` the run's own; ``skeleton`` is what all runs see.
    """

    skeleton: Skeleton
    root: str
    scratch: str
    shown: "Tuple[str, ...]"
    fixed: "Tuple[str, ...]"
    hidden: "Tuple[str, ...]"

    @property
    def readable(self) -> "Tuple[str, ...]":
        """All folders and files that a run may read."""
        return (*self.skeleton.shown, *self.shown, self.root, self.scratch, *EVERYWHERE)


def of_interpreter() -> "List[str]":
    """List what this Python itself needs: its own folders, those it imports from, and the system's."""
    ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    own = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix, *(one for one in sys.path if one), ours]
    links = [os.path.realpath(sys.executable), *folders_of_links(sys.executable)]
    finders = [one for one in sys.meta_path if hasattr(one, "folders")]
    lent = [folder for finder in finders for folder in finder.folders]
    home = os.path.expanduser("~")
    libraries = [os.path.join(home, name) for name in OF_LIBRARIES] if os.path.isabs(home) else []
    return outermost([*SYSTEM, *own, *links, *editable(), *lent, *libraries])


def folders_of_links(path: str) -> "Iterator[str]":
    """Give the folders through which a chain of links leads."""
    while os.path.islink(path):
        path = os.path.join(os.path.dirname(path), os.readlink(path))
        yield os.path.dirname(os.path.abspath(path))


def editable() -> "Iterator[str]":
    """Give the folders of packages that were installed in a way in which they can be edited."""
    for name, module in list(sys.modules.items()):
        if name.startswith("__editable__"):
            found = getattr(module, "MAPPING", None)
            yield from (one for one in (found or {}).values() if isinstance(one, str))


def of_run(request: "Dict[str, Any]", skeleton: Skeleton) -> View:
    """Add what one run needs to what its Python needs."""
    root = request["root"]
    files = [request["program"], *request["tests"]]
    settings = [os.path.join(folder, name) for folder in above(root) for name in PROJECT]
    others = [path for path in (*files, *request["paths"], *settings) if not under(path, root)]
    shown = (path for path in outermost(others) if not any(under(path, one) for one in skeleton.shown))
    return View(
        skeleton,
        root,
        request["scratch"],
        tuple(shown),
        tuple(path for path in files if under(path, root)),
        secrets(root),
    )


def above(folder: str) -> "List[str]":
    """List the folders above one, as far as settings of tests are looked for."""
    found: "List[str]" = []
    while len(found) < HIGHEST and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        found.append(folder)
    return found


def secrets(root: str) -> "Tuple[str, ...]":
    """List what is no part of an assignment that lies in the home folder itself, or above it: hidden files."""
    home = os.path.realpath(os.path.expanduser("~"))
    if not under(home, os.path.realpath(root)) or not os.path.isdir(home):
        return ()
    names = (name for name in os.listdir(home) if name.startswith(".") and name not in (".venv", ".python-version"))
    return tuple(os.path.join(home, name) for name in names)


def under(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or inside."""
    return path == folder or path.startswith(os.path.join(folder, ""))


def outermost(paths: "Sequence[str]") -> "List[str]":
    """Drop what is not there or lies in another one of the paths; the others in order."""
    found: "List[str]" = []
    for path in sorted({os.path.abspath(one) for one in paths}):
        if path != "/" and not (found and under(path, found[-1])) and os.path.lexists(path):
            found.append(path)
    return found

"""A root folder for one run, made of what the run may see (Linux).

The assignment's folder looks as it is, and can be written to; what is written is kept in memory and gone with the run.
"""

from __future__ import annotations

import os
import shutil
from functools import partial
from typing import Callable, List, Tuple

from gadfly_analyzers.execution.probe import kernel, skeleton
from gadfly_analyzers.execution.probe.view import View, under

MEMORY = "size=64m,nr_inodes=16384,mode=755"  # all that a run may write
MOST_COPIED_BYTES, MOST_COPIED_FILES = 16 * 1024 * 1024, 500


class Stage:
    """The new root while it is built, in memory mounted over the run's own folder."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.base = view.scratch
        self.root = os.path.realpath(view.root)
        self.own = os.open(self.root, os.O_PATH | os.O_DIRECTORY)
        kernel.mount("", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
        kernel.mount("tmpfs", self.base, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, MEMORY)
        self.top = self.folder("top")
        kernel.bind(view.skeleton.folder, self.top)
        self.written = self.folder("written")
        os.chmod(self.written, 0o1777)  # noqa: S103 # as temporary folders are
        self.temporaries = [path for path in ("/tmp", "/var/tmp", self.base) if not under(path, self.root)]  # noqa: S108

    def folder(self, name: str) -> str:
        """Make a folder in memory."""
        path = os.path.join(self.base, name)
        os.mkdir(path)
        return path

    def set_up(self) -> None:
        """Mount everything, what lies above before what lies below."""
        steps: "List[Tuple[str, Callable[[], None]]]" = [
            *((path, partial(kernel.bind, path, self.top + path)) for path in self.view.skeleton.mounts),
            *((os.path.realpath(path), partial(self.show, path)) for path in self.elsewhere),
            *((path, partial(self.temporary, path)) for path in self.temporaries),
            (self.root, self.assignment),
        ]
        for _, step in sorted(steps, key=lambda one: skeleton.depth(one[0])):
            step()
        self.own_devices()
        kernel.freeze(self.top)
        for path in (*self.temporaries, self.root, "/dev/shm", "/dev/pts"):  # noqa: S108
            kernel.thaw(self.top + path)
        for path in self.view.fixed:
            self.fix(os.path.realpath(path))

    @property
    def elsewhere(self) -> "Tuple[str, ...]":
        """Files and folders that are no part of what all runs see."""
        return (*self.view.skeleton.temporary, *self.view.shown)

    def show(self, path: str) -> None:
        """Show a file or folder of this assignment that lies elsewhere."""
        skeleton.add_links(self.top, path)
        real = os.path.realpath(path)
        kernel.bind(real, skeleton.place(self.top, real, os.path.isdir(real)))

    def temporary(self, path: str) -> None:
        """Show the run's own memory as a folder for temporary files."""
        kernel.bind(self.written, skeleton.place(self.top, path, is_folder=True))

    def own_devices(self) -> None:
        """Give the run memory to share, terminals and a list of processes of its own."""
        quiet = kernel.MS_NOSUID | kernel.MS_NODEV
        kernel.mount("tmpfs", self.top + "/dev/shm", "tmpfs", quiet, "size=32m,mode=1777")  # noqa: S108
        kernel.mount("devpts", self.top + "/dev/pts", "devpts", kernel.MS_NOSUID, "newinstance,ptmxmode=0666")
        kernel.mount("proc", self.top + "/proc", "proc", quiet)

    def assignment(self) -> None:
        """Show the assignment's folder so that what is written to it stays in memory."""
        skeleton.add_links(self.top, self.view.root)
        place = skeleton.place(self.top, self.root, is_folder=True)
        lower = f"/proc/self/fd/{self.own}"
        try:
            data = f"lowerdir={lower},upperdir={self.folder('upper')},workdir={self.folder('work')}"
            kernel.mount("overlay", place, "overlay", kernel.MS_NOSUID | kernel.MS_NODEV, data)
        except OSError:  # the file system cannot lie below another one
            copy(lower, self.folder("copy"))
            kernel.bind(os.path.join(self.base, "copy"), place)
        for path in self.view.hidden:
            self.hide(self.top + os.path.realpath(path))

    def hide(self, place: str) -> None:
        """Put something empty in front of a file or folder."""
        if os.path.isdir(place):
            kernel.mount("tmpfs", place, "tmpfs", kernel.MS_NOSUID, "size=1m,mode=755")
        elif os.path.exists(place):
            kernel.bind("/dev/null", place)

    def fix(self, path: str) -> None:
        """Keep a file of the assignment as it is."""
        place = self.top + path
        if os.path.isfile(place):
            kernel.bind(path, place)
            kernel.freeze(place, recursive=False)


def build(view: View) -> None:
    """Make the new root and enter it; raise ``OSError`` where the system does not let us."""
    if os.path.realpath(view.root) == "/":
        raise OSError("the whole machine is no assignment")
    stage = Stage(view)
    stage.set_up()
    kernel.enter_root(stage.top)
    os.close(stage.own)


def copy(source: str, target: str) -> None:
    """Copy a folder that is small; raise ``OSError`` for one that is not."""
    size = count = 0
    for folder, _, names in os.walk(source + "/"):
        count += len(names)
        size += sum(os.lstat(os.path.join(folder, name)).st_size for name in names)
        if size > MOST_COPIED_BYTES or count > MOST_COPIED_FILES:
            raise OSError("too large to copy")
    shutil.copytree(source + "/", target, symlinks=True, dirs_exist_ok=True)

"""Give all that is in a zip one time and one kind of permissions, so that neither a clock nor a umask shows in it.

    SOURCE_DATE_EPOCH=1767225600 python .ci/level.py build/gadfly.vsix

vsce writes the time of the machine's own zone, and the permissions with which the files were checked out.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

READABLE = 0o100644 << 16  # a file that its owner can write to; a zip keeps that in its upper half


def main(path: Path) -> None:
    """Write the zip once more, in the same order."""
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    level = path.with_suffix(".level")
    with ZipFile(path) as packed, ZipFile(level, "w", ZIP_DEFLATED) as written:
        for each in packed.infolist():
            entry = ZipInfo(each.filename, moment)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, READABLE, 3
            written.writestr(entry, packed.read(each))
    level.replace(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

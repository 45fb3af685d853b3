"""Start the probe inside the student's interpreter: ``python -s -B …/probe/__main__.py``, control socket as stdin.

Not ``-I``, which would ignore the order of sets that we ask for; what else it does is done here and by who starts it.
"""

from __future__ import annotations

import sys

if __name__ == "__main__":
    del sys.path[0]  # this folder, whose files have the names of others' modules

from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

PACKAGE = "gadfly_analyzers"


def find_own_package() -> None:
    """Make our package importable here, and nothing else that lies beside it."""
    if PACKAGE in sys.modules:
        return
    spec = PathFinder.find_spec(PACKAGE, [str(Path(__file__).resolve().parents[3])])
    if spec is None or spec.loader is None:
        raise ImportError(PACKAGE)
    module = sys.modules[PACKAGE] = module_from_spec(spec)
    spec.loader.exec_module(module)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    find_own_package()
    from gadfly_analyzers.execution.probe import worker

    worker.main(sys.argv[1:])

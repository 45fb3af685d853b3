"""Start the probe inside the student's interpreter: ``python -I -B …/probe/__main__.py``, control socket as stdin."""

from __future__ import annotations

import sys
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

"""Test files in folders such as ``week [1]``: pytest takes what begins with a bracket for a part of a test's name."""

from __future__ import annotations

import dataclasses
import os
from importlib import import_module
from pathlib import Path
from typing import Any


def install() -> None:
    """Have pytest take arguments that name a file for nothing else."""
    main: Any = import_module("_pytest.main")
    original = main.resolve_collection_argument

    def resolve(folder: Any, argument: Any, *rest: Any, **options: Any) -> Any:
        if "[" not in str(argument) or not os.path.isfile(argument):
            return original(folder, argument, *rest, **options)
        found: Any = original(folder, os.sep, *rest, **options)
        if isinstance(found, tuple):  # pytest 6 and 7
            return (type(found[0])(argument), *found[1:])
        return dataclasses.replace(found, path=Path(argument))

    main.resolve_collection_argument = resolve

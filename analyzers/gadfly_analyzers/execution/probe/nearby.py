"""Where pytest looks: on the way to the files that it is given, and not at everything else that lies beside them."""

from __future__ import annotations

from typing import Any, Sequence

from gadfly_analyzers.execution.probe.conftests import around


def install(paths: Sequence[str]) -> None:
    """Let it see no names in their folders but those in the paths: it asks for each whether it may be a test."""
    import _pytest.main
    import _pytest.python

    names = {part for path in paths for part in path.split("/")}

    def narrowed(usual: Any) -> Any:
        def listed(folder: Any, *more: Any, **named: Any) -> Any:
            found = usual(folder, *more, **named)
            return [one for one in found if one.name in names] if around(str(folder), paths) else found

        return listed

    modules: Any = (_pytest.main, _pytest.python)
    for module in modules:
        if hasattr(module, "scandir"):  # of pytest 8 and later
            module.scandir = narrowed(module.scandir)

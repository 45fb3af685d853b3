"""What pytest calls at each step of a test: no program is to add to it, or to take from it."""

from __future__ import annotations

import os
from types import ModuleType
from typing import Any, Dict, List, Tuple

from gadfly_analyzers.execution.probe import places

_DECLARED = "pytest_plugins"
Steps = Dict[str, List[Tuple[Any, Any]]]  # the plugins and functions of each hook


class Hooks:
    """Remembers them as they were before the tests were loaded."""

    def __init__(self, manager: Any, tests: "List[str]", program: str) -> None:
        self.manager, self.program = manager, program
        self.declares = any(_DECLARED in places.text_of(path) for path in tests)
        self.before = steps(manager)

    def are_whole(self) -> bool:
        """Tell whether nothing is missing, and nothing was added that tests have not brought along."""
        now = steps(self.manager)
        if now == self.before:
            return True
        if any(one not in now.get(name, ()) for name, known in self.before.items() for one in known):
            return False
        new = [one for name, found in now.items() for one in found if one not in self.before.get(name, ())]
        return all(self.is_of_tests(plugin) for plugin, _ in new)

    def is_of_tests(self, plugin: Any) -> bool:
        """Tell whether a plugin is a ``conftest.py``, or one that a test names."""
        path = getattr(plugin, "__file__", None)
        if not isinstance(plugin, ModuleType) or not isinstance(path, str) or path == self.program:
            return False
        return self.declares or os.path.basename(path) == "conftest.py"


def steps(manager: Any) -> Steps:
    """List who is called when; nothing for a pytest that keeps it in another way."""
    try:
        hooks = vars(manager.hook)
        return {name: [(one.plugin, one.function) for one in hook.get_hookimpls()] for name, hook in hooks.items()}
    except (AttributeError, TypeError):
        return {}

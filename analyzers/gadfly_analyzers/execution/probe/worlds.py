"""The student's own modules, loaded afresh for every candidate; libraries stay as they are."""

from __future__ import annotations

import builtins
import importlib
import os
import random
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from gadfly_analyzers.execution.probe import shadows
from gadfly_analyzers.execution.probe.steps import STEP
from gadfly_analyzers.execution.probe.variants import WRONG, Edits, Text, Version

_OURS = __name__.partition(".")[0]
_MODULES = b"modules"  # what is written wherever the student's code puts something else in the place of a module
_LOADED = dict(sys.modules)  # by the warm interpreter, which knows of no student


class Own:
    """Which modules are the student's, and their code; ``version`` is that of the program which is on trial."""

    def __init__(self, program: str, text: Text, folders: Sequence[str]) -> None:
        self.program = os.path.realpath(program)
        self.text = text
        self.version: Version = text.plain()
        self.folders = tuple(os.path.join(os.path.realpath(folder), "") for folder in folders)
        self.names: Dict[str, str] = {}
        self.files: Dict[str, Tuple[CodeType, ...]] = {self.program: ()}
        self.uses_chance = b"random" in text.data
        self.names_modules = _MODULES in text.data
        self.parents: List[Tuple[ModuleType, str]] = []
        for module in shadows.LOADED.values():
            self.add(self.path_of(module))
        for name, module in list(sys.modules.items()):
            if module is not _LOADED.get(name):
                self.claim(name)

    def take(self, version: Version, edits: Edits) -> None:
        """Put a version on trial."""
        self.version = version
        self.names_modules |= any(_MODULES in text for _, _, text in edits)

    def claim(self, name: str) -> bool:
        """Take a loaded module as the student's, if it is."""
        path = self.path_of(sys.modules[name])
        if not path or name.partition(".")[0] == _OURS or not self.add(path):
            return False
        self.names[name] = path
        parent, _, child = name.rpartition(".")
        if parent in sys.modules and not self.path_of(sys.modules[parent]):
            self.parents.append((sys.modules[parent], child))
        return True

    def path_of(self, module: Any) -> str:
        """Give the file of a module that is the student's; nothing for others."""
        path = getattr(module, "__file__", None)
        if not isinstance(path, str) or not path.endswith(".py") or "site-packages" in path:
            return ""
        path = os.path.realpath(path)
        return path if path.startswith(self.folders) else ""

    def add(self, path: str) -> bool:
        """Compile a file of the student's; tell whether that went well."""
        if path in self.files or not path:
            return bool(path)
        try:
            with open(path, "rb") as file:
                data = file.read()
            self.files[path] = Text(data, path).plain().codes
        except (OSError, *WRONG):
            return False
        self.names_modules |= _MODULES in data
        return True

    def codes(self, path: str) -> "Optional[Tuple[CodeType, ...]]":
        """Give the code of a file; the program's is that of the version on trial."""
        return self.version.codes if path == self.program else self.files.get(path)

    def install(self) -> None:
        """Have every way of importing lead to this code."""
        sys.meta_path.insert(0, self)
        usual: Callable[..., None] = SourceFileLoader.exec_module

        def exec_module(loader: Any, module: ModuleType) -> None:
            codes = self.codes(os.path.realpath(loader.path))
            if codes is None:
                usual(loader, module)
            for code in codes or ():
                exec(code, module.__dict__)

        SourceFileLoader.exec_module = exec_module  # type: ignore[method-assign, assignment]

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Optional[ModuleSpec]:
        """Find a module of the student's without a look at the disk."""
        place = self.names.get(name)
        if place is None:
            return None
        spec = ModuleSpec(name, self, origin=place, is_package=os.path.basename(place) == "__init__.py")  # type: ignore[arg-type] # it has what a loader needs
        spec.has_location = True
        spec.cached = place + "c"
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(place))
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run a module."""
        for code in self.codes(self.names[module.__name__]) or ():
            exec(code, module.__dict__)

    def forget(self) -> None:
        """Drop the loaded modules."""
        for name in self.names:
            sys.modules.pop(name, None)
        for parent, child in self.parents:
            vars(parent).pop(child, None)
        shadows.LOADED.clear()


class World:
    """The modules as they are loaded for one candidate, or for one test of it."""

    def __init__(self, own: Own) -> None:
        self.own = own
        self.modules: Dict[str, ModuleType] = {}
        self.once: Dict[Any, Any] = {}  # what is set up once: fixtures, classes, modules
        self.ends: List[Callable[[], Any]] = []  # how that is cleared up
        self.used = False
        self.broken = False  # a module does not load

    def module(self, name: str, path: str) -> ModuleType:
        """Give a module, loaded if it is not yet."""
        found = self.modules.get(path)
        if found is None:
            self.broken = True
            by_name = self.own.names.get(name) == path
            found = self.modules[path] = importlib.import_module(name) if by_name else self.alone(name, path)
            self.broken = False
        return found

    def alone(self, name: str, path: str) -> ModuleType:
        """Load a file whose name another one has taken."""
        module = ModuleType(name)
        module.__file__ = path
        for code in self.own.codes(path) or ():
            exec(code, module.__dict__)
        return module

    def close(self) -> None:
        """Clear up what was set up."""
        while self.ends:
            self.ends.pop()()


class Usual:
    """The state of the process that candidates share, and put back where one has changed it."""

    def __init__(self, own: Own) -> None:
        self.own = own
        self.builtins = dict(vars(builtins))
        self.environment = dict(vars(os.environ)["_data"])
        self.modules = dict(sys.modules)
        self.lists = {name: (getattr(sys, name), list(getattr(sys, name))) for name in ("path", "meta_path", "argv")}
        self.folder = os.getcwd()
        self.depth = sys.getrecursionlimit()

    def restore(self) -> None:
        """Put everything back."""
        self.builtins[STEP] = vars(builtins).get(STEP)
        if vars(builtins) != self.builtins:
            put_back(vars(builtins), self.builtins)
        if vars(os.environ)["_data"] != self.environment:
            put_back(vars(os.environ)["_data"], self.environment)
        if self.has_other_modules:
            self.keep_libraries()
        for name, (usual, before) in self.lists.items():
            setattr(sys, name, usual)
            if usual != before:
                usual[:] = before
        if sys.getrecursionlimit() != self.depth:
            sys.setrecursionlimit(self.depth)
        if os.getcwd() != self.folder:
            os.chdir(self.folder)
        if self.own.uses_chance:
            random.seed(0)

    @property
    def has_other_modules(self) -> bool:
        """Tell whether other modules are loaded; one by one is only looked where they may have been exchanged."""
        return len(sys.modules) != len(self.modules) or (self.own.names_modules and sys.modules != self.modules)

    def keep_libraries(self) -> None:
        """Put back what was loaded before; libraries loaded since may stay, what tests put there may not."""
        for name in [name for name in sys.modules if name not in self.modules]:
            is_loaded = isinstance(getattr(sys.modules[name], "__spec__", None), ModuleSpec)
            if not self.own.claim(name) and is_loaded:
                self.modules[name] = sys.modules[name]
        put_back(sys.modules, self.modules)


def put_back(now: Any, usual: "Dict[Any, Any]") -> None:
    """Make a dictionary what it was."""
    if now != usual:
        now.clear()
        now.update(usual)
